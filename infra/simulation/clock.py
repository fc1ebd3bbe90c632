"""The simulation's local clock: whole seconds as ints, and their texts on the wire.

A day is its proleptic ordinal, a moment is `day * 86400 + second of the day` in Europe/Copenhagen. Nothing is
told of the hours from midnight to three in the morning, so each day has one offset and local order is true order.
"""

from datetime import date, datetime, time
from functools import cache

from domain.times import COPENHAGEN

DayNumber = int
Moment = int

MINUTE = 60
HOUR = 3_600
DAY = 86_400
FIRST_HOUR = 4
"""The night run of the systems begins; a change to or from summer time is over by then."""


def at(day: DayNumber, hour: int, minute: int = 0, second: int = 0) -> Moment:
    """Give the moment at this local time of the day."""
    return day * DAY + hour * HOUR + minute * MINUTE + second


def day_of(moment: Moment) -> DayNumber:
    """Give the moment's day."""
    return moment // DAY


def is_weekend(day: DayNumber) -> bool:
    """Say whether the day is a Saturday or a Sunday."""
    return (day + 6) % 7 >= 5


def workday(day: DayNumber) -> DayNumber:
    """Give the day itself, or the Monday after when it falls in a weekend."""
    weekday = (day + 6) % 7
    return day if weekday < 5 else day + 7 - weekday


@cache
def day_text(day: DayNumber) -> str:
    """Write the day as YYYY-MM-DD."""
    return date.fromordinal(day).isoformat()


def time_text(moment: Moment) -> str:
    """Write the moment as RFC 3339 with the offset of Europe/Copenhagen."""
    day, second = divmod(moment, DAY)
    return day_text(day) + _second_text(second) + _offset_text(day)


@cache
def _second_text(second: int) -> str:
    minutes, second = divmod(second, MINUTE)
    hour, minute = divmod(minutes, 60)
    return f"T{hour:02}:{minute:02}:{second:02}"


@cache
def _offset_text(day: DayNumber) -> str:
    # One look-up of the time zone a day, not one an event.
    return datetime.combine(date.fromordinal(day), time(FIRST_HOUR), COPENHAGEN).isoformat()[-6:]
