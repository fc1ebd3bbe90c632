"""Which days are drawn: all that the case has something to draw on, or the last part of a very long one."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.times import ONE_DAY
from infra.drawing.pieces import Drawing, Strand

BEFORE, AFTER = timedelta(days=3), timedelta(days=10)
SHORTEST, LONGEST = timedelta(days=35), timedelta(days=3 * 366)
AHEAD = timedelta(days=183)
NEAR = timedelta(days=60)
"""So far behind the last thing drawn the day asked still lies in the picture."""


def window(strands: Sequence[Strand], valid_on: date) -> tuple[date, date]:
    """Choose the first and the last day. A case longer than three years is drawn in its last three, and half a year ahead at most."""
    last = min(max(map(_end, strands)), valid_on + AHEAD)
    if valid_on - last <= NEAR:
        last = max(last, valid_on)
    last += AFTER
    first = min(min(strand.first for strand in strands) - BEFORE, last - SHORTEST)
    return max(first, last - LONGEST), last


def _end(strand: Strand) -> date:
    """Give the last day that is known: what only goes on says nothing of when."""
    return max(piece.first if piece.open and piece.lane != "days" else piece.last for piece in strand.pieces)


def within(strands: Sequence[Strand], first: date, last: date) -> tuple[Strand, ...]:
    """Keep what lies in the window, if only in part."""
    kept = []
    for strand in strands:
        pieces = tuple(piece for piece in strand.pieces if piece.first <= last and piece.last >= first)
        if len(pieces) == len(strand.pieces):
            kept.append(strand)
        elif pieces:
            whole = strand.speaker == -1 and pieces[-1] is strand.pieces[-1]
            kept.append(strand._replace(pieces=pieces) if whole else Strand(pieces, join=strand.join))
    return tuple(kept)


def parts(drawing: Drawing, longest: int) -> tuple[Drawing, ...]:
    """Cut a drawing into equal parts of so many days at most, for paper."""
    count = -(-((drawing.last - drawing.first).days + 1) // longest)
    length = -(-((drawing.last - drawing.first).days + 1) // count)
    starts = [drawing.first + n * length * ONE_DAY for n in range(count)]
    ends = [*(start - ONE_DAY for start in starts[1:]), drawing.last]
    return tuple(
        drawing._replace(first=first, last=last, strands=within(drawing.strands, first, last))
        for first, last in zip(starts, ends, strict=True)
    )
