"""The lane of guidance and contact: what the authority told, how the citizen and it reached each other, and what stood in the way."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from domain.course.circumstances import outage_days
from domain.events import (
    ContactAttempted,
    ContactRestored,
    DeadlineSentInWriting,
    DeregistrationLetterSent,
    Event,
    GuidanceGiven,
    InterviewRequested,
    JobnetVisited,
    NoSlotsReported,
    OtherActivityOffered,
    OutageRecorded,
    ReminderSent,
    SlotsReleased,
)
from domain.facts import Fact
from infra.drawing.pieces import Piece, Strand
from infra.drawing.targets import EventTarget
from infra.drawing.words import told
from projections.system import due_days


class _Mark(NamedTuple):
    """How an event is drawn; what happens often has no label."""

    look: str
    label: str = ""


_MARKS: dict[type[Event], _Mark] = {
    GuidanceGiven: _Mark("guidance", "Vejledning"),
    ContactRestored: _Mark("contact", "Kontakt"),
    ContactAttempted: _Mark("attempt"),
    InterviewRequested: _Mark("request", "Beder om samtale"),
    NoSlotsReported: _Mark("no_slots", "Ingen tider"),
    SlotsReleased: _Mark("slots", "Flere tider"),
    ReminderSent: _Mark("letter"),
    DeregistrationLetterSent: _Mark("letter", "Afmeldebrev"),
    DeadlineSentInWriting: _Mark("letter", "Frist skriftligt"),
    OtherActivityOffered: _Mark("letter", "Anden aktivitet"),
    JobnetVisited: _Mark("visit"),
}


def contact(facts: Sequence[Fact]) -> Iterator[Strand]:
    """Give each event of the lane; an outage of Jobnet where it touches a day that is, or was, a due date."""
    dues = due_days(facts)
    for fact in facts:
        mark = _MARKS.get(type(fact.event))
        if mark is not None:
            yield Strand((_piece(mark.look, fact, fact.day, fact.day),), mark.label)
        elif isinstance(fact.event, OutageRecorded):
            first, last = outage_days(fact.event)
            if any(first <= due <= last for due in dues):
                yield Strand((_piece("outage", fact, first, last),), "Driftsforstyrrelse")


def _piece(look: str, fact: Fact, first: date, last: date) -> Piece:
    return Piece("contact", first, last, look, told(fact), EventTarget(fact.ref))
