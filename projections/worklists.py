"""The caseworkers' lists: an alert's code is the list's name.

A row says: on the view days from `first` up to `until`, the case stood on the list, and had waited since `since`. Who stands on
a list on a day, the longest waiting first, is found without reading who stood there before or came later: rows of about equal
length lie together by `span`, in the order of waiting, and those that can hold on the day lie between two days of `since`.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from domain.trace import Note
from domain.view import DailyStatus
from projections.intervals import Row
from projections.table import Table

TABLE = Table("worklists", ("municipality", "nth", "code", "span", "since", "due", "first", "until"))
"""A case with several municipalities has its rows once for each; `nth` is 0 in the first of them, so that each case is found once."""

NOWHERE = ""
"""The municipality of a case whose sources name none."""

LONGEST = 12
"""The last span: everything longer, and what holds on."""

_LAST_DAYS = {"first_interview_due": 1, "hearing_open": 0, "deduction_deadline_near": 1}
"""The lists on which something must be done by a day, and where the day stands among the alert's values."""


class Place(NamedTuple):
    """A place in a list's order: after who has waited since then, in this case."""

    since: date
    case: str


class Start(NamedTuple):
    """Where to begin to read the rows of a span: they lie after this place."""

    span: int
    since: date
    case: str


def standing(status: DailyStatus) -> dict[Row, Row]:
    """Give the lists that the case stands on at the end of the day."""
    return {(alert.code,): (alert.since.isoformat(), _due(alert)) for alert in status.alerts}


def rows(listed: Sequence[Row], municipalities: Sequence[str]) -> list[Row]:
    """Give the rows for each municipality."""
    spans = [_span(since, until) for _, since, _, _, until in listed]
    return [
        (municipality, nth, code, span, *rest)
        for nth, municipality in enumerate(municipalities or (NOWHERE,))
        for span, (code, *rest) in zip(spans, listed, strict=True)
    ]


def starts(day: date, after: Place | None = None) -> Iterator[Start]:
    """Give the place in each span after which every row lies that holds on a day and comes after a place in the list."""
    for span in range(LONGEST + 1):
        # It ends after the day, and began no more than its span before it ended.
        too_early = date.min if span == LONGEST else day - timedelta(days=2**span)
        yield Start(span, *max((too_early, _AFTER_ALL_CASES), after or (date.min, "")))


_AFTER_ALL_CASES = "~"


def _span(since: str, until: str | None) -> int:
    """Give the least power of two that is as many days as the case waits: 0 for one day, 1 for two, 2 for three and four."""
    if until is None:
        return LONGEST
    waited = date.fromisoformat(until) - date.fromisoformat(since)
    return min((waited.days - 1).bit_length(), LONGEST)


def _due(alert: Note) -> str | None:
    place = _LAST_DAYS.get(alert.code)
    return None if place is None else alert.values[place].isoformat()
