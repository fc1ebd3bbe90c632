"""The PostgreSQL store's own append, without the door, beside the library's one message a commit."""

from collections.abc import Sequence
from statistics import median

from benchmarks import library_intake
from benchmarks.figures import Figure, Target
from benchmarks.municipality import lines
from benchmarks.sizes import Sizes
from benchmarks.timing import ratio, rounds, seconds, without_collector
from consumers.checking import Checking
from consumers.cloudevents import Accepted
from infra.clock import now
from infra.postgres.store import PostgresStore
from tests.services.postgres import Postgres

BATCH = 10_000
RATE = Target("value", 40_000, "the required rate")
RATIO = Target("ratio", 50, "required against one message a commit")


def measure(sizes: Sizes) -> list[Figure]:
    """Append checked events in batches, and one message a commit through the library's aggregates, to the same server."""
    checked = [one for one in Checking().check(lines(sizes.citizens)) if isinstance(one, Accepted)]
    few = lines(sizes.sample)
    with Postgres() as server:
        ours, theirs = rounds(sizes.rounds, lambda: _appending(server, checked), lambda: _one_by_one(server, few))
    note = f"{len(checked):,} checked events in commits of {BATCH:,}; the peer takes {len(few):,}, a commit each"
    peer = "eventsourcing: get, trigger, save"
    return [
        Figure("append, PostgreSQL", median(ours), "events/s", "higher", peer, median(theirs), ratio(ours, theirs), (RATE, RATIO), note)
    ]


def _appending(server: Postgres, checked: Sequence[Accepted]) -> float:
    with PostgresStore(server.migrated().url) as store, without_collector():
        return len(checked) / seconds(lambda: _append_all(store, checked))


def _append_all(store: PostgresStore, checked: Sequence[Accepted]) -> None:
    for start in range(0, len(checked), BATCH):
        with store.writing(now()) as log:
            log.append_new(checked[start : start + BATCH])


def _one_by_one(server: Postgres, taken: Sequence[bytes]) -> float:
    environment = library_intake.postgres_environment(server.database())
    return len(taken) / seconds(lambda: library_intake.take_all(taken, environment))
