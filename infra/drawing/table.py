"""The drawing in words: a title, a summary, and a row for every bar and mark."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from domain.texts import danish_date
from domain.texts.words import days_counted
from infra.danish_dates import danish_time
from infra.drawing.looks import LOOKS
from infra.drawing.pieces import LANES, Drawing
from infra.drawing.targets import Target


class TableRow(NamedTuple):
    """A bar or a mark in words."""

    first: date
    last: date | None
    """None while it goes on."""
    lane: str
    """The name of its lane, as the drawing has it."""
    what: str
    target: Target


def table_rows(drawing: Drawing) -> tuple[TableRow, ...]:
    """Give every bar and mark of the drawing in its order."""
    return tuple(
        TableRow(piece.first, None if piece.open else piece.last, LANES[piece.lane], piece.words, piece.target) for piece in drawing.pieces
    )


def title(drawing: Drawing) -> str:
    """Say which days are drawn, and whether the case is older."""
    said = f"Tidslinje fra {danish_date(drawing.first)} til {danish_date(drawing.last)}"
    if drawing.begins < drawing.first:
        return f"{said}. Sagen begynder {danish_date(drawing.begins)}; det tidligere er ikke tegnet her"
    return said


def summary(drawing: Drawing) -> str:
    """Say in words what the drawing shows."""
    known = "" if drawing.known_at is None else f", som den var kendt {danish_time(drawing.known_at)}"
    return f"Sagen vist pr. {danish_date(drawing.valid_on)}{known}. {_deadlines(drawing)} {_days(drawing)}"


def _deadlines(drawing: Drawing) -> str:
    states = Counter(LOOKS[piece.look].legend for piece in drawing.pieces if piece.look.startswith("deadline_"))
    if not states:
        return "Der er ingen frister."
    said = ", ".join(f"{count} {legend.removeprefix('Frist ')}" for legend, count in states.items())
    return f"Frister: {said}."


def _days(drawing: Drawing) -> str:
    counts: Counter[str] = Counter()
    for piece in drawing.pieces:
        counts[piece.look] += len(piece.days)
    said = [f"{days_counted(counts[look])} {words}" for look, words in _COUNTED.items() if counts[look]]
    return f"{', '.join(said)}." if said else "Der er ingen dage med fradrag."


_COUNTED = {
    "counted": "kan fradrages",
    "no_show": "kan fradrages efter udeblivelse",
    "blocked": "kan ikke fradrages",
    "lifted": "er bortfaldet ved senere viden",
}
