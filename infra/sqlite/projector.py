"""Keeping the views of a store: catching up, following, rebuilding beside and swapping."""

import gc
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import Event as Flag
from typing import NamedTuple

from consumers.decoding import decode_data
from domain.events import SYSTEM_CASE
from domain.policy import DEFAULT_POLICY, Policy
from infra.sqlite.store import SQLiteStore
from infra.sqlite.views import SqliteLog, SqliteViews
from projections.case_rows import CaseRows, case_rows
from projections.runner import Progress, Report, Runner
from projections.system import SystemFacts

CHUNK = 1_000
"""Cases written in one transaction of a rebuild: small enough that a writer of events hardly waits."""

POLL_SECONDS = 0.5


class _Share(NamedTuple):
    """A part of the case space: UUIDs from `first` up to `before`."""

    first: str
    before: str


class SqliteProjector:
    """The views of one store."""

    def __init__(self, store: SQLiteStore, policy: Policy = DEFAULT_POLICY) -> None:
        self._store = store
        self._policy = policy
        self._log = SqliteLog(store)
        self._views = SqliteViews(store)
        self._runner = Runner(self._log, self._views, decode_data, policy)

    @property
    def views(self) -> SqliteViews:
        """What can be asked of the views."""
        return self._views

    def catch_up(self, report: Report | None = None) -> Progress:
        """Bring the views up to the end of the log."""
        with _without_collector():
            return self._runner.catch_up(report=report)

    def follow(self, stop: Flag, report: Report | None = None) -> None:
        """Keep the views up with the log until told to stop."""
        while not stop.is_set():
            self.catch_up(report)
            stop.wait(POLL_SECONDS)

    def rebuild(self, workers: int = 1, report: Report | None = None) -> Progress:
        """Make all views anew beside the live ones, swap them in, and catch up with what came meanwhile.

        Several workers need a store in a file; each takes a share of the cases and writes on its own.
        """
        end = self._log.last_position()
        events = self._store.counts().events
        self._views.begin_beside()
        with _without_collector():
            if workers > 1 and self._store.path is not None:
                cases = self._rebuild_shared(self._store.path, workers, end, events, report)
            else:
                cases = _rebuild_share(self._store, _Share("", "~"), end, self._policy, events, report)
        self._views.swap(end)
        self.catch_up()
        return Progress(events, cases, self._views.position())

    def _rebuild_shared(self, path: Path, workers: int, end: int, events: int, report: Report | None) -> int:
        done = cases = 0
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            for share_events, share_cases in pool.map(partial(_rebuild_in_process, path, end, self._policy), _shares(workers)):
                done, cases = done + share_events, cases + share_cases
                if report is not None:
                    report(done, events)
        return cases


def _shares(workers: int) -> list[_Share]:
    """Cut the space of UUIDs into parts of about equal size, some for each worker, so that none waits long for another."""
    parts = workers * 4
    bounds = [f"{number * 256 // parts:02x}" for number in range(parts)]
    return [_Share(first, before) for first, before in zip(["", *bounds[1:]], [*bounds[1:], "~"], strict=True)]


def _rebuild_in_process(path: Path, end: int, policy: Policy, share: _Share) -> tuple[int, int]:
    counted = [0]

    def count(done: int, _total: int) -> None:
        counted[0] = done

    with SQLiteStore(path) as store, _without_collector():
        cases = _rebuild_share(store, share, end, policy, 0, count)
    return counted[0], cases


def _rebuild_share(store: SQLiteStore, share: _Share, end: int, policy: Policy, total: int, report: Report | None) -> int:
    """Derive and write the cases of a share. Gives how many there were."""
    log, views = SqliteLog(store), SqliteViews(store)
    system = SystemFacts(log.system_until(end), decode_data)
    chunk: list[tuple[str, CaseRows]] = []
    cases = events = 0
    for case, received in store.read_by_case(end, share.first, share.before):
        if case == SYSTEM_CASE:
            continue
        chunk.append((case, case_rows(received, system, decode_data, policy)))
        cases, events = cases + 1, events + len(received)
        if len(chunk) == CHUNK:
            views.write_beside(chunk)
            chunk.clear()
            gc.collect(0)
            if report is not None:
                report(events, total)
    views.write_beside(chunk)
    if report is not None:
        report(events, total)
    return cases


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the garbage collector: in a bulk loop it looks at everything kept, again and again, and finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
