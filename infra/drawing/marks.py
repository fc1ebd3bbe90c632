"""The shapes of marks, drawn about their middle. No two that mean different things have the same shape."""

from typing import NamedTuple

RADIUS = 8
"""No mark reaches farther from its middle."""


class Shape(NamedTuple):
    """A mark: its outline, whether it is filled with its line's colour, and what is drawn in it."""

    outline: str
    solid: bool = False
    sign: str = ""


_CIRCLE = "m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"
_DOT = "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z"
_SQUARE = "m-7-7h14v14h-14z"
_DIAMOND = "m-8 0l8-8 8 8-8 8z"
_UP = "m-8 6l8-13 8 13z"
_DOWN = "m-8-6l8 13 8-13z"
_RIGHT = "m-6-7.5l13 7.5-13 7.5z"
_BUBBLE = "m-7-7h14v10h-7l-4 4v-4h-3z"
_LETTER = "m-8-5.5h16v11h-16z"
_HEXAGON = "m-8 0l4-7h8l4 7-4 7h-8z"
_PENTAGON = "m0-8l7.6 5.5-2.9 9h-9.4l-2.9-9z"
_FLAG = "m-5 8v-15h11l-3 4 3 4h-11"
_PLUS = "m-2.5-7h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5z"
_CHEVRONS = "m-7-6h3l6 6-6 6h-3l6-6zm6 0h3l5 6-5 6h-3l5-6z"
_ARROW = "m-3-7h6v6h4l-7 8-7-8h4z"

_TICK = "m-3.5 0.5l2.5 2.5 4.5-5.5"
_CROSS = "m-3-3l6 6m0-6l-6 6"
_BIG_CROSS = "m-4-4l8 8m0-8l-8 8"
_MINUS = "m-3.5 0h7"
_PLUS_SIGN = "m-3.5 0h7m-3.5-3.5v7"
_POINT = "m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z"
_SLASH = "m-4.5 4.5l9-9"
_INFO = "m0-4v1.5m0 2v4.5"
_CALL = "m0-4.5v5m0 2.5v1.5"
_FOLD = "m-8-5.5l8 7 8-7"
_LINES = "m-4-4h8m-8 3.5h5"

SHAPES: dict[str, Shape] = {
    "deadline_met": Shape(_DIAMOND, solid=True, sign=_TICK),
    "deadline_missed": Shape(_DIAMOND, solid=True, sign=_CROSS),
    "deadline_gone": Shape(_DIAMOND, solid=True, sign=_MINUS),
    "deadline_open": Shape(_DIAMOND, solid=True, sign=_POINT),
    "deadline_invalid": Shape(_DIAMOND, sign=_CALL),
    "extended": Shape(_CHEVRONS, solid=True),
    "booked": Shape(_CIRCLE),
    "convened": Shape(_RIGHT),
    "rebooked": Shape(_CIRCLE, sign=_POINT),
    "cancelled": Shape(_CIRCLE, sign=_SLASH),
    "held": Shape(_SQUARE, solid=True),
    "missed": Shape(_SQUARE, sign=_BIG_CROSS),
    "planned": Shape(_SQUARE),
    "demanded": Shape(_CIRCLE, sign=_CALL),
    "sick_report": Shape(_PLUS, solid=True),
    "well_report": Shape(_PLUS),
    "guidance": Shape(_CIRCLE, solid=True, sign=_INFO),
    "contact": Shape(_BUBBLE, solid=True),
    "attempt": Shape(_BUBBLE),
    "request": Shape(_BUBBLE, sign="m-4-2h8"),
    "letter": Shape(_LETTER, sign=_FOLD),
    "visit": Shape(_DOT, solid=True),
    "no_slots": Shape(_HEXAGON, sign=_CROSS),
    "slots": Shape(_HEXAGON, sign=_PLUS_SIGN),
    "answered": Shape(_BUBBLE, sign=_LINES),
    "decided": Shape(_UP, solid=True),
    "revoked": Shape(_DOWN),
    "deducted": Shape(_ARROW, solid=True),
    "appeal": Shape(_PENTAGON),
    "appeal_decided": Shape(_PENTAGON, solid=True),
    "fund": Shape(_HEXAGON, solid=True),
    "error": Shape(_UP, sign="m0-1.5v3.5m0 1.5v1"),
    "change": Shape(_FLAG),
}
"""By the name of the look."""
