"""Times of the law: instants, legal days in Europe/Copenhagen, and sums of months that never guess.

An instant is an int: microseconds since 1970-01-01T00:00Z. Ints sort exactly, store as they are and
cannot be compared across time zones by mistake. A day is a `datetime.date`: the local legal day.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Instant = int
"""Microseconds since 1970-01-01T00:00Z."""

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
ONE_DAY = timedelta(days=1)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

MonthClamp = Literal["last_day", "next_first"]


class TimeError(ValueError):
    """Not a time that the event contract knows. Write RFC 3339 with an offset, or a date as YYYY-MM-DD, in the years 1900 to 2199."""

    def __str__(self) -> str:
        """Say the rule, never the value: it may hold personal data."""
        return self.__doc__ or ""


def instant(moment: datetime) -> Instant:
    """Turn an aware time into an instant."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(at: Instant) -> datetime:
    """Turn an instant into a time in Europe/Copenhagen."""
    return (_EPOCH + at * _MICROSECOND).astimezone(COPENHAGEN)


def local_day(moment_: datetime) -> date:
    """Give the legal day on which an aware time falls."""
    return moment_.astimezone(COPENHAGEN).date()


def day_of(at: Instant) -> date:
    """Give the legal day on which an instant falls."""
    return moment(at).date()


def start_of(day: date) -> Instant:
    """Give the first instant of a legal day."""
    return instant(datetime.combine(day, time.min, COPENHAGEN))


def end_of(day: date) -> Instant:
    """Give the last instant of a legal day."""
    return start_of(day + ONE_DAY) - 1


def parse_time(text: str) -> Instant:
    """Read RFC 3339 with an offset. Raise `TimeError` for anything else."""
    parsed = _parsed(text)
    if parsed.tzinfo is None:
        raise TimeError
    return instant(parsed)


def _parsed(text: str) -> datetime:
    """Read YYYY-MM-DDThh:mm with what may follow; `fromisoformat` alone reads weeks, commas and any letter for the T."""
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        raise TimeError from None
    marks = (text[4:5], text[7:8], text[10:11].upper(), text[13:14])
    if marks != ("-", "-", "T", ":") or "," in text or not FIRST_DAY.year <= parsed.year <= LAST_DAY.year:
        raise TimeError
    return parsed


def parse_effective(text: str) -> tuple[Instant, date]:
    """Read an effective time: the instant that orders it, and its legal day. A date alone means the day's beginning."""
    if len(text) == len("2022-03-01"):
        day = parse_day(text)
        return start_of(day), day
    at = parse_time(text)
    return at, day_of(at)


def parse_day(text: str) -> date:
    """Read YYYY-MM-DD. Raise `TimeError` for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise TimeError from None
    if day.isoformat() != text or not FIRST_DAY <= day <= LAST_DAY:
        raise TimeError
    return day


def parse_known_at(text: str) -> Instant:
    """Read a `known_at`: RFC 3339, a local time without offset, or a date, which means the end of that day."""
    if len(text) == len("2022-03-01"):
        return end_of(parse_day(text))
    parsed = _parsed(text)
    return instant(parsed if parsed.tzinfo else parsed.replace(tzinfo=COPENHAGEN))


def add_months(day: date, months: int, clamp: MonthClamp = "last_day") -> date:
    """Add whole months.

    `clamp` says what a day that the target month lacks becomes: that month's last day, or the first of the next
    (policy `month_clamp`; DAYCOUNT S-13).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    length = monthrange(year, month)[1]
    if day.day <= length:
        return date(year, month, day.day)
    if clamp == "last_day":
        return date(year, month, length)
    return date(year, month, length) + ONE_DAY


def end_of_month(day: date, months_later: int = 0) -> date:
    """Give the last day of the month that lies `months_later` months after the day's own."""
    return add_months(day.replace(day=1), months_later + 1) - ONE_DAY


def is_weekend(day: date) -> bool:
    """Say whether the day is a Saturday or a Sunday."""
    return day.weekday() >= 5


def next_weekday(day: date) -> date:
    """Give the first Monday to Friday after the day. Public holidays are weekdays here (contract: SCENARIOS)."""
    return day + timedelta(days={4: 3, 5: 2}.get(day.weekday(), 1))
