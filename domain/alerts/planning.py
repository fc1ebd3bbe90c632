"""Lists about the contact course: deadlines and interviews that are missing, late or to be convened."""

from datetime import date, timedelta
from functools import cache
from math import ceil

from domain.alerts.situation import Situation
from domain.course.clock import day_reaching
from domain.course.interviews import COUNTED
from domain.course.state import Course
from domain.groups import DAGPENGE, REGISTERED_GROUPS
from domain.standing import UNPAUSED
from domain.times import ONE_DAY, add_months
from domain.trace import Note

JOINT_LEAD = timedelta(days=14)
"""A joint interview is due so long before its mark: about the time it takes to convene (own choice; no rule says)."""

JOINT_MARKS = (3, 6, 16)
"""Months of unemployment by which the first, second and third joint interview is held."""

MONTH = 30
"""Days before its mark from which the next interview due is the joint one (own choice; no rule says)."""

SIX_MONTHS_AT_MOST = 184


@cache
def days_of_months(start: date, months: int) -> int:
    """Count the days of so many months from a day."""
    return (add_months(start, months) - start).days


def no_deadline_no_interview(s: Situation) -> Note | None:
    """R-2.4-3: neither a deadline nor a planned interview; both must be missing."""
    course = s.course
    if not s.in_course or s.planned or any(d.valid and d.state in UNPAUSED for d in course.live):
        return None
    passed = [i.day + ONE_DAY for i in course.planned if i.type in COUNTED]
    ends = [spell.until for spell in (*course.sickness, *course.benefit) if spell.until is not None and spell.until <= s.day]
    starts = [course.groups[-1].day, course.law.duty_from(course.group), *([course.reregistration.day] if course.reregistration else [])]
    return Note("no_deadline_no_interview", max(course.unplanned_since, *starts, *passed, *ends))


def first_interview_due(s: Situation) -> Note | None:
    """R-2.1-3: held at latest one week after the first contact for help; counted from the contact, not the registration."""
    contact = s.course.first_contact
    if contact is None or s.course.group not in REGISTERED_GROUPS:
        return None
    latest = contact.day + timedelta(days=7)
    return Note("first_interview_due", latest, (contact,), (contact.day, latest)) if s.day >= latest else None


def interviews_behind_plan(s: Situation) -> Note | None:
    """R-1.1-1: fewer held, or fixed in time, than the elapsed share of the first six months asks for (whole interviews)."""
    course, elapsed = s.course, s.elapsed
    if course.start is None or elapsed > SIX_MONTHS_AT_MOST or not s.in_course or course.groups[-1].event.free_municipality:
        return None
    plan = course.law.on(course.start).plan(course.group)
    six_months = days_of_months(course.start, 6)
    if not plan.required or elapsed > six_months:
        return None
    have = len(course.held) + sum(1 for i in s.planned if (i.day - s.day).days + elapsed <= six_months)
    if have >= plan.required * elapsed // six_months:
        return None
    needed_by = day_reaching(course, ceil((have + 1) * six_months / plan.required))
    return Note("interviews_behind_plan", needed_by or course.start, (), (have, plan.required))


def joint_mark(course: Course) -> int | None:
    """Give the day of unemployment by which the next joint interview is held, or None."""
    if course.group != DAGPENGE or course.start is None or not course.law.on(course.start).joint_interviews:
        return None
    return days_of_months(course.start, JOINT_MARKS[course.joint_held]) if course.joint_held < len(JOINT_MARKS) else None


def joint_interview_due(s: Situation) -> Note | None:
    """R-1.1.1-3, R-1.1.1-4, R-1.1.1-6: at three, six and sixteen months of unemployment, unless fixed in time."""
    mark = joint_mark(s.course)
    if mark is None or not s.duty:
        return None
    left = mark - s.elapsed
    if left > JOINT_LEAD.days or any(i.type == "joint" and (i.day - s.day).days <= left for i in s.planned):
        return None
    since = day_reaching(s.course, mark - JOINT_LEAD.days) or s.course.unplanned_since
    return Note("joint_interview_due", since)


def convene_to_joint(s: Situation) -> Note | None:
    """R-2.9.3-2, R-2.13.2-1: the next interview due is a joint one and none is fixed."""
    course = s.course
    mark = joint_mark(s.course)
    if mark is None or not s.duty or any(i.type == "joint" for i in s.planned):
        return None
    if course.joint_attempt is not None:
        return Note("convene_to_joint", course.joint_attempt.day, (course.joint_attempt,))
    near = mark - s.elapsed <= MONTH
    unplanned = not s.planned and not any(d.valid and d.state in UNPAUSED for d in course.live)
    if near or (unplanned and _next_is_joint(course)):
        return Note("convene_to_joint", (day_reaching(course, mark - MONTH) if near else None) or course.unplanned_since)
    return None


def _next_is_joint(course: Course) -> bool:
    """Of six interviews the third and the sixth are the joint ones, at three and six months."""
    others = len(course.held) - course.joint_held
    return (course.joint_held == 0 and others >= 2) or (course.joint_held == 1 and others >= 4)


def set_new_deadline(s: Situation) -> Note | None:
    """R-2.15-9 after a no-show; R-2.9.2-1 when dagpenge come back after three months; R-2.3-3 after an extension that came too late."""
    owing = s.course.renewal_owed
    if owing is not None and s.duty and s.course.registration not in {"unregistered", "pending"}:
        return Note("set_new_deadline", owing.day, (owing,))
    missed = next((n for n in s.course.no_shows if not n.answered), None)
    return Note("set_new_deadline", missed.fact.day, (missed.fact,)) if missed and s.booking == "duty" else None


def interview_request_open(s: Situation) -> Note | None:
    """R-1.1-6: the citizen asked for an interview and none has come of it."""
    asked = s.course.request
    return Note("interview_request_open", asked.day, (asked,)) if asked else None
