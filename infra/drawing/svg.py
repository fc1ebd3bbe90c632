"""The drawing as SVG: no script, no style, no names that another drawing on the page could have as well."""

from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import XML, Element

from infra.drawing.axis import CHIP, TOP, as_of, axis
from infra.drawing.legend import LINE, entries, legend
from infra.drawing.letters import bold_width
from infra.drawing.looks import LOOKS
from infra.drawing.nodes import NAMESPACE, Node, attributes, element, number, path, rect, text
from infra.drawing.painting import filled, paint, reach
from infra.drawing.palette import GRID, INK, QUIET
from infra.drawing.pieces import LANES, Drawing
from infra.drawing.placing import SIZE, Placed, Row, Spot, place
from infra.drawing.scale import LEFT, ROOM, Scale, scale_of
from infra.drawing.table import summary, title
from infra.drawing.targets import Href
from infra.drawing.words import clean

FONT = "'IBM Plex Sans', 'DejaVu Sans', sans-serif"
NAME_SIZE = 13.0
_NAMESPACE = f' xmlns="{NAMESPACE}"'
_WORDS, _LINES = attributes(fill=INK), attributes(stroke=GRID)
_AGAIN = attributes(fill=QUIET, font_size="11", aria_hidden="true")
_JOINED = attributes(stroke=INK, stroke_width="1.5")
_LOOSELY = attributes(stroke=INK, stroke_width="1.5", stroke_dasharray="4 3")
LONG, EVERY, HEAD = 1500, 900.0, 15.0
"""A picture wider than this names its lanes again every so many pixels, in a line of its own over each lane's rows."""


def svg(drawing: Drawing, href: Href | None = None, room: int = ROOM) -> Element:
    """Draw; every bar and mark leads where `href` says. `room` is the pixels that the days of a short case take."""
    made = XML(svg_text(drawing, href, room).replace(_NAMESPACE, "", 1))
    made.set("xmlns", NAMESPACE)
    return made


def svg_text(drawing: Drawing, href: Href | None = None, room: int = ROOM) -> str:
    """Write the drawing as text for a page or a file."""
    scale = scale_of(drawing, room)
    rows = place(drawing, scale, TOP, HEAD if scale.width > LONG else 0.0)
    bottom = rows[-1].top + rows[-1].height
    explained = entries(drawing, bottom + CHIP + 16, scale.width)
    height = int(explained[-1].y + LINE / 2 + 2)
    return element(
        "svg",
        _root(scale.width, height),
        element("title", "", text=title(drawing)),
        element("desc", "", text=summary(drawing)),
        *axis(scale, bottom),
        *_names(rows, scale),
        *as_of(drawing, scale, bottom),
        *(one for row in rows for placed in row.placed for one in _strand(placed, scale, href)),
        *legend(explained),
    )


def _root(wide: int, height: int) -> str:
    return attributes(
        xmlns=NAMESPACE,
        viewBox=f"0 0 {wide} {height}",
        width=str(wide),
        height=str(height),
        role="group",
        lang="da",
        font_family=FONT,
        font_size=number(SIZE),
    )


def _names(rows: tuple[Row, ...], scale: Scale) -> Iterator[Node]:
    lines = [f"M0 {row.top:.6g}H{scale.right:.6g}" for row in rows]
    yield path(f"{''.join(lines)}M0 {rows[-1].top + rows[-1].height:.6g}H{scale.right:.6g}", _LINES)
    for row in rows:
        said = _broken(LANES[row.lane])
        y = row.top + row.height / 2 + 4.5 - 8 * (len(said) - 1)
        for number_, words in enumerate(said):
            yield text("", 0, y + 16 * number_, _WORDS, words)
        if scale.width > LONG:
            x = LEFT + EVERY
            while x + EVERY / 3 < scale.right:
                yield text(LANES[row.lane], x, row.top + 13, _AGAIN)
                x += EVERY


def _broken(name: str) -> tuple[str, ...]:
    """Break a lane's name before its last words where it is too long for a line."""
    if bold_width(name, NAME_SIZE) <= LEFT - 14:
        return (name,)
    head, _, tail = name.partition(" og ")
    return head, f"og {tail}"


def _strand(placed: Placed, scale: Scale, href: Href | None) -> Iterator[Node]:
    strand, y = placed.strand, placed.y
    if strand.join != "none" and len(placed.spots) > 1:
        left, right = scale.middle(strand.pieces[0].first), scale.middle(strand.pieces[-1].first)
        yield path(f"M{number(left)} {number(y)}H{number(right)}", _LOOSELY if strand.join == "dashes" else _JOINED)
    for spot in placed.spots:
        yield _piece(spot, placed, scale, href)


def _piece(spot: Spot, placed: Placed, scale: Scale, href: Href | None) -> Node:
    """Draw a bar or a mark with its label. Its name begins with what is seen of it, so that it can be said aloud to be chosen."""
    seen = "" if spot.label is None else f"{spot.label.words}{spot.label.strong}: "
    address = href(spot.piece.target) if href is not None else None
    inner = (
        f"<title>{escape(seen + spot.piece.words, quote=False)}</title>",
        *((reach(spot, placed.y),) if address is not None else ()),
        *paint(spot, placed.y, scale),
        *_label(spot, placed),
    )
    return element("g", "", *inner) if address is None else element("a", f' href="{escape(clean(address))}"', *inner)


def _label(spot: Spot, placed: Placed) -> Iterator[Node]:
    """Letters in a bar stand on a piece of its plain colour, so that the pattern does not run through them."""
    label = spot.label
    if label is None:
        return
    y = placed.baseline
    if label.inside:
        yield rect(label.x - 3, placed.y - 8, label.width + 6, 16, filled(LOOKS[spot.piece.look].paint.fill))
        y = placed.y + 4.5
    yield text(label.words, label.x, y, _WORDS, label.strong)
