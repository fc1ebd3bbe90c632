"""Looking through every case of a store, alone or in several processes, each with its shares of the cases."""

import gc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import NamedTuple

from consumers.decoding import decode_data
from domain.document import Document
from domain.events import SYSTEM_CASE
from domain.facts import Fact
from domain.history import History
from domain.reopening import compare_days
from infra.cases import cases_with_events_set_aside
from infra.collector import without_collector
from infra.reopening.question import Question
from infra.reopening.rows import row
from infra.shares import WHOLE, Share, shares
from infra.stores import Store
from infra.wiring import opened_store
from projections.system import SystemFacts

CHUNK = 1_000
"""Cases between two reports."""

Report = Callable[[int, int], None]


class Seen(NamedTuple):
    """What a share held."""

    cases: int = 0
    events: int = 0
    unknown: int = 0
    """Cases of which nothing was known at the instant asked about, or nothing stands."""
    changed: tuple[Document, ...] = ()
    system: int = 0
    """Events of the system: every share reads them all."""

    def and_then(self, other: "Seen") -> "Seen":
        """Put the next share to it."""
        return Seen(
            self.cases + other.cases,
            self.events + other.events,
            self.unknown + other.unknown,
            (*self.changed, *other.changed),
            other.system,
        )


class Found(NamedTuple):
    """The list, and what was looked at to make it."""

    question: Question
    rows: tuple[Document, ...]
    counts: Document


def reopen(url: str, store: Store, question: Question, workers: int = 1, report: Report | None = None) -> Found:
    """Compare the days of every case under two readings.

    `url` names the store for the other processes. Nothing is left out in silence: cases without facts that can be judged are
    counted, with why.
    """
    aside = cases_with_events_set_aside(store)
    with without_collector():
        seen = look_through(store, question, report=report) if workers == 1 else _in_processes(url, question, workers, report)
    rows = tuple({**one, "set_aside": one["case"] in aside} for one in seen.changed)
    return Found(question, rows, _counts(seen, rows, aside - set(store.cases()) if aside else set()))


def look_through(store: Store, question: Question, share: Share = WHOLE, report: Report | None = None) -> Seen:
    """Compare the cases of a share."""
    of_the_system = store.read_cases([SYSTEM_CASE], question.position).get(SYSTEM_CASE, [])
    system = SystemFacts(_known(of_the_system, question), decode_data)
    cases = events = unknown = 0
    changed = []
    for case, received in store.read_by_case(question.position, *share):
        if case == SYSTEM_CASE:
            continue
        cases, events = cases + 1, events + len(received)
        facts = _facts(received, system, question)
        unknown += not facts
        found = compare_days(facts, question.comparing)
        if found is not None:
            changed.append(row(case, found))
        if cases % CHUNK == 0:
            gc.collect(0)
            if report is not None:
                report(events, question.position)
    return Seen(cases, events, unknown, tuple(changed), len(of_the_system))


def _facts(received: list[Fact], system: SystemFacts, question: Question) -> list[Fact]:
    """Give what was known of a case, with the system's facts that bear on it."""
    own = History(received, decode_data).facts(question.known_at, question.known_by)
    bearing = system.bearing_on(own)
    return History(own, decode_data, bearing).facts() if bearing else own


def _known(facts: list[Fact], question: Question) -> list[Fact]:
    if question.known_at is None:
        return facts
    return [fact for fact in facts if getattr(fact, question.known_by) <= question.known_at]


def _in_processes(url: str, question: Question, workers: int, report: Report | None) -> Seen:
    """Each worker takes several shares, so that none waits long for another."""
    seen = Seen()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for part in pool.map(partial(_in_process, url, question), shares(workers * 4)):
            seen = seen.and_then(part)
            if report is not None:
                report(seen.events, question.position)
    return seen


def _in_process(url: str, question: Question, share: Share) -> Seen:
    gc.disable()
    with opened_store(url, create=False) as store:
        return look_through(store, question, share)


def _counts(seen: Seen, rows: tuple[Document, ...], only_set_aside: set[str]) -> Document:
    """Count what was looked at and what was left out."""
    return {
        "looked_at": {"cases": seen.cases - seen.unknown, "events": seen.events, "system_events": seen.system},
        "changed": len(rows),
        "unchanged": seen.cases - seen.unknown - len(rows),
        "days_removed": sum(len(one["removed"]) for one in rows),
        "days_added": sum(len(one["added"]) for one in rows),
        "changed_with_events_set_aside": sum(one["set_aside"] for one in rows),
        "left_out": {"nothing_known": seen.unknown, "only_events_set_aside": len(only_set_aside)},
    }
