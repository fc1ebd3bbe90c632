"""The worklists of many cases in many municipalities, written the way a rebuild writes them.

A part of the cases is simulated and derived; the others have their rows under another UUID, in another municipality. The tables
that no list is read from stay empty.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from random import Random
from uuid import UUID

import orjson

from consumers.decoding import decode_data
from consumers.intake import Intake
from domain.policy import DEFAULT_POLICY
from infra.clock import now
from infra.rebuilding import CHUNK, Beside
from infra.simulation import simulate
from infra.sqlite.store import SQLiteStore
from projections.case_rows import TABLES, CaseRows, case_rows
from projections.system import SystemFacts

MUNICIPALITIES = [f"{code:04}" for code in range(101, 199)]
"""As many as there are, the first the largest."""
WAITING = 100
"""One case in so many has an event set aside."""
_NAMING = {number for number, table in enumerate(TABLES) if table.columns[0] == "municipality"}
"""The tables whose rows name the municipality."""


def derived(citizens: int) -> list[CaseRows]:
    """Simulate cases and give the rows of each."""
    with SQLiteStore(None) as store:
        Intake(store, now).run(simulate(citizens))
        system = SystemFacts(store.system_facts(), decode_data)
        return [case_rows(own, system, decode_data, DEFAULT_POLICY) for _, own in store.read_by_case()]


def many(rows: Sequence[CaseRows], cases: int) -> Iterator[tuple[str, CaseRows]]:
    """Give so many cases, always the same."""
    dice = Random(1)
    weights = [1 / rank for rank in range(1, len(MUNICIPALITIES) + 1)]
    for number, code in enumerate(dice.choices(MUNICIPALITIES, weights, k=cases)):
        yield str(UUID(int=dice.getrandbits(128), version=4)), _moved(rows[number % len(rows)], code)


def write(store: Beside, cases: Iterable[tuple[str, CaseRows]]) -> list[str]:
    """Write them beside the live tables; give those that are to have an event set aside."""
    rest, waiting = iter(cases), []
    while chunk := list(islice(rest, CHUNK)):
        store.write_beside(chunk)
        waiting += [case for case, _ in chunk[::WAITING]]
    return waiting


def unfit(case: str) -> bytes:
    """Give an event of a case that cannot be taken."""
    event = {"specversion": "1.0", "id": case, "source": "urn:fagsystem:nordsag:751", "type": "dk.sagsspor.jobnet-visited.v1"}
    return orjson.dumps(event | {"subject": case, "time": "i går", "data": {"effective": "2023-03-01"}})


def _moved(rows: CaseRows, code: str) -> CaseRows:
    return tuple([(code, *row[1:]) for row in table] if number in _NAMING else [] for number, table in enumerate(rows))
