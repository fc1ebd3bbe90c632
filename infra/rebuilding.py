"""Making all views anew beside the live ones, alone or in several processes."""

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from functools import partial
from multiprocessing import get_context
from typing import NamedTuple, Protocol

from consumers.decoding import decode_data
from domain.events import SYSTEM_CASE
from domain.facts import Fact
from domain.policy import Policy
from infra.shares import Share, shares
from projections.case_rows import CaseRows, case_rows
from projections.runner import Report
from projections.system import SystemFacts

CHUNK = 1_000
"""Cases written in one transaction: small enough that a writer of events hardly waits."""


class Rebuilt(NamedTuple):
    """What has been made: of how many events, and how many cases."""

    events: int
    cases: int


class Beside(Protocol):
    """A store with tables beside the live ones."""

    def system_until(self, until: int) -> list[Fact]:
        """Give the facts of the system, as the log was when it ended at `until`."""

    def read_share(self, share: Share, until: int) -> Iterator[tuple[str, list[Fact]]]:
        """Give the cases of a share with their own facts, case by case."""

    def write_beside(self, rows: Sequence[tuple[str, CaseRows]]) -> None:
        """Write rows of cases beside the live tables."""


Opening = Callable[[], AbstractContextManager[Beside]]
"""Opens the store in another process: it can be pickled."""


def rebuild_in_processes(opening: Opening, workers: int, end: int, policy: Policy, report: Report | None) -> Rebuilt:
    """Derive and write all cases. Each worker has several shares, so that none waits long for another."""
    events = cases = 0
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for done in pool.map(partial(_rebuild_in_process, opening, end, policy), shares(workers * 4)):
            events, cases = events + done.events, cases + done.cases
            if report is not None:
                report(events, end)
    return Rebuilt(events, cases)


def rebuild_share(store: Beside, share: Share, end: int, policy: Policy, report: Report | None = None) -> Rebuilt:
    """Derive and write the cases of a share, as the log was when it ended at `end`."""
    system = SystemFacts(store.system_until(end), decode_data)
    chunk: list[tuple[str, CaseRows]] = []
    cases = events = 0
    for case, received in store.read_share(share, end):
        if case == SYSTEM_CASE:
            continue
        chunk.append((case, case_rows(received, system, decode_data, policy)))
        cases, events = cases + 1, events + len(received)
        if len(chunk) == CHUNK:
            store.write_beside(chunk)
            chunk.clear()
            gc.collect(0)
            if report is not None:
                report(events, end)
    store.write_beside(chunk)
    if report is not None:
        report(events, end)
    return Rebuilt(events, cases)


def _rebuild_in_process(opening: Opening, end: int, policy: Policy, share: Share) -> Rebuilt:
    gc.disable()
    with opening() as store:
        return rebuild_share(store, share, end, policy)
