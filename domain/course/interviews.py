"""Interviews booked, convened, held and missed."""

from datetime import date, timedelta

from domain.course import deadlines as dl
from domain.course.records import Interview, NoShow
from domain.course.registration import complete_pending, owed
from domain.course.state import Course, answer_no_shows, end_no_shows, plan, settle
from domain.events import (
    BookingCancelled,
    InterviewBooked,
    InterviewConvened,
    InterviewHeld,
    InterviewMissed,
    InterviewRebooked,
    InterviewRequested,
    JobnetVisited,
)
from domain.facts import Fact
from domain.groups import DAGPENGE
from domain.times import local_day

COUNTED = frozenset({"job_interview", "group_with_individual", "joint"})
"""Types that count in the contact course (R-1.1.1-1: not the CV interview)."""

IMMEDIATE_WINDOW = timedelta(days=10)
"""Within so many days an immediate slot lies (R-2.7.1-4; S-14)."""


def interview_booked(course: Course, fact: Fact[InterviewBooked]) -> None:
    """A booked interview; one of the right type meets what is owed."""
    event = fact.event
    interview = Interview(fact, local_day(event.interview_at), event.interview_type)
    plan(course, interview)
    course.by_booking[event.booking_id] = interview
    if event.interview_type == "joint" and event.booked_by == "citizen":
        course.note("joint_not_self_bookable", fact)
        course.joint_attempt = fact
    _note_latest_date(course, fact, interview)
    if event.immediate:
        _note_immediate_slot(course, fact, interview)
    dl.meet_by_booking(course, fact, interview)
    if course.no_slots:
        course.circumstances += 1  # a booking the next weekday follows up a report of missing slots
    complete_pending(course, fact)
    if event.interview_type in dl.SELF_BOOKABLE:
        _followed_up(course)
        if event.booked_by == "citizen":
            end_no_shows(course, fact)


def _note_latest_date(course: Course, fact: Fact[InterviewBooked] | Fact[InterviewRebooked], interview: Interview) -> None:
    """The interview must be held by the latest date of the deadline that it is booked for."""
    bearing = interview.met or (course.live[-1] if course.live else None)
    if bearing is not None and bearing.interview_by is not None and interview.day > bearing.interview_by:
        course.note("interview_after_latest_date", fact, bearing.interview_by)


def _note_immediate_slot(course: Course, fact: Fact[InterviewBooked], interview: Interview) -> None:
    """Dagpenge: an immediate slot lies within ten days (BAB § 30, stk. 3; policy `immediate_booking_window_from`)."""
    if course.group != DAGPENGE or not any(owed(d) for d in course.live):
        return
    base = _window_base(course, fact)
    if base is not None and interview.day > base + IMMEDIATE_WINDOW:
        course.note("immediate_slot_outside_window", fact, base)


def _window_base(course: Course, fact: Fact[InterviewBooked]) -> date | None:
    if course.registration == "pending" and course.registration_fact is not None:
        return course.registration_fact.day
    if course.reregistration is None:
        return None
    if course.policy.immediate_booking_window_from == "registration":
        return course.reregistration.day
    return course.first_login.day if course.first_login is not None else fact.day


def jobnet_visited(course: Course, fact: Fact[JobnetVisited]) -> None:
    """The first visit after a re-registration is where a registration without booking meets the demand (R-2.7.1-4)."""
    if course.reregistration is not None and course.first_login is None:
        course.first_login = fact


def _followed_up(course: Course) -> None:
    course.request = None
    course.renewal_owed = None
    answer_no_shows(course)


def interview_rebooked(course: Course, fact: Fact[InterviewRebooked]) -> None:
    """A rebooked interview stays booked (R-2.4-1)."""
    interview = course.by_booking.get(fact.event.booking_id)
    if interview is None or interview.state != "planned":
        return
    interview.day = local_day(fact.event.interview_at)
    _note_latest_date(course, fact, interview)


def booking_cancelled(course: Course, fact: Fact[BookingCancelled]) -> None:
    """What the cancellation means for the deadline: policy `cancelled_booking`."""
    interview = course.by_booking.get(fact.event.booking_id)
    if interview is None or interview.state != "planned":
        return
    settle(course, interview, "cancelled")
    course.unplanned_since = max(course.unplanned_since, fact.day)
    if fact.event.by == "citizen":
        course.note("cancelled_after_booking", fact)
    dl.reopen(course, fact, interview)


def interview_convened(course: Course, fact: Fact[InterviewConvened]) -> None:
    """A convened interview; at short notice only with a reason (R-2.1-7)."""
    event = fact.event
    interview = Interview(fact, local_day(event.interview_at), event.interview_type)
    plan(course, interview)
    course.by_convening[event.interview_id] = interview
    if event.reason == "short_notice" and not (event.justification or "").strip():
        course.note("short_notice_without_reason", fact)
    if event.interview_type in COUNTED:
        _followed_up(course)
        if event.interview_type == "joint":
            course.joint_attempt = None


def interview_held(course: Course, fact: Fact[InterviewHeld]) -> None:
    """An interview held on the citizen's own initiative can be equal to self-booking (R-2.6-1, R-2.6-2, R-2.6-3, R-2.6-4)."""
    event = fact.event
    interview = _which(course, fact.day, event.booking_id, event.interview_id)
    if interview is not None:
        settle(course, interview, "held")
    course.unplanned_since = max(course.unplanned_since, fact.day)
    own_initiative = event.initiative != "planned"
    if own_initiative and not event.citizen_informed:
        course.note("walk_in_not_informed", fact)
    if own_initiative and _equals_booking(course, fact):
        dl.meet_by_walk_in(course, fact)
    else:
        dl.contact_by_interview(course, fact)
    end_no_shows(course, fact)
    if event.interview_type in COUNTED:
        course.held.append(fact)
        course.joint_held += event.interview_type == "joint"
        course.first_contact = None
        _followed_up(course)
        if event.interview_type == "joint":
            course.joint_attempt = None


def _equals_booking(course: Course, fact: Fact[InterviewHeld]) -> bool:
    event = fact.event
    if not event.citizen_informed or event.interview_type not in dl.SELF_BOOKABLE:
        return False
    if event.initiative == "walk_in":
        return event.form == "in_person"
    return in_offer(course, fact.day)


def in_offer(course: Course, day: date) -> bool:
    """Say whether the citizen is in an offer (tilbud) on the day."""
    if course.groups and course.groups[-1].event.in_offer:
        return True
    return any(a.event.kind == "offer" and a.event.from_ <= day <= a.event.to for a in course.absences)


def _which(course: Course, day: date, booking_id: str | None, interview_id: str | None) -> Interview | None:
    if booking_id is not None:
        return course.by_booking.get(booking_id)
    if interview_id is not None:
        return course.by_convening.get(interview_id)
    return next((i for i in course.planned if i.day == day), None)


def interview_missed(course: Course, fact: Fact[InterviewMissed]) -> None:
    """A no-show to a job interview has a legal basis of its own (R-2.15-9; LAS § 37); the jobcentre sets a new deadline."""
    interview = _which(course, fact.day, fact.event.booking_id, fact.event.interview_id)
    if interview is not None:
        if interview.state == "cancelled":
            return
        settle(course, interview, "missed")
        if interview.type not in COUNTED:
            return
    course.unplanned_since = max(course.unplanned_since, fact.day)
    day = interview.day if interview is not None else fact.day
    course.circumstances += 1
    course.no_shows.append(NoShow(fact, interview, day, course.group_on(day)))


def interview_requested(course: Course, fact: Fact[InterviewRequested]) -> None:
    """The citizen has a right to an interview on request (R-1.1-6)."""
    course.request = course.request or fact


def restart_course(course: Course, fact: Fact) -> None:
    """The contact course starts over: interviews count anew, old deadlines are out of date (R-2.9.1-2, R-2.9.1-3)."""
    course.start = fact.day
    course.held.clear()
    course.joint_held = 0
    course.unemployed.clear()
    for deadline in course.live:
        deadline.stop(fact.day, "lapsed", fact)
        if deadline.state != "lapsed":
            deadline.become("lapsed", fact.day)
    course.live.clear()
