"""The timeline drawn: readable without colour, the same in the page and in the PDF. The tables say all that it shows."""

from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import Element

from domain.texts import danish_date
from domain.times import ONE_DAY
from infra.dossier.lanes import LANES, Bar, Drawing
from infra.dossier.nodes import node

Place = Callable[[date], float]
WIDTH, LEFT, TOP, LANE, HEIGHT = 720, 118, 30, 34, 12
_MONTHS = ("jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec.")
_LOOKS = {
    "plain": {"fill": "#dbe9f6", "stroke": "#00478f"},
    "counted": {"fill": "#a11212", "stroke": "#5c0000"},
    "blocked": {"fill": "#ffffff", "stroke": "#333333", "stroke_dasharray": "3 2"},
}
_LABEL_WIDTH = 4.3
"""About how wide a letter of a label is."""


def svg(drawing: Drawing) -> Element:
    """Draw."""
    height = TOP + LANE * len(LANES) + 6
    scale = (WIDTH - LEFT - 4) / ((drawing.last - drawing.first).days + 1)

    def at(day: date) -> float:
        return round(LEFT + (day - drawing.first).days * scale, 2)

    parts = [*_axis(drawing, at, height), *_names()]
    free = dict.fromkeys(LANES, 0.0)
    for bar in sorted(drawing.bars, key=lambda bar: (bar.lane, bar.first, bar.last, bar.label)):
        x, width = at(bar.first), max(round(at(bar.last + ONE_DAY) - at(bar.first), 2), 3)
        y = TOP + LANE * list(LANES).index(bar.lane)
        parts.append(_shape(bar, x, width, y))
        needed = len(bar.label) * _LABEL_WIDTH
        start = max(LEFT, min(x, WIDTH - needed))
        if start >= free[bar.lane] and needed < WIDTH - LEFT:
            parts.append(node("text", bar.label, x=round(start, 2), y=y + 11, font_size=8, fill="#1a1a1a"))
            free[bar.lane] = start + needed + 6
    title = f"Tidslinje fra {danish_date(drawing.first)} til {danish_date(drawing.last)}. Tabellerne siger det samme i ord."
    return node("svg", node("title", title), *parts, viewBox=f"0 0 {WIDTH} {height}", role="img", font_family="DejaVu Sans, sans-serif")


def _axis(drawing: Drawing, at: Place, height: int) -> list[Element]:
    made, month = [], drawing.first.replace(day=1)
    while month <= drawing.last:
        if month >= drawing.first:
            x = at(month)
            made.append(node("line", x1=x, x2=x, y1=14, y2=height - 4, stroke="#767676", stroke_width=0.7))
            made.append(node("text", f"{_MONTHS[month.month - 1]} {month.year}", x=x + 3, y=12, font_size=9, fill="#1a1a1a"))
        month = (month + 31 * ONE_DAY).replace(day=1)
    return made


def _names() -> list[Element]:
    made = []
    for number, name in enumerate(LANES.values()):
        y = TOP + LANE * number
        made.append(node("line", x1=0, x2=WIDTH, y1=y, y2=y, stroke="#bbbbbb", stroke_width=0.6))
        made.append(node("text", name, x=0, y=y + 20, font_size=9.5, font_weight="bold", fill="#1a1a1a"))
    return made


def _shape(bar: Bar, x: float, width: float, y: int) -> Element:
    if bar.look == "mark":
        middle, centre = round(x + width / 2, 2), y + 21
        points = f"{middle},{centre - 5} {middle + 5},{centre} {middle},{centre + 5} {middle - 5},{centre}"
        return node("polygon", node("title", bar.label), points=points, fill="#1a1a1a")
    return node("rect", node("title", bar.label), x=x, y=y + 15, width=width, height=HEIGHT, **_LOOKS[bar.look])
