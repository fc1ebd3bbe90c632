"""One citizen's case of about 40 events with missed deadlines: everything we say about it, with its trace."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from statistics import median
from typing import NamedTuple

import orjson

from benchmarks.figures import Figure, Target
from benchmarks.municipality import filled_store
from benchmarks.sizes import Sizes
from benchmarks.timing import seconds, without_collector
from consumers.decoding import decode_data
from domain.derive import derive
from domain.document import as_document
from domain.history import History
from infra.sqlite.store import SQLiteStore
from projections.system import SystemFacts

DAY = date(2023, 6, 30)
EVENTS = range(38, 43)
MOST_CASES = 100
CASE = Target("value", 400, "the required time of a case of 40 events")


class _Case(NamedTuple):
    case: str
    events: int
    history: History


def measure(sizes: Sizes) -> list[Figure]:
    """Time `derive`, and `derive` with the Danish document."""
    with filled_store(sizes.citizens) as store:
        cases = list(_cases(store))
    if not cases:
        raise ValueError("No simulated case has 38 to 42 events and a missed deadline. Give more --citizens.")
    with without_collector():
        viewed = [_best(partial(derive, one.history, DAY), sizes.rounds) for one in cases]
        told = [_best(partial(_told, one), sizes.rounds) for one in cases]
    note = f"median of {len(cases)} simulated cases of 38-42 events with missed deadlines"
    return [
        Figure("derive, with its trace", median(viewed), "µs/case", "lower", targets=(CASE,), note=note),
        Figure("derive, per event", _per_event(viewed, cases), "µs/event", "lower"),
        Figure("derive and Danish document", median(told), "µs/case", "lower", note="as JSON bytes"),
        Figure("derive and document, per event", _per_event(told, cases), "µs/event", "lower"),
    ]


def _cases(store: SQLiteStore) -> Iterator[_Case]:
    system = SystemFacts(store.system_facts(), decode_data)
    found = 0
    for case, own in store.read_by_case():
        if len(own) not in EVENTS:
            continue
        history = History(own, decode_data, system.bearing_on(History(own, decode_data).facts()))
        if derive(history, DAY).sanctionable:
            yield _Case(case, len(own), history)
            found += 1
        if found == MOST_CASES:
            return


def _told(one: _Case) -> bytes:
    return orjson.dumps(as_document(derive(one.history, DAY), one.case))


def _best(work: Callable[[], object], times: int) -> float:
    return min(seconds(work) for _ in range(times)) * 1e6


def _per_event(microseconds: list[float], cases: list[_Case]) -> float:
    return median(time / one.events for time, one in zip(microseconds, cases, strict=True))
