"""Danish public holidays, to name them in a drawing. No rule asks this: what a holiday does to a day is for the law to say."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

LAST_GREAT_PRAYER_DAY = 2023
"""Store bededag was abolished from 2024."""


class Holiday(NamedTuple):
    """A public holiday."""

    day: date
    name: str
    short: str
    """What the days that belong together are called in one."""


@lru_cache(maxsize=64)
def holidays(year: int) -> tuple[Holiday, ...]:
    """Give the public holidays of a year, in order."""
    easter = _easter(year)
    of_easter = [(-3, "Skærtorsdag", "Påske"), (-2, "Langfredag", "Påske"), (0, "Påskedag", "Påske"), (1, "2. påskedag", "Påske")]
    if year <= LAST_GREAT_PRAYER_DAY:
        of_easter.append((26, "Store bededag", "St. bededag"))
    of_easter += [(39, "Kristi himmelfartsdag", "Kr. himmelfart"), (49, "Pinsedag", "Pinse"), (50, "2. pinsedag", "Pinse")]
    return (
        Holiday(date(year, 1, 1), "Nytårsdag", "Nytår"),
        *(Holiday(easter + timedelta(days=after), name, short) for after, name, short in of_easter),
        Holiday(date(year, 12, 25), "Juledag", "Jul"),
        Holiday(date(year, 12, 26), "2. juledag", "Jul"),
    )


def _easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - moved + 15) % 30
    quarters, odd = divmod(of_century, 4)
    sunday = (32 + 2 * rest + 2 * quarters - moon - odd) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
