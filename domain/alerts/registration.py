"""Lists about registration as a jobseeker."""

from domain.alerts.situation import Situation
from domain.course.records import Deadline
from domain.course.registration import owed
from domain.course.state import Course
from domain.facts import Fact
from domain.groups import DAGPENGE
from domain.standing import owes_registration
from domain.trace import Note


def follow_up_booking(s: Situation) -> Note | None:
    """R-2.7.1-5, R-2.8-1: dagpenge registered again without having booked."""
    course = s.course
    back = course.reregistration
    if course.group != DAGPENGE or course.registration != "registered" or back is None or not s.duty:
        return None
    deadline = next((d for d in course.live if owed(d) and back.day > d.due), None)
    return Note("follow_up_booking", back.day, (back, *deadline.facts)) if deadline else None


def still_unregistered(s: Situation) -> Note | None:
    """R-2.3.1-3: deregistered for a missed booking and not yet registered again."""
    left = s.course.deregistration
    return Note("still_unregistered", left.day, (left,)) if left is not None and owes_registration(s.course) else None


def send_deregistration_letter(s: Situation) -> Note | None:
    """R-2.12.1-1: a deregistered dagpenge recipient gets a letter."""
    owing = s.course.letter_owed
    return Note("send_deregistration_letter", owing.day, (owing,)) if owing else None


def recovery_report_missing(s: Situation) -> Note | None:
    """R-2.7.3-1, R-2.7.3-3: registered again by jobcentre or fund after sickness without a recovery report."""
    fact = s.course.recovery_missing
    return Note("recovery_report_missing", fact.day, (fact,)) if fact else None


def dispensation_candidate(s: Situation) -> Note | None:
    """R-2.14-4: deregistered because of an outage, missing slots or the jobcentre's error; the fund may dispense."""
    course = s.course
    if course.group != DAGPENGE or course.cause != "missed_booking" or not course.gaps:
        return None
    gap = course.gaps[-1]
    if (gap.until is not None and gap.until <= gap.first) or any(f.day >= gap.first for f in course.fund_decisions):
        return None
    cause = next((f for deadline in s.judged for f in _jobcentre_side(course, deadline)), None)
    return Note("dispensation_candidate", max(gap.first, cause.day), (gap.fact, cause)) if cause else None


def _jobcentre_side(course: Course, deadline: Deadline) -> list[Fact]:
    found: list[Fact] = [fact for first, last, fact in course.outages if first <= deadline.due <= last]
    found += [r for r in course.no_slots if deadline.published <= r.day <= deadline.due]
    return found + [e for e in course.errors if e.day >= deadline.due]
