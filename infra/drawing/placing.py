"""Where bars, marks and labels stand: each strand in the first row of its lane where it and its label touch nothing else."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from infra.drawing.letters import bold_width, width
from infra.drawing.looks import LOOKS
from infra.drawing.marks import RADIUS
from infra.drawing.pieces import LANES, Drawing, Lane, Piece, Strand
from infra.drawing.scale import LEFT, Scale

SIZE = 13.0
"""The size of a label's letters."""
HALF = 12.0
"""Half of the least width of what can be clicked (WCAG 2.5.8)."""
GAP, BESIDE = 7.0, 5.0
ROWS_WITH_LABELS = 4
"""A lane gets no more rows than this for the sake of labels; what has none then still has its words."""
ABOVE: frozenset[Lane] = frozenset({"deadlines", "meetings"})
"""Lanes with the label over the strand; in the others it stands in the bar or beside it."""
ROW, TALL_ROW, LEAST, EDGE = 28.0, 44.0, 40.0, 4.0
"""Heights of a row, of one with the label above, of a lane, and of the space over and under its rows."""


class Extent(NamedTuple):
    """From where to where something reaches."""

    left: float
    right: float


class Label(NamedTuple):
    """Words on the paper."""

    words: str
    strong: str
    x: float
    width: float
    inside: bool = False
    """It stands in a bar."""


class Spot(NamedTuple):
    """A piece on the paper."""

    piece: Piece
    left: float
    right: float
    label: Label | None


class Placed(NamedTuple):
    """A strand on the paper."""

    strand: Strand
    spots: tuple[Spot, ...]
    y: float
    """The middle of its bars and marks."""
    baseline: float
    """Where its label stands."""


class Row(NamedTuple):
    """A lane on the paper."""

    lane: Lane
    top: float
    height: float
    placed: tuple[Placed, ...]


class _Measured(NamedTuple):
    """A strand, and how far each of its pieces reaches."""

    strand: Strand
    ends: list[Extent]


def place(drawing: Drawing, scale: Scale, top: float, head: float) -> tuple[Row, ...]:
    """Place every strand, lane under lane; `head` is kept free over each lane's rows."""
    of = {lane: list(strands) for lane, strands in groupby(drawing.strands, key=lambda strand: strand.lane)}
    rows = []
    for lane in LANES:
        row = _row(lane, [one for strand in of.get(lane, ()) for one in _apart(strand, scale)], scale, top, head)
        rows.append(row)
        top += row.height
    return tuple(rows)


def _row(lane: Lane, strands: list[_Measured], scale: Scale, top: float, head: float) -> Row:
    tracks: list[list[Extent]] = []
    height, middle, baseline = (TALL_ROW, 29.0, 15.0) if lane in ABOVE else (ROW, 14.0, 18.5)
    placed = []
    for strand, ends in strands:
        bare = _extent(ends)
        options = [*_labels(strand, ends[0], bare, scale)]
        number, label = _find(tracks, bare, options)
        y = top + EDGE + head + number * height
        placed.append(Placed(strand, _spots(strand, ends, label), y + middle, y + baseline))
    return Row(lane, top, max(len(tracks) * height + 2 * EDGE, LEAST) + head, tuple(placed))


def _find(tracks: list[list[Extent]], bare: Extent, options: list[Label]) -> tuple[int, Label | None]:
    """Find a row with room for the strand and its label, or else for the strand alone; start a new row where there is none."""
    for number, track in enumerate(tracks):
        for label in options:
            whole = _joined(bare, label)
            if _free(track, whole):
                track.append(whole)
                return number, label
    if len(tracks) < ROWS_WITH_LABELS and options:
        tracks.append([_joined(bare, options[0])])
        return len(tracks) - 1, options[0]
    for number, track in enumerate(tracks):
        if _free(track, bare):
            track.append(bare)
            return number, None
    tracks.append([_joined(bare, options[0]) if options else bare])
    return len(tracks) - 1, options[0] if options else None


def _free(track: Iterable[Extent], wanted: Extent) -> bool:
    return all(wanted.right + GAP <= taken.left or taken.right + GAP <= wanted.left for taken in track)


def _joined(bare: Extent, label: Label) -> Extent:
    return Extent(min(bare.left, label.x), max(bare.right, label.x + label.width))


def _labels(strand: Strand, ends: Extent, bare: Extent, scale: Scale) -> Iterator[Label]:
    """Give the places where a label could stand, the best first; none of them leaves the picture. `ends` are the first piece's."""
    wide = width(strand.label, SIZE) + bold_width(strand.strong, SIZE)
    if not wide:
        return
    if strand.lane in ABOVE:
        starts = [bare.left + 2, bare.right - wide]
    elif len(strand.pieces) == 1 and LOOKS[strand.pieces[0].look].form == "bar" and ends.right - ends.left >= wide + 2 * GAP:
        yield Label(strand.label, strand.strong, ends.left + GAP, wide, inside=True)
        return
    else:
        starts = [bare.right + BESIDE, bare.left - BESIDE - wide]
    for x in starts:
        if x >= LEFT - 2 and x + wide <= scale.right:
            yield Label(strand.label, strand.strong, x, wide)


def _extent(ends: list[Extent]) -> Extent:
    """Say how far a strand reaches; the least is what a finger needs."""
    left, right = min([one.left for one in ends]), max([one.right for one in ends])
    lacking = max(0.0, 2 * HALF - (right - left)) / 2
    return Extent(left - lacking, right + lacking)


def _all_ends(strand: Strand, scale: Scale) -> list[Extent]:
    """Say how far each piece reaches. Two marks as near as their shapes allow share what lies between them."""
    ends = [_ends(piece, scale) for piece in strand.pieces]
    if strand.join != "none" and len(ends) == 2:
        one, other = ends
        shared = one.right - other.left
        if 0 < shared <= 2 * (HALF - RADIUS):
            return [Extent(one.left - shared / 2, one.right - shared / 2), Extent(other.left + shared / 2, other.right + shared / 2)]
    return ends


def _ends(piece: Piece, scale: Scale) -> Extent:
    match LOOKS[piece.look].form:
        case "mark":
            middle = scale.middle(piece.first)
            return Extent(middle - HALF, middle + HALF)
        case "deadline":
            right = scale.middle(piece.last) + HALF if piece.last <= scale.last else scale.right
            return Extent(min(scale.start(piece.first), right - 2 * HALF), right)
        case _:
            left = scale.start(piece.first)
            return Extent(left, max(scale.end(piece.last), left + 3))


def _spots(strand: Strand, ends: list[Extent], label: Label | None) -> tuple[Spot, ...]:
    speaker = strand.pieces[strand.speaker]
    return tuple(
        [
            Spot(piece, one.left, one.right, label if label is not None and piece is speaker else _inside(piece, one))
            for piece, one in zip(strand.pieces, ends, strict=True)
        ]
    )


def _inside(piece: Piece, ends: Extent) -> Label | None:
    if not piece.inside:
        return None
    wide = width(piece.inside, SIZE)
    if ends.right - ends.left < wide + 2 * GAP:
        return None
    return Label(piece.inside, "", ends.left + GAP, wide, inside=True)


def _apart(strand: Strand, scale: Scale) -> Iterator[_Measured]:
    """Marks that would stand on each other come apart into strands of their own; the last keeps the label."""
    ends = _all_ends(strand, scale)
    if strand.lane != "meetings" or all(one.right <= other.left for one, other in pairwise(ends)):
        yield _Measured(strand, ends)
        return
    for piece in strand.pieces[:-1]:
        yield _Measured(Strand((piece,)), [_ends(piece, scale)])
    yield _Measured(strand._replace(pieces=strand.pieces[-1:], join="none"), [_ends(strand.pieces[-1], scale)])
