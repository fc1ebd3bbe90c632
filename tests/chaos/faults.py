"""What goes wrong. Each fault happens while events are being published and stored, and is over when the function ends."""

import errno
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.chaos.publisher import Publisher
from tests.chaos.world import World

Fault = Callable[[World, Publisher, Random], None]

SESSION = 6.0
"""Seconds after which the group takes the partitions from a consumer that is not heard of."""


def consumer_killed(world: World, publisher: Publisher, dice: Random) -> None:
    """A consumer is killed at a random point, and another started in its place."""
    for _ in range(dice.randint(1, 3)):
        _pause(dice, 0.1, 1.5)
        dice.choice(world.consumers).kill()
        world.bury()
        world.start_consumer()


def follower_killed(world: World, publisher: Publisher, dice: Random) -> None:
    """A process that keeps the views is killed in the middle."""
    _pause(dice, 0.1, 1.5)
    dice.choice(world.followers).kill()
    world.bury()
    world.start_follower()


def kafka_killed(world: World, publisher: Publisher, dice: Random) -> None:
    """The broker is killed and comes back."""
    _pause(dice, 0.1, 1.5)
    world.kafka.kill()
    _pause(dice, 0.1, 2.0)
    world.kafka.start()


def postgres_killed(world: World, publisher: Publisher, dice: Random) -> None:
    """The database is killed and comes back."""
    _pause(dice, 0.1, 1.5)
    world.postgres.kill()
    _pause(dice, 0.1, 2.0)
    world.postgres.start()


def rebalanced(world: World, publisher: Publisher, dice: Random) -> None:
    """A consumer joins in the middle of a batch, and the first one leaves."""
    _pause(dice, 0.1, 1.0)
    world.start_consumer()
    _pause(dice, 1.0, 5.0)
    world.consumers[0].stop()
    world.bury()


def consumer_asleep(world: World, publisher: Publisher, dice: Random) -> None:
    """A consumer stands still until its partitions have moved, and wakes with what it had read."""
    sleeper = dice.choice(world.consumers)
    world.start_consumer()
    _pause(dice, 0.1, 1.5)
    sleeper.pause()
    publisher.publish(200)
    time.sleep(SESSION + 2)
    sleeper.wake()
    _pause(dice, 0.5, 2.0)
    sleeper.stop()
    world.bury()


def repeated_out_of_order(world: World, publisher: Publisher, dice: Random) -> None:
    """A fagsystem sends old events again, in no order, across the partitions."""
    publisher.again(500)


def disk_full(world: World, publisher: Publisher, dice: Random) -> None:
    """The database's disk is full for a while. A server that gave up is started again when there is room."""
    filler = world.disk.parent / "filler"
    _fill(filler)
    _pause(dice, 1.0, 3.0)
    filler.unlink()
    if not world.postgres.runs:
        world.postgres.start()


FAULTS: dict[str, Fault] = {
    fault.__name__: fault
    for fault in (
        consumer_killed,
        kafka_killed,
        postgres_killed,
        rebalanced,
        consumer_asleep,
        repeated_out_of_order,
        disk_full,
        follower_killed,
    )
}


def _fill(file: Path) -> None:
    """Write until there is no room."""
    block = bytes(1 << 16)
    with file.open("wb", buffering=0) as out:
        try:
            while True:
                out.write(block)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise


def _pause(dice: Random, least: float, most: float) -> None:
    time.sleep(dice.uniform(least, most))
