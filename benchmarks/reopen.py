"""Every case under two readings of the law, beside the rebuild of the views, which derives each under one."""

from dataclasses import replace
from datetime import date
from statistics import median

from benchmarks.figures import Figure, Target
from benchmarks.municipality import filled_store
from benchmarks.sizes import Sizes
from benchmarks.timing import ratio, rounds, seconds
from domain.policy import DEFAULT_POLICY
from domain.reopening import Comparing, Reading
from infra.reopening.looking import reopen
from infra.reopening.question import Question
from infra.sqlite.projector import SqliteProjector
from infra.sqlite.store import SQLiteStore
from infra.wiring import sqlite_url

FIRST, LAST = date(2022, 1, 1), date(2023, 6, 30)
OTHER = replace(DEFAULT_POLICY, day_calendar="weekdays")
HALF = Target("ratio", 0.5, "required against the event rate of the rebuild")


def measure(sizes: Sizes) -> list[Figure]:
    """Look through all cases with one and two workers, and rebuild with as many, in the same rounds."""
    with filled_store(sizes.rebuilt) as store:
        one, two, rebuilt, rebuilt_by_two = rounds(
            sizes.rounds,
            lambda: _reopening(store, 1),
            lambda: _reopening(store, 2),
            lambda: _rebuilding(store, 1),
            lambda: _rebuilding(store, 2),
        )
        events = store.last_position()
    note = f"{events:,} events, {sizes.rebuilt:,} cases, a year and a half, another day calendar"
    return [
        _figure("reopen, two workers", two, "rebuild, two workers", rebuilt_by_two, note),
        _figure("reopen, one worker", one, "rebuild, one worker", rebuilt),
    ]


def _figure(name: str, ours: list[float], peer: str, theirs: list[float], note: str = "") -> Figure:
    return Figure(name, median(ours), "events/s", "higher", peer, median(theirs), ratio(ours, theirs), (HALF,), note)


def _reopening(store: SQLiteStore, workers: int) -> float:
    assert store.path is not None
    asked = Question(Comparing(FIRST, LAST, LAST, Reading(), Reading(OTHER)), None, "registered", store.last_position())
    url = sqlite_url(store.path)
    return store.last_position() / seconds(lambda: reopen(url, store, asked, workers))


def _rebuilding(store: SQLiteStore, workers: int) -> float:
    projector = SqliteProjector(store)
    return store.last_position() / seconds(lambda: projector.rebuild(workers))
