"""A course followed fact by fact, for what the view of one day does not keep: since when, and which interview an event was about."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from domain.course.fold import take
from domain.course.records import Interview, Spell
from domain.course.state import Course
from domain.events import BookingCancelled, InterviewBooked, InterviewConvened, InterviewHeld, InterviewMissed, InterviewRebooked
from domain.facts import Fact
from domain.policy import Policy
from domain.standing import booking_state, registration_state
from domain.view import RegistrationState, SelfBooking

_MEETING = (InterviewBooked, InterviewConvened, InterviewRebooked, BookingCancelled, InterviewHeld, InterviewMissed)


class Standing(NamedTuple):
    """How the citizen stands from a day on, and the facts behind it."""

    day: date
    registration: RegistrationState
    booking: SelfBooking
    registered_by: Fact | None
    booking_by: Fact | None


@dataclass(slots=True, eq=False)
class Meeting:
    """An interview from its booking to what became of it."""

    interview: Interview | None
    """None where an event is about an interview that nobody had planned."""
    facts: list[Fact] = field(default_factory=list)


class Followed(NamedTuple):
    """What was seen on the way."""

    standings: tuple[Standing, ...]
    meetings: tuple[Meeting, ...]
    sickness: tuple[Spell, ...]


def follow(facts: Sequence[Fact], policy: Policy) -> Followed:
    """Follow a course through facts in their order."""
    course = Course(policy)
    standings: list[Standing] = []
    meetings: list[Meeting] = []
    of: dict[int, Meeting] = {}
    for fact in facts:
        if isinstance(fact.event, _MEETING):
            _meet(course, fact, meetings, of)
        else:
            take(course, (fact,))
            _stand(course, fact, standings)
    return Followed(tuple(standings), tuple(meetings), tuple(course.sickness))


def _stand(course: Course, fact: Fact, standings: list[Standing]) -> None:
    """Note a change of standing; of several on one day the last holds."""
    registration, booking = registration_state(course), booking_state(course, fact.day)
    if standings and (registration, booking) == standings[-1][1:3]:
        return
    if standings and standings[-1].day == fact.day:
        standings.pop()
    standings.append(Standing(fact.day, registration, booking, course.registration_fact, course.withdrawal or course.exemption))


def _meet(course: Course, fact: Fact, meetings: list[Meeting], of: dict[int, Meeting]) -> None:
    """Find the interview that the event is about by what it does to the course."""
    planned, known = tuple(course.planned), len(course.interviews)
    take(course, (fact,))
    if isinstance(fact.event, InterviewRebooked):
        interview = course.by_booking.get(fact.event.booking_id)
    else:
        settled = (one for one in planned if one.state != "planned")
        interview = next(chain(course.interviews[known:], settled), None)
    if interview is not None and id(interview) in of:
        of[id(interview)].facts.append(fact)
        return
    meetings.append(Meeting(interview, [fact]))
    if interview is not None:
        of[id(interview)] = meetings[-1]
