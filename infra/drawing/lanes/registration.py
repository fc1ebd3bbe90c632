"""The lane of registration: registered, not registered, pending; exempt from self-booking or without the right to it; group and benefit."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from domain.events import BenefitStarted, BenefitStopped, TargetGroupAssigned
from domain.facts import Fact
from domain.texts import danish_date
from domain.times import ONE_DAY
from domain.view import RegistrationState, SelfBooking
from infra.drawing.course import Standing
from infra.drawing.pieces import Piece, Strand
from infra.drawing.targets import DayTarget, EventTarget, Target
from infra.drawing.words import period, told

_REGISTRATIONS: dict[RegistrationState, tuple[str, str]] = {
    "registered": ("Tilmeldt", "Tilmeldt som jobsøgende"),
    "unregistered": ("Ikke tilmeldt", "Ikke tilmeldt som jobsøgende"),
    "pending": ("Påbegyndt", "Gentilmelding påbegyndt, ikke fuldført"),
}
_BOOKINGS: dict[SelfBooking, tuple[str, str]] = {
    "exempt": ("Fritaget", "Fritaget for selvbooking"),
    "withdrawn": ("Frataget", "Frataget retten til selvbooking"),
}


def registration(standings: Sequence[Standing], facts: Sequence[Fact], until: date) -> Iterator[Strand]:
    """Give the times of each standing through a day, and the changes of group and benefit after the first."""
    states = tuple(_bars(standings, until))
    if states:
        yield Strand(states)
    yield from _self_booking(standings, until)
    yield from _changes(facts)


def _bars(standings: Sequence[Standing], until: date) -> Iterator[Piece]:
    for first, last, one, running in _times(standings, "registration", until):
        if one.registration in _REGISTRATIONS:
            short, whole = _REGISTRATIONS[one.registration]
            words = f"{whole} {_span(first, last, running=running)}"
            target = _of(one.registered_by, first)
            yield Piece("registration", first, last, one.registration, words, target, short, running)


def _self_booking(standings: Sequence[Standing], until: date) -> Iterator[Strand]:
    for first, last, one, running in _times(standings, "booking", until):
        if one.booking in _BOOKINGS:
            short, whole = _BOOKINGS[one.booking]
            words = f"{whole} {_span(first, last, running=running)}"
            yield Strand((Piece("registration", first, last, "exempt", words, _of(one.booking_by, first), open=running),), short)


def _times(standings: Sequence[Standing], name: str, until: date) -> Iterator[tuple[date, date, Standing, bool]]:
    """Give the first and last day of each standing, and whether it goes on."""
    changes = [next(same) for _, same in groupby(standings, key=lambda one: getattr(one, name))]
    for one, after in pairwise(changes):
        yield one.day, after.day - ONE_DAY, one, False
    if changes:
        yield changes[-1].day, until, changes[-1], True


def _span(first: date, last: date, *, running: bool) -> str:
    return f"fra {danish_date(first)}" if running else period(first, last)


def _of(fact: Fact | None, day: date) -> Target:
    return DayTarget(day) if fact is None else EventTarget(fact.ref)


def _changes(facts: Sequence[Fact]) -> Iterator[Strand]:
    """The first group and the first benefit open the case and go without a mark."""
    seen: set[type] = set()
    for fact in facts:
        kind = type(fact.event)
        if kind is BenefitStopped or (kind in {TargetGroupAssigned, BenefitStarted} and kind in seen):
            yield Strand((Piece("registration", fact.day, fact.day, "change", told(fact), EventTarget(fact.ref)),), fact.event.LABEL)
        seen.add(kind)
