"""How facts reach the topic: registration soon or late, revisions, duplicates, CloudEvents bytes."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import orjson

from domain.events import EVENT_TYPES, Event, EventCorrected, EventRetracted
from infra.simulation.clock import DAY, HOUR, MINUTE, DayNumber, Moment, at, day_of, is_weekend, time_text, workday
from infra.simulation.dice import Dice
from infra.simulation.revising import (
    CORRECTED,
    CORRECTION_CORRECTED,
    CORRECTION_RETRACTED,
    RETRACTED_BY_HAND,
    Data,
    amended,
    correction_reason,
    retraction_reason,
)
from infra.simulation.systems import BY_HAND, FUND, source_of

LATE_BY_HAND = 0.12
"""Facts written down by a person that are registered days or weeks late. About half of all facts are by hand."""
LATE_DAYS = 6
"""The mean of a late registration, in days; at most `LATEST_DAYS`."""
LATEST_DAYS = 45
SAME_HOUR = 0.7
"""Facts by hand that are registered within twenty minutes; the others within five hours."""
DUPLICATED = 0.005
"""Events that their system sends a second time, byte for byte."""
STALLED = 0.01
"""Events whose system's queue stood still for hours before it was published."""

_TYPES = {kind: f"dk.sagsspor.{name}.v1" for name, kind in EVENT_TYPES.items()}


class Sent(NamedTuple):
    """A published event, as a later one names it."""

    source: str
    id: str
    registered: Moment


class Outbox:
    """What has been registered and not yet come: lines by day of arrival."""

    __slots__ = ("_days", "_last", "_today")

    def __init__(self, last: DayNumber) -> None:
        self._days: defaultdict[DayNumber, list[tuple[Moment, bytes]]] = defaultdict(list)
        self._today: DayNumber = 0
        self._last = last

    def put(self, arrival: Moment, line: bytes) -> None:
        """Keep a line until the day it arrives. What comes after the last day is never seen."""
        day = arrival // DAY
        if day < self._today:
            raise AssertionError(f"a course wrote into the past, which has been published: {line!r}")
        if day <= self._last:
            self._days[day].append((arrival, line))

    def take(self, day: DayNumber) -> list[tuple[Moment, bytes]]:
        """Give the day's lines in order of arrival; no more may come for it."""
        self._today = day + 1
        lines = self._days.pop(day, [])
        lines.sort()
        return lines


class Publisher:
    """One subject's way to the topic."""

    __slots__ = ("_dice", "_outbox", "_prefix", "_sequence", "_subject")

    def __init__(self, outbox: Outbox, dice: Dice, subject: str, prefix: str) -> None:
        self._outbox = outbox
        self._dice = dice
        self._subject = subject
        self._prefix = prefix
        self._sequence = 0

    def tell(
        self, kind: type[Event], when: Moment, data: Data | None = None, *, effective: str | None = None, source: str | None = None
    ) -> Sent:
        """Register and publish a fact that was so at `when`; `effective` writes it otherwise than as that time.

        Some facts are registered late, corrected, retracted or sent twice, by chance.
        """
        source = source or source_of(kind)
        by_hand = kind in BY_HAND or source == FUND
        data = {"effective": effective or time_text(when), **(data or {})}
        registered = self._registered(when, by_hand=by_hand)
        sent = self._send(kind, source, registered, data)
        lot = self._dice.random()
        if lot < CORRECTED:
            self._correct(sent, data, when)
        elif by_hand and lot < CORRECTED + RETRACTED_BY_HAND:
            self.retract(sent, retraction_reason(self._dice))
        return sent

    def tell_at(self, kind: type[Event], when: Moment, registered: Moment, data: Mapping[str, object], source: str) -> Sent:
        """Publish a fact whose time of registration is given; nothing is left to chance but its way."""
        return self._send(kind, source, registered, {"effective": time_text(when), **data})

    def retract(self, target: Sent, reason: str) -> None:
        """Retract an event, some time after it was registered."""
        when = self._revised(target.registered)
        self._send(EventRetracted, target.source, when, _revision(target, when, reason))

    def _correct(self, target: Sent, data: Data, when: Moment) -> None:
        dice = self._dice
        first_at = self._revised(target.registered)
        corrected = amended(data, when, dice)
        first = _revision(target, first_at, correction_reason(dice), corrected)
        sent = self._send(EventCorrected, target.source, first_at, first)
        lot = dice.random()
        if lot < CORRECTION_CORRECTED:
            second_at = self._revised(first_at)
            while (again := amended(corrected, when, dice)) == corrected:
                pass  # drawn anew until it says something else
            second = _revision(sent, second_at, correction_reason(dice), {**first, "data": again})
            self._send(EventCorrected, target.source, second_at, second)
        elif lot < CORRECTION_CORRECTED + CORRECTION_RETRACTED:
            self.retract(sent, retraction_reason(dice))

    def _registered(self, when: Moment, *, by_hand: bool) -> Moment:
        dice = self._dice
        if not by_hand:
            return when + dice.between(0, 3)
        lot = dice.random()
        if lot < LATE_BY_HAND:
            days = min(1 + int(dice.expovariate(1 / LATE_DAYS)), LATEST_DAYS)
            return self._in_the_office(day_of(when) + days)
        minutes = dice.between(1, 20) if lot < LATE_BY_HAND + SAME_HOUR else dice.between(21, 300)
        registered = when + minutes * MINUTE + dice.between(0, 59)
        if registered % DAY > 17 * HOUR:  # what came after closing time waits for the morning
            return self._in_the_office(day_of(when) + 1)
        return self._in_the_office(day_of(when) + 1) if is_weekend(day_of(when)) else registered

    def _revised(self, registered: Moment) -> Moment:
        """Give when somebody saw that a registration was wrong: the same day, or within some weeks."""
        days = 1 + int(self._dice.expovariate(1 / 9))
        return self._in_the_office(day_of(registered) + days)

    def _in_the_office(self, day: DayNumber) -> Moment:
        dice = self._dice
        return at(workday(day), dice.between(8, 15), dice.between(0, 59), dice.between(0, 59))

    def _send(self, kind: type[Event], source: str, registered: Moment, data: Data) -> Sent:
        dice = self._dice
        self._sequence += 1
        key = f"{self._prefix}-{self._sequence:04x}"
        line = orjson.dumps(
            {
                "specversion": "1.0",
                "id": key,
                "source": source,
                "type": _TYPES[kind],
                "subject": self._subject,
                "time": time_text(registered),
                "datacontenttype": "application/json",
                "data": data,
            }
        )
        lot = dice.random()
        arrival = registered + 1 + (int(lot / STALLED * 8 * HOUR) if lot < STALLED else int(lot * 5))
        self._outbox.put(arrival, line)
        if dice.random() < DUPLICATED:
            self._outbox.put(arrival + dice.between(1, 3 * DAY), line)
        return Sent(source, key, registered)


def _revision(target: Sent, when: Moment, reason: str, data: Data | None = None) -> Data:
    revision: Data = {"effective": time_text(when), "target_source": target.source, "target_id": target.id, "reason": reason}
    return revision if data is None else {**revision, "data": data}
