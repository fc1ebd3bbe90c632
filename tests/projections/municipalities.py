"""A simulation in which several municipalities send."""

import orjson

CODES = ("0101", "0751", "0825")
MOVES_AFTER = 10
"""Events after which every fifth case is another municipality's."""


def spread(lines):
    """Let each case's events be sent in the name of a municipality, and those of some in the names of two."""
    told = {}
    for line in lines:
        event = orjson.loads(line)
        case = event["subject"]
        told[case] = told.get(case, 0) + 1
        event["source"] = f"{event['source'].rpartition(':')[0]}:{_code(case, told[case])}"
        yield orjson.dumps(event)


def _code(case, told):
    number = 0 if case == "jobnet" else int(case[:8], 16)
    moved = number % 5 == 0 and told > MOVES_AFTER
    return int(CODES[(number + moved) % len(CODES)])
