"""The colours. A test computes their contrast: text against what it stands on, lines and marks against what is beside them."""

from typing import NamedTuple

INK = "#1a1a1a"
QUIET = "#545454"
"""Text that stands back: week numbers, names of holidays."""
PAPER = "#ffffff"
WEEKEND = "#f3f3f3"
HOLIDAY = "#e2e2e2"
GRID = "#d4d4d4"
"""Lines between weeks and lanes, which say nothing that is not said elsewhere."""
MONTH = "#757575"
AS_OF = "#00478f"


class Paint(NamedTuple):
    """The colours of a bar or a mark."""

    fill: str
    line: str


BLUE = Paint("#dbe9f6", "#0b5cad")
GREEN = Paint("#dff2d4", "#2b7000")
RED = Paint("#fbdcdc", "#b80000")
AMBER = Paint("#fff1cc", "#1a1a1a")
GREY = Paint("#ffffff", "#595959")
VIOLET = Paint("#e3ddf4", "#5a3ca4")
ORANGE = Paint("#fde7d6", "#a33f00")
TEAL = Paint("#d8efee", "#006466")
OLIVE = Paint("#edf0d2", "#535c00")
BLACK = Paint("#ffffff", "#1a1a1a")
DEDUCTED = Paint("#b80000", "#7a0000")
"""Days of deduction: the stripes on them have the colour of the paper."""

PAINTS = (BLUE, GREEN, RED, AMBER, GREY, VIOLET, ORANGE, TEAL, OLIVE, BLACK)
"""Light fills that text can stand on, with their lines."""
