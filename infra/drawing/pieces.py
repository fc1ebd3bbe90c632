"""What is drawn, as plain data: bars and marks in lanes, bound together in strands."""

from datetime import date
from typing import Literal, NamedTuple

from domain.times import Instant
from infra.drawing.targets import Target

Lane = Literal["registration", "deadlines", "meetings", "absence", "contact", "days", "decisions"]
LANES: dict[Lane, str] = {
    "registration": "Tilmelding",
    "deadlines": "Frister",
    "meetings": "Booking og samtale",
    "absence": "Sygdom og fravær",
    "contact": "Vejledning og kontakt",
    "days": "Fradragsdage",
    "decisions": "Partshøring og afgørelse",
}
"""The lanes from above, by the name that people see."""

Join = Literal["none", "line", "dashes"]


class Piece(NamedTuple):
    """A bar or a mark: these days, both included, and what is so on them."""

    lane: Lane
    first: date
    last: date
    look: str
    """How it looks, by its name in `infra.drawing.looks`."""
    words: str
    """What it says, whole: for whoever reads the table or hears the drawing."""
    target: Target
    inside: str = ""
    """What is written in the bar where there is room."""
    open: bool = False
    """It goes on: nothing known has ended it."""
    days: tuple[date, ...] = ()
    """The days themselves, where some between the first and the last are left out."""


class Strand(NamedTuple):
    """Pieces that belong together and stand in one row, with one label."""

    pieces: tuple[Piece, ...]
    label: str = ""
    strong: str = ""
    """The part of the label that says how it ended."""
    join: Join = "none"
    """What is drawn between the first piece and the last."""
    speaker: int = -1
    """The piece that the label belongs to."""

    @property
    def lane(self) -> Lane:
        """Give the lane that the pieces stand in."""
        return self.pieces[0].lane

    @property
    def first(self) -> date:
        """Give the first day of any piece."""
        return min(piece.first for piece in self.pieces)

    @property
    def last(self) -> date:
        """Give the last day of any piece."""
        return max(piece.last for piece in self.pieces)


class Drawing(NamedTuple):
    """The days drawn and what is on them."""

    first: date
    last: date
    strands: tuple[Strand, ...]
    """By lane, and in a lane by day."""
    valid_on: date
    known_at: Instant | None
    begins: date
    """The first day of the case that has anything to draw, whether it lies in the drawing or not."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Give every bar and mark in the order drawn."""
        return tuple(piece for strand in self.strands for piece in strand.pieces)
