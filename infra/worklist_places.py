"""A place in a list as it is written in an address or at the command line: where the next page begins."""

import re

from consumers.wire import CASE_UUID
from domain.times import TimeError, parse_day
from projections.worklists import Place

_CASE = re.compile(CASE_UUID)


class PlaceError(ValueError):
    """What was given as a place in a list is none. Take it from the answer that the page before gave."""


def written(place: Place) -> str:
    """Write a place."""
    return f"{place.since.isoformat()}.{place.case}"


def read_place(text: str) -> Place:
    """Read a place.

    Raises:
        PlaceError: it is none.

    """
    since, _, case = text.partition(".")
    try:
        day = parse_day(since)
    except TimeError:
        raise PlaceError from None
    if not _CASE.fullmatch(case):
        raise PlaceError
    return Place(day, case)
