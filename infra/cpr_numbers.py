"""What looks like a CPR number. Sagsspor knows none: what may be one is not kept, repeated or logged."""

import re

_UUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
_FOUND = re.compile(rf"{_UUID}|(?P<cpr>(?<![0-9])[0-9]{{6}}[-\s]?[0-9]{{4}}(?![0-9]))", re.IGNORECASE)


def without_cpr_numbers(text: str, instead: str) -> str:
    """Put something else where a CPR number may stand. The UUID of a case stays, whatever its digits."""
    return _FOUND.sub(lambda found: instead if found["cpr"] else found[0], text)


def holds_cpr_number(text: str) -> bool:
    """Tell whether something in a text looks like a CPR number."""
    return any(found["cpr"] for found in _FOUND.finditer(text))


def is_like_cpr_number(text: str) -> bool:
    """Tell whether the whole of a text looks like a CPR number, however its two parts are set apart."""
    digits = "".join(filter(str.isalnum, text))
    return len(digits) == 10 and digits.isdecimal()
