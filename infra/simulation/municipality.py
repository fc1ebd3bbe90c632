"""The municipality: who its citizens are, when they come, and when Jobnet was out of order."""

from collections import Counter
from typing import NamedTuple

from domain.events import SYSTEM_CASE, Group, OutageRecorded
from infra.simulation.clock import HOUR, DayNumber, Moment, at, time_text, workday
from infra.simulation.dice import Dice
from infra.simulation.publishing import Outbox, Publisher
from infra.simulation.systems import SELF_SERVICE
from infra.simulation.texts import OUTAGE_REFERENCE

GROUPS: tuple[tuple[Group, float], ...] = (
    ("dagpenge", 0.55),
    ("kontanthjaelp_jobparat", 0.17),
    ("uddannelseshjaelp_aabenlyst", 0.09),
    ("jobafklaring", 0.09),
    ("overgangsydelse_jobparat", 0.05),
    ("overgangsydelse_aabenlyst", 0.02),
    ("ikke_omfattet", 0.03),
)
"""Shares of the groups among new cases."""
COMING = 0.75
"""The part of the period in which new citizens come; the rest shows how their courses end."""
OUTAGE_EVERY = 75
"""Days between outages of Jobnet, about."""
OUTAGE_LATE = 0.4
"""Outages that are registered days later."""


class Outage(NamedTuple):
    """A time in which Jobnet was out of order."""

    begins: Moment
    ends: Moment
    registered: Moment


def arrivals(citizens: int, first: DayNumber, last: DayNumber, dice: Dice) -> Counter[DayNumber]:
    """Spread the citizens' first days over the period: how many come on each day."""
    spread = max(1, int((last - first + 1) * COMING))
    return Counter(min(workday(first + int(dice.random() * spread)), last) for _ in range(citizens))


def outages(first: DayNumber, last: DayNumber, dice: Dice) -> list[Outage]:
    """Draw the outages of the period: evenings mostly, until midnight or within the day."""
    drawn = []
    day = first + dice.between(5, OUTAGE_EVERY // 2)
    while day <= last:
        begins = at(day, dice.between(8, 19), dice.between(0, 59))
        ends = at(day, 23, 59) if dice.chance(0.5) else min(begins + dice.between(2, 8) * HOUR, at(day, 23, 59))
        known = day + (dice.between(3, 20) if dice.chance(OUTAGE_LATE) else 1)
        drawn.append(Outage(begins, ends, at(known, 6, dice.between(0, 59))))
        day += dice.between(OUTAGE_EVERY // 2, OUTAGE_EVERY * 3 // 2)
    return drawn


def publish_outages(drawn: list[Outage], outbox: Outbox, dice: Dice) -> None:
    """Publish the outages as facts of the system's own case."""
    publisher = Publisher(outbox, dice, SYSTEM_CASE, "drift")
    for outage in drawn:
        data = {"from": time_text(outage.begins), "to": time_text(outage.ends)}
        if dice.chance(0.8):
            data["reference"] = OUTAGE_REFERENCE
        publisher.tell_at(OutageRecorded, outage.begins, outage.registered, data, SELF_SERVICE)
