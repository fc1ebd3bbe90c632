"""The patterns that bars are filled with: plain lines cut to the bar, so that no drawing needs a name for them."""

from collections.abc import Callable
from typing import NamedTuple

from infra.drawing.looks import Pattern

STEP = 6.0


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


class Strokes(NamedTuple):
    """Lines of a pattern, with how they are broken and how thick they are."""

    path: str
    dashes: str = ""
    thick: float = 1.2
    round: bool = False


def strokes(pattern: Pattern, box: Box) -> tuple[Strokes, ...]:
    """Draw a pattern within a box."""
    return _DRAWN[pattern](box) if box.width > 2 else ()


def _none(box: Box) -> tuple[Strokes, ...]:
    return ()


def _dots(box: Box) -> tuple[Strokes, ...]:
    """Points in rows, every second row set off."""
    inner = max(box.width - 6, 0)
    rows = (f"M{box.x + 3 + shift:.5g} {box.y + at * box.height:.5g}h{max(inner - shift, 0):.5g}" for at, shift in ((0.3, 0), (0.7, 3)))
    return tuple(Strokes(row, "0 6", 2.4, round=True) for row in rows)


def _level(box: Box) -> tuple[Strokes, ...]:
    return (Strokes("".join(f"M{box.x:.5g} {box.y + at * box.height:.5g}h{box.width:.5g}" for at in (0.33, 0.67))),)


def _upright(box: Box) -> tuple[Strokes, ...]:
    """One broken line as thick as the bar."""
    middle = box.y + box.height / 2
    return (Strokes(f"M{box.x + 2:.5g} {middle:.5g}h{max(box.width - 3, 0):.5g}", "1.4 4.6", box.height),)


def _hatched(box: Box) -> tuple[Strokes, ...]:
    return (Strokes(_slanted(box, rising=True)),)


def _hatched_back(box: Box) -> tuple[Strokes, ...]:
    return (Strokes(_slanted(box, rising=False)),)


def _crossed(box: Box) -> tuple[Strokes, ...]:
    return (Strokes(_slanted(box, rising=True, step=9) + _slanted(box, rising=False, step=9), thick=0.9),)


def _waves(box: Box) -> tuple[Strokes, ...]:
    """A jagged line along the middle."""
    teeth = int(box.width // 8)
    path = f"M{box.x:.5g} {box.y + box.height * 0.7:.5g}" + f"l4 {-box.height * 0.4:.4g} 4 {box.height * 0.4:.4g}" * teeth
    return (Strokes(path, thick=1.6),) if teeth else ()


def _slanted(box: Box, *, rising: bool, step: float = STEP) -> str:
    """Lines at 45 degrees, each cut where it leaves the box."""
    x, y, width, height = box
    parts = []
    start = step / 2 - height
    while start < width:
        enters, leaves = max(0.0, -start), min(height, width - start)
        if leaves - enters > 0.5:
            top = y + height - enters if rising else y + enters
            run = leaves - enters
            parts.append(f"M{x + start + enters:.6g} {top:.5g}l{run:.4g} {-run if rising else run:.4g}")
        start += step
    return "".join(parts)


_DRAWN: dict[Pattern, Callable[[Box], tuple[Strokes, ...]]] = {
    "none": _none,
    "dots": _dots,
    "level": _level,
    "upright": _upright,
    "hatched": _hatched,
    "hatched_back": _hatched_back,
    "crossed": _crossed,
    "waves": _waves,
}
