"""The lane of interviews: booked or convened, moved, held, missed, cancelled, or planned still."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.course.records import Interview
from domain.events import (
    BookingCancelled,
    Event,
    ImmediateBookingDemanded,
    InterviewBooked,
    InterviewConvened,
    InterviewHeld,
    InterviewMissed,
    InterviewRebooked,
)
from domain.facts import Fact
from domain.texts import danish_date
from infra.drawing.course import Meeting
from infra.drawing.pieces import Join, Piece, Strand
from infra.drawing.targets import EventTarget
from infra.drawing.words import short_date, told

_LOOKS: dict[type[Event], str] = {
    InterviewBooked: "booked",
    InterviewConvened: "convened",
    InterviewRebooked: "rebooked",
    BookingCancelled: "cancelled",
    InterviewHeld: "held",
    InterviewMissed: "missed",
    ImmediateBookingDemanded: "demanded",
}
_SHORT: dict[type[Event], str] = {
    InterviewBooked: "Booket",
    InterviewConvened: "Indkaldt",
    InterviewRebooked: "Ombooket",
    BookingCancelled: "Aflyst",
    InterviewHeld: "Samtale holdt",
    InterviewMissed: "Udeblevet",
}


def meetings(found: Sequence[Meeting], facts: Sequence[Fact]) -> Iterator[Strand]:
    """Give each interview, and each demand to book at once."""
    for one in found:
        yield _strand(one)
    for fact in facts:
        if isinstance(fact.event, ImmediateBookingDemanded):
            yield Strand((_mark(fact),))


def _strand(one: Meeting) -> Strand:
    pieces = [_mark(fact) for fact in one.facts]
    if one.interview is not None and one.interview.state == "planned":
        return Strand((*pieces, _planned(one.interview)), f"Samtale {short_date(one.interview.day)}", join="dashes")
    last = one.facts[-1]
    join: Join = "dashes" if isinstance(last.event, BookingCancelled) else "line"
    return Strand(tuple(pieces), _SHORT[type(last.event)], join=join if len(pieces) > 1 else "none")


def _mark(fact: Fact) -> Piece:
    return Piece("meetings", fact.day, fact.day, _LOOKS[type(fact.event)], told(fact), EventTarget(fact.ref))


def _planned(interview: Interview) -> Piece:
    """The day for which an interview is planned; it may have passed without a word of it."""
    day: date = interview.day
    return Piece("meetings", day, day, "planned", f"Samtale planlagt til {danish_date(day)}", EventTarget(interview.fact.ref))
