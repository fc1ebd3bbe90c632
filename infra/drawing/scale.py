"""Where a day lies: so many pixels a day as the case's length leaves room for."""

from datetime import date
from typing import NamedTuple

from infra.drawing.pieces import Drawing

ROOM = 1000
"""Pixels for the days of a short case; a longer one is wider."""
LEFT, RIGHT = 172, 10
"""Pixels beside the days: the names of the lanes, and the edge."""
NARROWEST, COMFORTABLE = 3.0, 6.0
"""Pixels a day: at least, and up to about a year."""
WIDE = 2600
"""Pixels that a case of more than a year is kept within as long as a day keeps its least."""


class Scale(NamedTuple):
    """The days of a drawing on the paper."""

    first: date
    last: date
    per_day: float
    days: int
    """How many there are."""

    @property
    def right(self) -> float:
        """Give where the days end."""
        return self.at(self.days)

    @property
    def width(self) -> int:
        """Give the width of the whole picture."""
        return int(self.right) + RIGHT

    def at(self, number: int) -> float:
        """Give where a day begins by its number from 0; one outside the picture at its edge."""
        return LEFT + min(max(number, 0), self.days) * self.per_day

    def start(self, day: date) -> float:
        """Give where a day begins."""
        return self.at((day - self.first).days)

    def end(self, day: date) -> float:
        """Give where a day ends."""
        return self.at((day - self.first).days + 1)

    def middle(self, day: date) -> float:
        """Give the middle of a day."""
        return self.start(day) + self.per_day / 2


def scale_of(drawing: Drawing, room: int) -> Scale:
    """Choose the pixels a day."""
    days = (drawing.last - drawing.first).days + 1
    return Scale(drawing.first, drawing.last, max(room / days, min(COMFORTABLE, WIDE / days), NARROWEST), days)
