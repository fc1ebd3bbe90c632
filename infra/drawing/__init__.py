"""A case drawn as a timeline: for a page with links, for paper without, and in words as a table."""

from infra.drawing.drawing import drawing_of
from infra.drawing.pieces import LANES, Drawing, Lane
from infra.drawing.svg import svg, svg_text
from infra.drawing.table import TableRow, summary, table_rows, title
from infra.drawing.targets import DayTarget, DeadlineTarget, EventTarget, Href, Target
from infra.drawing.window import parts

__all__ = [
    "LANES",
    "DayTarget",
    "DeadlineTarget",
    "Drawing",
    "EventTarget",
    "Href",
    "Lane",
    "TableRow",
    "Target",
    "drawing_of",
    "parts",
    "summary",
    "svg",
    "svg_text",
    "table_rows",
    "title",
]
