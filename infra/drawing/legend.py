"""The legend: what occurs in the drawing and nothing else, in rows as wide as a page."""

from collections.abc import Iterator
from typing import NamedTuple

from infra.drawing.letters import width
from infra.drawing.looks import LOOKS, Look
from infra.drawing.nodes import Node, attributes, element, path, text
from infra.drawing.painting import BAR, LIMB, bar, mark, stroked
from infra.drawing.palette import HOLIDAY, INK, PAPER, WEEKEND
from infra.drawing.patterns import Box, strokes
from infra.drawing.pieces import Drawing
from infra.drawing.placing import SIZE

LINE, SAMPLE, SPACE, WIDEST = 26.0, 30.0, 22.0, 1170.0
"""Heights and widths: a row, a sample, the room after a word, and the whole."""
_WORDS = attributes(fill=INK)


class Entry(NamedTuple):
    """An entry on the paper, by its left end and the middle of its row."""

    name: str
    words: str
    x: float
    y: float


def entries(drawing: Drawing, top: float, wide: float) -> tuple[Entry, ...]:
    """Place the entries of what occurs."""
    used = {piece.look for piece in drawing.pieces}
    x, y = 0.0, top + LINE / 2
    made = []
    named = [(name, look.legend) for name, look in LOOKS.items() if name in used]
    for name, words in (*named, ("weekend", "Weekend"), ("public_holiday", "Helligdag")):
        needed = SAMPLE + 8 + width(words, SIZE)
        if x and x + needed > min(wide, WIDEST):
            x, y = 0.0, y + LINE
        made.append(Entry(name, words, x, y))
        x += needed + SPACE
    return tuple(made)


def legend(found: tuple[Entry, ...]) -> Iterator[Node]:
    """Draw the entries."""
    for entry in found:
        yield element("g", "", *_sample(entry), text(entry.words, entry.x + SAMPLE + 8, entry.y + 4.5, _WORDS))


def _sample(entry: Entry) -> Iterator[Node]:
    box = Box(entry.x + 1, entry.y - BAR / 2, SAMPLE - 2, BAR)
    if entry.name in LOOKS:
        yield from _of(entry, LOOKS[entry.name], box)
    else:
        fill = WEEKEND if entry.name == "weekend" else HOLIDAY
        yield path(f"M{box.x:g} {box.y:g}h{box.width:g}v{BAR:g}h-{box.width:g}z", attributes(fill=fill))


def _of(entry: Entry, look: Look, box: Box) -> Iterator[Node]:
    match look.form:
        case "mark":
            yield from mark(entry.name, look, entry.x + SAMPLE / 2, entry.y)
        case "deadline":
            yield from bar(look, Box(box.x, entry.y - LIMB / 2, box.width - 8, LIMB))
            yield from mark(entry.name, look, box.x + box.width - 8, entry.y)
        case "bar":
            yield from bar(look, box)
        case "days":
            yield from _days(look, box)


def _days(look: Look, box: Box) -> Iterator[Node]:
    yield from bar(look._replace(pattern="none"), box)
    for one in strokes(look.pattern, box):
        colour = look.paint.line if look.paint.fill == PAPER else PAPER
        yield path(one.path, stroked(colour, one.thick, one.dashes))
