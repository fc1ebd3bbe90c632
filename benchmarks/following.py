"""How far the views lag behind while events are stored in PostgreSQL at a steady rate."""

import subprocess
import sys
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from statistics import median, quantiles
from threading import Thread

from benchmarks.figures import Figure, Target
from benchmarks.sizes import Sizes
from consumers.intake import Intake
from domain.policy import DEFAULT_POLICY
from infra.clock import now
from infra.postgres.store import PostgresStore
from infra.simulation import simulate
from infra.stores import ViewReader
from infra.wiring import projector_for
from tests.services.postgres import Postgres

RATE = 2_000
STEPS_A_SECOND = 20
FOLLOWERS = 2
LAG = Target("value", 2.0, "required at 2,000 events/s")
CITIZENS = 3_000
"""As many cases as have events at a time in a municipality of some size: a case is derived whole for each stretch that touches it."""


class _Feeding:
    """Stores events at a rate, and remembers when each stretch was stored."""

    def __init__(self, store: PostgresStore, taken: Sequence[bytes]) -> None:
        self._intake = Intake(store, now)
        self._taken = taken
        self.times, self.ends = [0.0], [0]
        self.is_done = False

    def run(self) -> None:
        step, start = RATE // STEPS_A_SECOND, time.monotonic()
        for first in range(0, len(self._taken), step):
            time.sleep(max(0.0, start + first / RATE - time.monotonic()))
            stored = self._intake.take(self._taken[first : first + step]).accepted
            self.times.append(time.monotonic())
            self.ends.append(self.ends[-1] + stored)
        self.is_done = True

    def lag(self, position: int) -> float:
        """Give how long the oldest stretch has been stored that the views do not hold."""
        waiting = bisect_right(self.ends, position)
        return time.monotonic() - self.times[waiting] if waiting < len(self.times) else 0.0


def measure(sizes: Sizes) -> list[Figure]:
    """Feed an empty store for some seconds, with followers in processes of their own."""
    taken = list(islice(simulate(CITIZENS), RATE * sizes.followed))
    with Postgres() as server:
        url = server.migrated().url
        with PostgresStore(url) as store, PostgresStore(url) as other, _following(url):
            feeding = _Feeding(store, taken)
            views = projector_for(other, DEFAULT_POLICY).views
            feeder = Thread(target=feeding.run)
            feeder.start()
            lags = list(_lags(feeding, views))
            feeder.join()
    note = f"{len(taken):,} events in {sizes.followed} s, {FOLLOWERS} followers, on the same two cores as the server and the one who stores"
    worst = quantiles(lags, n=20)[-1]
    return [
        Figure("lag of the views, 95th percentile", worst, "s", "lower", targets=(LAG,), note=note),
        Figure("lag of the views, median", median(lags), "s", "lower", targets=(LAG,)),
        Figure("lag of the views, longest", max(lags), "s", "lower"),
    ]


def _lags(feeding: _Feeding, views: ViewReader) -> Iterator[float]:
    """Look five times a second until the views hold all."""
    while not feeding.is_done or views.position() < feeding.ends[-1]:
        yield feeding.lag(views.position())
        time.sleep(0.2)


@contextmanager
def _following(url: str) -> Iterator[None]:
    command = [sys.executable, "-m", "infra.cli", "project", "--follow", "--store", url]
    programs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(FOLLOWERS)]
    for program in programs:
        assert program.stdout is not None
        program.stdout.readline()  # it has caught up with the empty log, and follows
    try:
        yield
    finally:
        for program in programs:
            program.terminate()
        for program in programs:
            program.communicate()
