"""Rows that hold from one day to another, so that "on day D" is a query."""

from collections.abc import Mapping
from datetime import date
from typing import Any

Row = tuple[Any, ...]


class Intervals:
    """Keeps what holds now by key, and closes a row when its values change or its key goes.

    A closed row is `(*key, *values, first, until)`: it holds from its first day up to, but not including, `until`;
    None means that it holds on.
    """

    __slots__ = ("_open", "rows")

    def __init__(self) -> None:
        self._open: dict[Row, tuple[Row, date]] = {}
        self.rows: list[Row] = []

    def hold(self, day: date, standing: Mapping[Row, Row]) -> None:
        """Say what holds from a day on. Days must not go backwards."""
        opened = self._open
        for key in [key for key, (values, _) in opened.items() if standing.get(key) != values]:
            values, first = opened.pop(key)
            if first < day:
                self.rows.append((*key, *values, _iso(first), _iso(day)))
        for key, values in standing.items():
            if key not in opened:
                opened[key] = (values, day)

    def close(self) -> list[Row]:
        """Give all rows, those that hold on included, in an order that depends on their values alone."""
        self.rows += [(*key, *values, _iso(first), None) for key, (values, first) in self._open.items()]
        self._open.clear()
        self.rows.sort(key=_sortable)
        return self.rows


def _iso(day: date) -> str:
    return day.isoformat()


def _sortable(row: Row) -> tuple[tuple[bool, Any], ...]:
    return tuple((value is not None, value) for value in row)
