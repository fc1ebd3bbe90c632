"""The full path of an event: check, dedupe, append, commit."""

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from benchmarks import library_intake
from benchmarks.figures import Figure, Target
from benchmarks.municipality import folder, lines
from benchmarks.sizes import Sizes
from benchmarks.timing import ratio, rounds, seconds
from consumers.intake import Intake
from infra.clock import now
from infra.sqlite.store import SQLiteStore
from infra.wiring import intake_for

RATE = Target("value", 40_000, "the required rate on two cores")
RATIO = Target("ratio", 20, "required against one message a commit")


def measure(sizes: Sizes) -> list[Figure]:
    """Ingest with a helper, alone, and one message a commit through the library's aggregates."""
    many, few = lines(sizes.citizens), lines(sizes.sample)
    ours, alone, theirs = rounds(
        sizes.rounds,
        lambda: _rate(many, lambda place: _run(place, intake_for, many)),
        lambda: _rate(many, lambda place: _run(place, lambda store: Intake(store, now), many)),
        lambda: _rate(few, lambda place: library_intake.take_all(few, library_intake.environment(place))),
    )
    peer = "eventsourcing: get, trigger, save"
    note = f"{len(many):,} lines into a file with synchronous=FULL; the peer takes {len(few):,}, a commit each"
    return [
        Figure("ingest, two processes", median(ours), "events/s", "higher", peer, median(theirs), ratio(ours, theirs), (RATE, RATIO), note),
        Figure("ingest, one process", median(alone), "events/s", "higher", peer, median(theirs), ratio(alone, theirs)),
    ]


def _run(place: Path, build: Callable[[SQLiteStore], Intake], taken: Sequence[bytes]) -> None:
    with SQLiteStore(place / "store.db") as store:
        build(store).run(taken)


def _rate(taken: Sequence[bytes], work: Callable[[Path], object]) -> float:
    with folder() as place:
        return len(taken) / seconds(lambda: work(place))
