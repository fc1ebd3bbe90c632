"""Times as the door has checked them, read three times as fast as by `domain.times`, with the same result.

Days, clock times and offsets repeat endlessly in a stream of events, so each is worked out once.
"""

from datetime import date
from functools import cache, lru_cache

from domain.times import Instant, TimeError, day_of, parse_day, start_of

_SECOND = 1_000_000
_HOUR = 3600 * _SECOND
_DAY = 24 * _HOUR
_EPOCH_DAY = date(1970, 1, 1).toordinal()


def instant_of(text: str) -> Instant:
    """Read a time that matches `wire.TIME`. Raise `TimeError` when its day is not in the calendar."""
    at = _midnight(text[:10]) + _clock(text[11:19])
    if text[19] == ".":
        end = -1 if text[-1] == "Z" else -6
        return at + int(text[20:26] if len(text) + end >= 26 else text[20:end].ljust(6, "0")) - _offset(text[end:])
    return at - _offset(text[19:])


def effective_of(text: str) -> tuple[Instant, date]:
    """Read an effective time that matches `wire.EFFECTIVE`, as `domain.times.parse_effective` does."""
    if len(text) == 10:
        return _whole_day(text)
    at = instant_of(text)
    return at, _day_of_hour(at // _HOUR)


@cache
def _midnight(day: str) -> Instant:
    try:
        return (date.fromisoformat(day).toordinal() - _EPOCH_DAY) * _DAY
    except ValueError:
        raise TimeError from None


@cache
def _clock(text: str) -> Instant:
    return (int(text[:2]) * 3600 + int(text[3:5]) * 60 + int(text[6:])) * _SECOND


@cache
def _offset(text: str) -> Instant:
    if text == "Z":
        return 0
    return int(text[0] + "1") * (int(text[1:3]) * 60 + int(text[4:])) * 60 * _SECOND


@cache
def _whole_day(text: str) -> tuple[Instant, date]:
    day = parse_day(text)
    return start_of(day), day


@lru_cache(maxsize=1 << 18)
def _day_of_hour(hour: int) -> date:
    """Give the legal day: since 1900 Denmark's clocks differ from UTC by whole hours and change on the hour."""
    return day_of(hour * _HOUR)
