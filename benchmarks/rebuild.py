"""All views anew from the whole log."""

from pathlib import Path
from statistics import median

from benchmarks import library_intake, library_views
from benchmarks.figures import Figure, Target
from benchmarks.municipality import filled_store, folder, lines
from benchmarks.sizes import Sizes
from benchmarks.timing import ratio, rounds, seconds
from infra.sqlite.projector import SqliteProjector
from infra.sqlite.store import SQLiteStore

RATE = Target("value", 60_000, "the required rate of one core")
RATIO = Target("ratio", 30, "required against the library's ProjectionRunner on the same views")


def measure(sizes: Sizes) -> list[Figure]:
    """Rebuild with one and two workers, beside the library's ProjectionRunner on a sample."""
    with filled_store(sizes.rebuilt) as store, folder() as place:
        library_intake.take_all(lines(sizes.sample), library_intake.environment(place))
        read, one, two, theirs = rounds(
            sizes.rounds,
            lambda: _reading(store),
            lambda: _rebuilding(store, 1),
            lambda: _rebuilding(store, 2),
            lambda: _projecting(place),
        )
        events = store.counts().events
    peer = "eventsourcing: ProjectionRunner"
    note = f"{events:,} events, {sizes.rebuilt:,} cases; the peer on {sizes.sample} cases, event by event"
    return [
        Figure("rebuild, two workers", median(two), "events/s", "higher", peer, median(theirs), ratio(two, theirs), note=note),
        Figure("rebuild, one worker", median(one), "events/s", "higher", peer, median(theirs), ratio(one, theirs), (RATE, RATIO)),
        Figure("reading the log case by case", median(read), "events/s", "higher", note="decoded to facts; bounds the rebuild"),
    ]


def _reading(store: SQLiteStore) -> float:
    found: list[int] = []
    time = seconds(lambda: found.append(sum(len(facts) for _, facts in store.read_by_case())))
    return found[0] / time


def _rebuilding(store: SQLiteStore, workers: int) -> float:
    projector = SqliteProjector(store)
    return store.counts().events / seconds(lambda: projector.rebuild(workers))


def _projecting(place: Path) -> float:
    for old in place.glob("views.db*"):
        old.unlink()
    found: list[int] = []
    time = seconds(lambda: found.append(library_views.run(place)))
    return found[0] / time
