"""Bars and marks painted."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from domain.times import ONE_DAY
from infra.drawing.looks import LOOKS, Look
from infra.drawing.marks import SHAPES
from infra.drawing.nodes import Node, attributes, number, path, rect
from infra.drawing.palette import PAPER
from infra.drawing.patterns import Box, strokes
from infra.drawing.pieces import Piece
from infra.drawing.placing import HALF, Spot
from infra.drawing.scale import Scale

BAR, DAYS = 18.0, 22.0
"""Heights of a bar and of the days of deduction."""
LIMB = 10.0
"""The height of a deadline's bar, which ends in its mark."""
_SEPARATED = 5.0
"""Pixels a day from which on the days of a stretch are parted by lines."""


def paint(spot: Spot, y: float, scale: Scale) -> Iterator[Node]:
    """Paint a piece."""
    look = LOOKS[spot.piece.look]
    match look.form:
        case "mark":
            yield from mark(spot.piece.look, look, scale.middle(spot.piece.first), y)
        case "deadline":
            yield from _deadline(spot, look, y, scale)
        case "days":
            yield from _days(spot.piece, look, y, scale)
        case "bar":
            yield from bar(look, Box(spot.left, y - BAR / 2, spot.right - spot.left, BAR))
            yield from _going_on(spot, look, y, scale)


def mark(name: str, look: Look, x: float, y: float) -> Iterator[Node]:
    """Paint a mark about its middle."""
    shape = SHAPES[name]
    outlined, signed = _of_shape(look.paint.line, solid=shape.solid)
    at = f"M{number(x)} {number(y)}"
    yield path(at + shape.outline, outlined)
    if shape.sign:
        yield path(at + shape.sign, signed)


@cache
def _of_shape(line: str, *, solid: bool) -> tuple[str, str]:
    outlined = attributes(fill=line if solid else PAPER, stroke=line, stroke_width="1.8")
    return outlined, attributes(fill="none", stroke=PAPER if solid else line, stroke_width="2")


def bar(look: Look, box: Box) -> Iterator[Node]:
    """Paint a bar with its pattern."""
    fill, line = look.paint
    yield rect(*box, filled(fill))
    for one in strokes(look.pattern, box):
        yield path(one.path, stroked(line, one.thick, one.dashes, rounded=one.round))
    yield rect(*box, stroked(line, 1.5, look.dashes))


def _deadline(spot: Spot, look: Look, y: float, scale: Scale) -> Iterator[Node]:
    ends_here = scale.first <= spot.piece.last <= scale.last
    left = max(scale.start(spot.piece.first), spot.left)
    right = scale.middle(spot.piece.last) if ends_here else spot.right
    yield from bar(look, Box(left, y - LIMB / 2, max(right - left, 0.5), LIMB))
    if ends_here:
        yield from mark(spot.piece.look, look, right, y)


def _days(piece: Piece, look: Look, y: float, scale: Scale) -> Iterator[Node]:
    """Each run of days that follow each other is a box; days of deduction are dark with light lines."""
    solid = look.paint.fill != PAPER
    light = PAPER if solid else look.paint.line
    for first, last in _runs(piece.days, scale):
        box = Box(scale.start(first), y - DAYS / 2, max(scale.end(last) - scale.start(first), 2.5), DAYS)
        yield rect(*box, filled(look.paint.fill))
        for one in strokes(look.pattern, box):
            yield path(one.path, stroked(light, one.thick, one.dashes, rounded=one.round))
        yield rect(*box, stroked(look.paint.line, 1.5, look.dashes))
        if scale.per_day >= _SEPARATED and first < last:
            inner = (scale.start(first + n * ONE_DAY) for n in range(1, (last - first).days + 1))
            yield path("".join(f"M{x:.6g} {box.y:.6g}v{DAYS:g}" for x in inner), attributes(stroke=light))


def _runs(days: tuple[date, ...], scale: Scale) -> Iterator[tuple[date, date]]:
    shown = [day for day in days if scale.first <= day <= scale.last]
    breaks = [number for number, (before, day) in enumerate(pairwise(shown), 1) if day - before > ONE_DAY]
    for start, end in pairwise([0, *breaks, len(shown)] if shown else [0]):
        yield shown[start], shown[end - 1]


def _going_on(spot: Spot, look: Look, y: float, scale: Scale) -> Iterator[Node]:
    """A bar that nothing has ended ends in an arrow."""
    if spot.piece.open and spot.piece.last <= scale.last:
        yield path(f"M{number(spot.right)} {number(y - BAR / 2)}l9 {BAR / 2:g}-9 {BAR / 2:g}z", filled(look.paint.line))


def reach(spot: Spot, y: float) -> Node:
    """Draw what can be clicked: no narrower than a finger needs, and seen by nobody."""
    lacking = max(0.0, 2 * HALF - (spot.right - spot.left)) / 2
    left, wide = spot.left - lacking, spot.right - spot.left + 2 * lacking
    return rect(left, y - HALF, wide, 2 * HALF, _UNSEEN)


_UNSEEN = attributes(fill="none", pointer_events="all")


@cache
def filled(colour: str) -> str:
    """Write the paint of a plain area."""
    return attributes(fill=colour)


@cache
def stroked(colour: str, thick: float, dashes: str = "", *, rounded: bool = False) -> str:
    """Write the paint of a line. There are no more of them than looks, patterns and colours make."""
    written = attributes(fill="none", stroke=colour, stroke_width=f"{thick:g}")
    if dashes:
        written += attributes(stroke_dasharray=dashes)
    return written + attributes(stroke_linecap="round") if rounded else written
