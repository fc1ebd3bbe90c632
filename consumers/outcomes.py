"""What became of each event of a batch, for whoever sent it."""

from collections import deque
from collections.abc import Container, Iterable, Sequence
from typing import Literal, NamedTuple

from consumers.checking import Checked
from consumers.cloudevents import Accepted
from consumers.refusals import Rejected
from consumers.repeats import ref_of
from domain.facts import EventRef

What = Literal["accepted", "repeated", "set_aside"]


class Outcome(NamedTuple):
    """What became of one event. The last three say why it was set aside, and under which number it is kept."""

    what: What
    source: str | None
    """Only when it can be read and holds no personal data."""
    id: str | None
    code: str | None = None
    message: str | None = None
    number: int | None = None


def outcomes(checked: Iterable[Checked], new: Container[EventRef], rejected: Sequence[Rejected], numbers: Sequence[int]) -> list[Outcome]:
    """Tell of each event, in their order, from which of them were appended and which were set aside under which numbers.

    What comes again within a batch shares the fate of its first: of a set-aside event nothing is stored, so its twin is no repeat.
    """
    aside: dict[bytes, deque[Outcome]] = {}
    for one, number in zip(rejected, numbers, strict=True):
        aside.setdefault(one.raw, deque()).append(Outcome("set_aside", one.source, one.id, one.code, one.message, number))
    firsts: dict[EventRef, Outcome] = {}
    return [aside[one.raw].popleft() if isinstance(one, Rejected) else _outcome(one, new, aside, firsts) for one in checked]


def _outcome(event: Accepted, new: Container[EventRef], aside: dict[bytes, deque[Outcome]], firsts: dict[EventRef, Outcome]) -> Outcome:
    ref = ref_of(event)
    first = firsts.get(ref)
    if waiting := aside and aside.get(event.state):
        outcome = waiting.popleft()
    elif first and first.what == "set_aside":
        outcome = first
    else:
        outcome = Outcome("repeated" if first or ref not in new else "accepted", *ref)
    firsts.setdefault(ref, outcome)
    return outcome
