"""Days and times as people write them, and runs of days for which one thing is said."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from domain.texts.words import danish_date, days_counted
from domain.times import ONE_DAY, Instant, end_of, instant, moment
from domain.trace import Ruling
from domain.view import Day


class Stretch(NamedTuple):
    """Days that follow each other and have one ruling."""

    days: tuple[date, ...]
    deadline_id: str | None
    ruling: Ruling

    @property
    def words(self) -> str:
        """Write the days: 9. marts 2022, or 9.–11. marts 2022 (3 dage)."""
        return span(self.days)


def stretches(days: Iterable[Day]) -> list[Stretch]:
    """Gather days into runs, for people: a list of sixty dates says less than its first and last."""
    found: list[Stretch] = []
    for day in days:
        last = found[-1] if found else None
        if last and last.ruling is day.ruling and last.deadline_id == day.deadline_id and last.days[-1] + ONE_DAY == day.date:
            found[-1] = last._replace(days=(*last.days, day.date))
        else:
            found.append(Stretch((day.date,), day.deadline_id, day.ruling))
    return found


def span(days: tuple[date, ...]) -> str:
    """Write days that follow each other."""
    first, last = days[0], days[-1]
    if first == last:
        return danish_date(first)
    return f"{_from(first, last)}{danish_date(last)} ({days_counted(len(days))})"


def spans(days: Iterable[date]) -> list[str]:
    """Write any days as runs that follow each other."""
    return [span(run) for run in _runs(sorted(days))]


def danish_time(at: Instant) -> str:
    """Write an instant: 9. marts 2022 kl. 10.15, or udgangen af 9. marts 2022."""
    return local_time(moment(at))


def local_time(local: datetime) -> str:
    """Write a time in Copenhagen the same way."""
    if local.microsecond == 999_999 and instant(local) == end_of(local.date()):
        return f"udgangen af {danish_date(local)}"
    return f"{danish_date(local)} kl. {local.hour:02}.{local.minute:02}"


def _from(first: date, last: date) -> str:
    """Write a first day without what it shares with the last."""
    day, month, year = danish_date(first).split()
    if first.year != last.year:
        return f"{day} {month} {year} – "
    return f"{day}–" if first.month == last.month else f"{day} {month} – "


def _runs(days: list[date]) -> Iterator[tuple[date, ...]]:
    run = days[:1]
    for before, day in pairwise(days):
        if before + ONE_DAY != day:
            yield tuple(run)
            run = []
        run.append(day)
    if run:
        yield tuple(run)
