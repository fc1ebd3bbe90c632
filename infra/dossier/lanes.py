"""What the timeline draws, as plain data: bars and marks in lanes."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, takewhile
from operator import attrgetter
from typing import Literal, NamedTuple

from domain.derive import unfold
from domain.events import (
    AbsenceRecorded,
    BookingCancelled,
    ContactAttempted,
    ContactRestored,
    Deregistered,
    Event,
    GroundAssessed,
    HearingSent,
    HolidayNotified,
    ImmediateBookingDemanded,
    InterviewBooked,
    InterviewConvened,
    InterviewHeld,
    InterviewMissed,
    InterviewRebooked,
    InterviewRequested,
    JobnetVisited,
    RecoveryReported,
    SanctionDecided,
    SicknessReported,
)
from domain.facts import Fact
from domain.texts import danish_date
from domain.times import ONE_DAY
from domain.view import days
from infra.danish_dates import stretches
from infra.dossier.derivation import Derived
from infra.labels import DEADLINE_STATES

Lane = Literal["registration", "deadlines", "bookings", "absence", "contact", "days", "decisions"]
LANES: dict[Lane, str] = {
    "registration": "Tilmelding",
    "deadlines": "Frister",
    "bookings": "Booking og samtale",
    "absence": "Sygdom og fravær",
    "contact": "Kontakt",
    "days": "Fradragsdage",
    "decisions": "Høring, afgørelse",
}
_MARKS: dict[Lane, tuple[type[Event], ...]] = {
    "bookings": (
        JobnetVisited,
        ImmediateBookingDemanded,
        InterviewBooked,
        InterviewRebooked,
        BookingCancelled,
        InterviewConvened,
        InterviewHeld,
        InterviewMissed,
    ),
    "absence": (SicknessReported, RecoveryReported),
    "contact": (ContactRestored, ContactAttempted, InterviewRequested),
    "decisions": (HearingSent, SanctionDecided),
}
BEFORE, AFTER = 10 * ONE_DAY, 7 * ONE_DAY


class Bar(NamedTuple):
    """Days in a lane, both ends included; a mark is a bar of one day."""

    lane: Lane
    first: date
    last: date
    label: str
    look: Literal["plain", "counted", "blocked", "mark"]


class Drawing(NamedTuple):
    """The days drawn and what is on them."""

    first: date
    last: date
    bars: tuple[Bar, ...]


def drawing(found: Derived) -> Drawing | None:
    """Choose what is drawn: from a little before the first deadline until a little after the last thing. None for a case without events."""
    facts, until = found.case.history.facts(found.question.known_at, found.question.known_by), found.question.valid_on
    standing = [fact for fact in facts if fact.day <= until]
    if not standing:
        return None
    bars = [*_deadlines(found), *_days(found), *_of_events(standing)]
    seen = [bar for bar in bars if bar.first <= until] or [Bar("contact", standing[0].day, standing[-1].day, "", "mark")]
    first = min(bar.first for bar in seen) - BEFORE
    last = min(max(max(bar.last for bar in seen) + AFTER, first + 30 * ONE_DAY), until)
    last = max(last, first)
    within = [bar for bar in (*_registered(found, facts, last), *bars) if bar.first <= last and bar.last >= first]
    return Drawing(first, last, tuple(bar._replace(first=max(bar.first, first), last=min(bar.last, last)) for bar in within))


def _registered(found: Derived, facts: list[Fact], last: date) -> Iterator[Bar]:
    statuses = takewhile(lambda status: status.day <= last, unfold(facts, found.question.policy))
    changes = [next(same) for _, same in groupby(statuses, key=attrgetter("registration"))]
    ends = [after.day - ONE_DAY for after in changes[1:]]
    for status, end in zip(changes, [*ends, last], strict=True):
        if status.registration == "registered":
            yield Bar("registration", status.day, end, "tilmeldt", "plain")


def _deadlines(found: Derived) -> Iterator[Bar]:
    for one in found.seen.view.deadlines:
        if one.published <= one.due:
            words = f"{one.deadline_id}, fristdag {danish_date(one.due)}: {DEADLINE_STATES[one.state]}"
            yield Bar("deadlines", one.published, one.due, words, "plain")


def _days(found: Derived) -> Iterator[Bar]:
    view = found.seen.view
    for stretch in stretches(days(view.sanctionable, view.valid_on)):
        yield Bar("days", stretch.days[0], stretch.days[-1], f"fradrag: {stretch.words}", "counted")
    for stretch in stretches(days(view.blocked, view.valid_on)):
        yield Bar("days", stretch.days[0], stretch.days[-1], f"ikke fradrag: {stretch.words}", "blocked")


def _of_events(standing: list[Fact]) -> Iterator[Bar]:
    for fact in standing:
        event = fact.event
        if isinstance(event, HolidayNotified | AbsenceRecorded) or (isinstance(event, GroundAssessed) and event.accepted):
            if event.from_ <= event.to:
                yield Bar("absence", event.from_, event.to, event.LABEL, "plain")
        elif isinstance(event, Deregistered) and event.cause == "sickness":
            yield Bar("absence", fact.day, fact.day, "Afmeldt som syg", "mark")
        for lane, kinds in _MARKS.items():
            if isinstance(event, kinds):
                yield Bar(lane, fact.day, fact.day, event.LABEL, "mark")
