"""The municipality's topic: every course merged in the order in which the store would receive it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from infra.simulation.case import Case
from infra.simulation.clock import DayNumber, day_of
from infra.simulation.course import live
from infra.simulation.dice import Dice
from infra.simulation.municipality import GROUPS, arrivals, outages, publish_outages
from infra.simulation.publishing import Outbox, Publisher

REMINDED = 0.7
"""Citizens who have asked for text messages or mails."""
MISS_SHARE = 0.12
"""Deadlines missed, on average; each citizen has their own share."""
MEAN_COURSE = 210
"""Days until a citizen leaves, on average; never fewer than `SHORTEST_COURSE`."""
SHORTEST_COURSE = 14


def simulate(citizens: int, seed: int = 1, start: date = date(2022, 1, 1), end: date = date(2023, 6, 30)) -> Iterator[bytes]:
    """Give the events of a municipality, one structured CloudEvents JSON object each, in order of arrival.

    Equal arguments give equal bytes. Only what is under way is held in memory: courses run as far as the day
    that is being published, whatever the number of events.

    Args:
        citizens: how many citizens come in the period.
        seed: chooses the municipality.
        start: the first day.
        end: the last day; what arrives later is left out.

    Raises:
        ValueError: the number of citizens is negative, or the period ends before it starts.

    """
    if citizens < 0:
        raise ValueError("The number of citizens is negative. Give 0 or more.")
    if end < start:
        raise ValueError(f"The period ends {end} before it starts {start}. Give an end on or after the start.")
    return _publish(citizens, Dice(seed), start.toordinal(), end.toordinal())


def _publish(citizens: int, dice: Dice, first: DayNumber, last: DayNumber) -> Iterator[bytes]:
    outbox = Outbox(last)
    drawn = outages(first, last, dice)
    publish_outages(drawn, outbox, dice)
    outage_days = frozenset(day_of(outage.begins) for outage in drawn)
    coming = arrivals(citizens, first, last, dice)
    agenda: defaultdict[DayNumber, list[Iterator[DayNumber]]] = defaultdict(list)
    number = 0
    for day in range(first, last + 1):
        for _ in range(coming[day]):
            number += 1
            agenda[day].append(live(_citizen(number, day, Dice(dice.getrandbits(64)), outbox, outage_days)))
        for course in agenda.pop(day, ()):
            _run(course, day, last, agenda)
        for _, line in outbox.take(day):
            yield line


def _run(course: Iterator[DayNumber], day: DayNumber, last: DayNumber, agenda: dict[DayNumber, list[Iterator[DayNumber]]]) -> None:
    """Let a course run through the day, and put it back on the day it has come to."""
    for until in course:
        if until > day:
            if until <= last:
                agenda[until].append(course)
            return


def _citizen(number: int, day: DayNumber, dice: Dice, outbox: Outbox, outage_days: frozenset[DayNumber]) -> Case:
    return Case(
        number=number,
        dice=dice,
        publisher=Publisher(outbox, dice, str(UUID(int=dice.getrandbits(128), version=4)), f"{number:07x}"),
        group=dice.weighted(GROUPS),
        day=day,
        leaves=day + SHORTEST_COURSE + int(dice.expovariate(1 / (MEAN_COURSE - SHORTEST_COURSE))),
        outage_days=outage_days,
        reminded=dice.chance(REMINDED),
        miss_share=MISS_SHARE * 2 * dice.random(),
    )
