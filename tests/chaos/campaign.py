"""Rounds of faults, chosen by a seed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from random import Random
from threading import Thread
from typing import NamedTuple

from tests.chaos.faults import FAULTS
from tests.chaos.judge import Judge, Verdict
from tests.chaos.publisher import Publisher
from tests.chaos.world import World

BURST = 1_500
"""Events published while a fault happens."""

REBUILD_EVERY = 5
"""Rounds between two comparisons of the views with a rebuild; the last round is one."""


class Round(NamedTuple):
    """What one round has shown."""

    number: int
    fault: str
    verdict: Verdict
    stored: int
    """Events in the log after it."""
    restarts: int
    """Programs started again so far, because the broker or the database was away when they started."""
    was_amid: bool
    """Was there still something to store when the fault was over? A fault that strikes an idle system shows nothing."""


def run(rounds: Sequence[str], seed: int) -> Iterator[Round]:
    """Do the faults in their order in one world. Ends after the first round that is not clean."""
    dice = Random(seed)
    with World() as world:
        publisher, judge = Publisher(world.kafka.bootstrap, Random(seed + 1)), Judge(world)
        for start in (world.start_consumer, world.start_follower, world.start_follower):
            start()
        publisher.publish(BURST)
        judge.wait()  # until everything runs: a program that finds no database when it starts says so and ends
        for number, fault in enumerate(rounds, 1):
            with _beside(lambda: publisher.publish(BURST)):
                FAULTS[fault](world, publisher, dice)
                was_amid = judge.is_behind()
            verdict = _verdict(world, judge, rebuild=number % REBUILD_EVERY == 0 or number == len(rounds))
            yield Round(number, fault, verdict, judge.stored, world.restarts, was_amid)
            if not verdict.is_clean:
                return


def chosen(rounds: int, seed: int) -> list[str]:
    """Draw faults: each as often as any other, in an order that depends on the seed alone."""
    dice = Random(seed)
    drawn: list[str] = []
    while len(drawn) < rounds:
        drawn += dice.sample(list(FAULTS), len(FAULTS))
    return drawn[:rounds]


def _verdict(world: World, judge: Judge, *, rebuild: bool) -> Verdict:
    stuck = judge.wait()
    verdict = judge.judge(rebuild=rebuild and stuck is None)
    said = world.crashed[:]
    if stuck:
        said += [f"not at rest: {stuck}", *(f"{one} said last:\n{one.last_words()}" for one in world.programs())]
    return verdict._replace(problems=(*verdict.problems, *said))


@contextmanager
def _beside(work: Callable[[], None]) -> Iterator[None]:
    """Do some work while the block runs, and let its failure be heard."""
    failed: list[BaseException] = []

    def heard() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again below, in the thread that waits
            failed.append(error)

    worker = Thread(target=heard)
    worker.start()
    try:
        yield
    finally:
        worker.join()
    if failed:
        raise failed[0]
