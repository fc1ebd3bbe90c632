"""The wall clock: only `infra` reads it, and hands what it says inwards as an argument."""

from datetime import UTC, date, datetime

from domain.times import Instant, day_of, instant


def now() -> Instant:
    """Give the present instant."""
    return instant(datetime.now(UTC))


def today() -> date:
    """Give the present day in Denmark."""
    return day_of(now())
