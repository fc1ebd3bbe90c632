"""Booked and convened interviews, and what becomes of them."""

from typing import NamedTuple

from domain.events import (
    BookingCancelled,
    ContactRestored,
    ImmediateBookingDemanded,
    InterviewBooked,
    InterviewConvened,
    InterviewHeld,
    InterviewMissed,
    InterviewRebooked,
    JobnetVisited,
)
from infra.simulation.case import Case, Data
from infra.simulation.clock import MINUTE, DayNumber, Moment, at, day_of, time_text, workday
from infra.simulation.texts import CANCELLED_BY_JOBCENTRE, CONTACT_NOTES

FORMS = (("in_person", 0.55), ("phone", 0.27), ("digital", 0.18))
"""Forms of interviews."""
GROUP_FIRST = 0.03
"""Booked group meetings with an individual interview after."""
REBOOKED, CANCELLED, CANCELLED_BY_US = 0.06, 0.02, 0.015
"""Booked interviews that are moved, cancelled by the citizen, cancelled by the jobcentre."""
NO_SHOW = 0.06
"""Interviews to which the citizen does not come."""
CONTACT_AFTER_NO_SHOW = 0.75
"""Citizens who get in touch after not turning up."""
CONTACT_CHANNELS = (("phone", 0.55), ("message", 0.2), ("visit", 0.15), ("mail", 0.1))
"""How citizens and jobcentre reach each other."""
PAUSE = (6, 30)
"""Days from an interview to the next deadline."""


class Booking(NamedTuple):
    """A booked interview as the course needs it."""

    id: str
    made: Moment
    interview: Moment
    form: str


def visit_and_book(case: Case, when: Moment, latest: DayNumber) -> Booking:
    """Go on Jobnet and book an interview no later than the latest day, where the calendar allows it."""
    case.tell(JobnetVisited, when)
    return book(case, when + case.dice.between(1, 9) * MINUTE, latest)


def demanded_booking(case: Case, when: Moment, *, visited: bool = True) -> Booking:
    """Be met by the demand to book at once, and do it."""
    dice = case.dice
    if visited:
        case.tell(JobnetVisited, when)
    case.tell(ImmediateBookingDemanded, when + 20, {"slots_offered": dice.between(2, 9)})
    latest = day_of(when) + (dice.between(11, 14) if dice.chance(0.03) else 10)
    return book(case, when + dice.between(2, 9) * MINUTE, latest, immediate=True)


def book(case: Case, when: Moment, latest: DayNumber, *, immediate: bool = False) -> Booking:
    """Book an interview no later than the latest day, where the calendar allows it."""
    dice = case.dice
    interview = _slot(case, day_of(when) + 1, latest)
    booking = Booking(case.name("B"), when, interview, dice.weighted(FORMS))
    data: Data = {"booking_id": booking.id, "interview_at": time_text(interview), **_form(booking)}
    if dice.chance(GROUP_FIRST):
        data["interview_type"] = "group_with_individual"
    if immediate:
        data["immediate"] = True
    case.tell(InterviewBooked, when, data)
    return booking


def attend(case: Case, booking: Booking) -> None:
    """Let the booked interview come: held, moved, cancelled or missed. Moves the case's day past it."""
    dice = case.dice
    lot = dice.random()
    if lot < REBOOKED:
        booking = _rebook(case, booking)
    elif lot < REBOOKED + CANCELLED:
        when = _before(case, booking)
        case.tell(BookingCancelled, when, {"booking_id": booking.id, "by": "citizen"})
        booking = visit_and_book(case, case.own_time(day_of(when) + dice.between(1, 4)), day_of(booking.interview) + 7)
    elif lot < REBOOKED + CANCELLED + CANCELLED_BY_US:
        _cancelled_by_us(case, booking)
        return
    turn_up(case, booking.interview, {"booking_id": booking.id}, _form(booking))


def turn_up(case: Case, interview: Moment, ids: Data, details: Data | None = None) -> None:
    """Hold the interview, or register that nobody came. Moves the case's day past it.

    Args:
        case: the citizen's.
        interview: when it is to be held.
        ids: which booking or convening it was.
        details: what else is told of an interview that is held.

    """
    dice = case.dice
    if not dice.chance(NO_SHOW):
        case.tell(InterviewHeld, interview, {**ids, **(details or {})})
        pause(case, day_of(interview))
    else:
        case.tell(InterviewMissed, interview + 15 * MINUTE, ids)
        missed = day_of(interview)
        if dice.chance(CONTACT_AFTER_NO_SHOW):
            back = workday(missed + dice.between(0, 4))
            restore_contact(case, max(case.office_time(back), interview + 40 * MINUTE))
        case.day = missed + dice.between(1, 5)


def restore_contact(case: Case, when: Moment) -> None:
    """Let the citizen get in touch."""
    data: Data = {"channel": case.dice.weighted(CONTACT_CHANNELS)}
    if case.dice.chance(0.4):
        data["note"] = case.dice.one_of(CONTACT_NOTES)
    case.tell(ContactRestored, when, data)


def pause(case: Case, since: DayNumber) -> None:
    """Move the case's day from an interview to the next thing that happens."""
    case.day = since + case.dice.between(*PAUSE)


def _form(booking: Booking) -> Data:
    return {} if booking.form == "in_person" else {"form": booking.form}


def _slot(case: Case, earliest: DayNumber, latest: DayNumber) -> Moment:
    dice = case.dice
    day = workday(earliest + int(dice.random() * max(1, latest - earliest + 1)))
    if day > latest >= earliest:
        day -= 3  # the Friday before, unless the weekend is all there is
    return _half_hour(case, day if day >= earliest else workday(earliest))


def _half_hour(case: Case, day: DayNumber) -> Moment:
    return at(day, 8, 30) + case.dice.between(0, 12) * 30 * MINUTE


def _before(case: Case, booking: Booking) -> Moment:
    made, held = day_of(booking.made), day_of(booking.interview)
    if held - made < 2:
        return at(held, 6, case.dice.between(0, 59))
    return case.own_time(case.dice.between(made + 1, held - 1))


def _rebook(case: Case, booking: Booking) -> Booking:
    interview = _half_hour(case, workday(day_of(booking.interview) + case.dice.between(1, 6)))
    case.tell(InterviewRebooked, _before(case, booking), {"booking_id": booking.id, "interview_at": time_text(interview)})
    return booking._replace(interview=interview)


def _cancelled_by_us(case: Case, booking: Booking) -> None:
    when = at(day_of(booking.interview), 7, 30)
    case.tell(BookingCancelled, when, {"booking_id": booking.id, "by": "jobcentre"})
    interview = _half_hour(case, workday(day_of(when) + case.dice.between(2, 9)))
    convened: Data = {
        "interview_id": case.name("S"),
        "interview_at": time_text(interview),
        "reason": "other",
        "justification": CANCELLED_BY_JOBCENTRE,
    }
    case.tell(InterviewConvened, when + 30 * MINUTE, convened)
    turn_up(case, interview, {"interview_id": convened["interview_id"]}, _form(booking))
