"""The axis: months, ISO weeks where there is room, weekends and holidays behind everything, and the day that the case is shown for."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.texts import danish_date
from domain.times import ONE_DAY
from infra.drawing.holidays import Holiday, holidays
from infra.drawing.letters import bold_width, width
from infra.drawing.nodes import Node, attributes, element, number, path, rect, text
from infra.drawing.palette import AS_OF, GRID, HOLIDAY, INK, MONTH, PAPER, QUIET, WEEKEND
from infra.drawing.pieces import Drawing
from infra.drawing.scale import LEFT, Scale

MONTH_LINE, WEEK_LINE, HOLIDAY_LINE, TOP = 15, 35, 52, 60
"""Where months, weeks and holidays are written, and where the lanes begin."""
MONTH_SIZE, WEEK_SIZE, HOLIDAY_SIZE, CHIP_SIZE = 14.0, 12.0, 11.0, 13.0
CHIP = 24
"""The height of the sign under the line of the day asked."""
_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december")
_WEEK = attributes(font_size=number(WEEK_SIZE), fill=QUIET)
_MONTH = attributes(font_size=number(MONTH_SIZE), fill=INK)
_HOLIDAY = attributes(font_size=number(HOLIDAY_SIZE), fill=QUIET)
_WEEKENDS, _HOLIDAYS, _WEEK_LINES, _MONTH_LINES = (
    attributes(fill=WEEKEND),
    attributes(fill=HOLIDAY),
    attributes(stroke=GRID),
    attributes(stroke=MONTH),
)
_AS_OF = attributes(stroke=AS_OF, stroke_width="2.5", stroke_dasharray="6 4")
_CHIP, _IN_CHIP = attributes(fill=AS_OF), attributes(fill=PAPER, text_anchor="middle")
_ROOM_OF_A_WEEK = width("Uge 22", WEEK_SIZE) + 8


def axis(scale: Scale, bottom: float) -> Iterator[Node]:
    """Draw the axis down to the bottom of the lanes."""
    yield from _shades(scale, bottom)
    yield from _weeks(scale, bottom)
    yield from _months(scale, bottom)
    yield from _names_of_holidays(scale)


def _shades(scale: Scale, bottom: float) -> Iterator[Node]:
    first = scale.first.weekday()
    parts = [_shade(scale, 0, 1, bottom)] if first == 6 else []
    parts += [_shade(scale, saturday, saturday + 2, bottom) for saturday in range((5 - first) % 7, scale.days, 7)]
    yield path("".join(parts), _WEEKENDS)
    for one in _holidays(scale):
        number = (one.day - scale.first).days
        named = element("title", "", text=f"{one.name} {danish_date(one.day)}")
        yield element("g", "", named, path(_shade(scale, number, number + 1, bottom), _HOLIDAYS))


def _shade(scale: Scale, first: int, after: int, bottom: float) -> str:
    """Shade days by their numbers, `after` is the first that is not."""
    left, right = scale.at(first), scale.at(after)
    return f"M{left:.6g} {TOP}H{right:.6g}V{bottom:.6g}H{left:.6g}z"


def _holidays(scale: Scale) -> list[Holiday]:
    return [one for year in range(scale.first.year, scale.last.year + 1) for one in holidays(year) if scale.first <= one.day <= scale.last]


def _weeks(scale: Scale, bottom: float) -> Iterator[Node]:
    """Every week has its line; every week, every second or every fourth its number."""
    step = next((step for step in (1, 2, 4) if step * 7 * scale.per_day >= _ROOM_OF_A_WEEK), 0)
    lines, right = [], scale.right
    down = f" {WEEK_LINE - 10}V{bottom:.6g}"
    for monday in range(-scale.first.weekday() % 7, scale.days, 7):
        x, week = scale.at(monday), (scale.first + monday * ONE_DAY).isocalendar().week
        if monday:
            lines.append(f"M{x:.6g}{down}")
        if step and week % step == 0 and x + _ROOM_OF_A_WEEK <= right:
            yield text(f"Uge {week}", x + 4, WEEK_LINE, _WEEK)
    yield path("".join(lines), _WEEK_LINES)


def _months(scale: Scale, bottom: float) -> Iterator[Node]:
    bounds = [scale.first, *_firsts(scale)]
    lines = []
    for first, after in zip(bounds, [*bounds[1:], None], strict=True):
        x = scale.start(first)
        room = (scale.right if after is None else scale.start(after)) - x
        lines.append(f"M{x:.6g} 2V{WEEK_LINE - 14}M{x:.6g} {TOP - 4}V{bottom:.6g}")
        words = next((words for words in _month(first) if bold_width(words, MONTH_SIZE) + 12 <= room), "")
        if words:
            yield text("", x + 6, MONTH_LINE, _MONTH, words)
    yield path("".join(lines), _MONTH_LINES)


def _firsts(scale: Scale) -> Iterator[date]:
    first = (scale.first.replace(day=1) + timedelta(days=31)).replace(day=1)
    while first <= scale.last:
        yield first
        first = (first + timedelta(days=31)).replace(day=1)


def _month(day: date) -> tuple[str, ...]:
    """Give the ways to name a month, the longest first."""
    name = _MONTHS[day.month - 1]
    short = name if len(name) <= 4 else f"{name[:3]}."
    return f"{name} {day.year}", f"{short} {day.year}", f"{short} {day.year % 100:02}", short


def _names_of_holidays(scale: Scale) -> Iterator[Node]:
    """Days that belong together are named once; a name that would run into another is left to the day's own title."""
    free, named = LEFT - 4.0, ("", 0)
    for one in _holidays(scale):
        if (one.short, one.day.year) == named:
            continue
        named = (one.short, one.day.year)
        wide = width(one.short, HOLIDAY_SIZE)
        places = (scale.start(one.day), scale.end(one.day) - wide)
        x = next((x for x in places if x >= free and x + wide <= scale.right), None)
        if x is not None:
            free = x + wide + 6
            yield text(one.short, x, HOLIDAY_LINE, _HOLIDAY)


def as_of(drawing: Drawing, scale: Scale, bottom: float) -> Iterator[Node]:
    """Draw the line of the day asked at its end, or an arrow to where it lies outside the picture."""
    day = drawing.valid_on
    inside = scale.first <= day <= scale.last
    x = scale.end(day) if inside else scale.right if day > scale.last else float(LEFT)
    words = f"Vist pr. {danish_date(day)}{'' if inside else ' →' if day > scale.last else ' ←'}"
    wide = width(words, CHIP_SIZE) + 16
    left = min(max(x - wide / 2, 0.0), scale.right - wide)
    if inside:
        yield path(f"M{x:.6g} {TOP - 6}V{bottom + 4:.6g}", _AS_OF)
    yield rect(left, bottom + 4, wide, CHIP, _CHIP)
    yield text(words, left + wide / 2, bottom + 21, _IN_CHIP)
