"""What a caseworker must follow up. Every code is a worklist's name. One function a list."""

from datetime import date

from domain.alerts.consequences import (
    assess_consequence,
    decide_other_circumstances,
    deduction_deadline_near,
    formal_decision_needed,
    hearing_open,
    refund_needed,
)
from domain.alerts.planning import (
    MONTH,
    SIX_MONTHS_AT_MOST,
    convene_to_joint,
    first_interview_due,
    interview_request_open,
    interviews_behind_plan,
    joint_interview_due,
    joint_mark,
    no_deadline_no_interview,
    set_new_deadline,
)
from domain.alerts.registration import (
    dispensation_candidate,
    follow_up_booking,
    recovery_report_missing,
    send_deregistration_letter,
    still_unregistered,
)
from domain.alerts.situation import List, Situation
from domain.course.state import Course
from domain.findings import Judged
from domain.standing import UNPAUSED
from domain.trace import Note
from domain.view import SelfBooking

__all__ = ["ALERTS", "ALERT_RULES", "alerts"]

ALERT_RULES: dict[str, tuple[str, ...]] = {
    "no_deadline_no_interview": ("R-2.4-3", "R-2.2-1"),
    "assess_consequence": ("R-2.3-4", "R-2.5-1"),
    "decide_other_circumstances": ("R-2.5-12",),
    "first_interview_due": ("R-2.1-3", "R-2.1-4", "R-2.9.1-5"),
    "interviews_behind_plan": ("R-1.1-1", "R-1.1-2", "R-1.1-4", "R-1.1.1-9"),
    "joint_interview_due": ("R-1.1.1-3", "R-1.1.1-4", "R-1.1.1-6"),
    "set_new_deadline": ("R-2.15-9", "R-2.9.2-1", "R-2.3-3"),
    "convene_to_joint": ("R-2.9.3-2", "R-2.13.2-1", "R-2.13.2-2", "R-1.1.1-8"),
    "follow_up_booking": ("R-2.7.1-5", "R-2.8-1"),
    "still_unregistered": ("R-2.3.1-3", "R-2.6-5"),
    "send_deregistration_letter": ("R-2.12.1-1",),
    "formal_decision_needed": ("R-2.11.1-6", "R-2.11.2-3"),
    "refund_needed": ("R-2.5-6",),
    "recovery_report_missing": ("R-2.7.3-1", "R-2.7.3-3"),
    "dispensation_candidate": ("R-2.14-4", "R-2.5.1-2", "R-2.5.1-3"),
    "interview_request_open": ("R-1.1-6",),
    "hearing_open": ("R-2.5-1",),
    "deduction_deadline_near": ("R-2.5-6",),
}

ALERTS: dict[str, List] = {
    check.__name__: check
    for check in (
        no_deadline_no_interview,
        first_interview_due,
        interviews_behind_plan,
        joint_interview_due,
        convene_to_joint,
        set_new_deadline,
        interview_request_open,
        follow_up_booking,
        still_unregistered,
        send_deregistration_letter,
        recovery_report_missing,
        dispensation_candidate,
        assess_consequence,
        decide_other_circumstances,
        refund_needed,
        hearing_open,
        deduction_deadline_near,
        formal_decision_needed,
    )
}
"""Every list by its code."""


def alerts(course: Course, day: date, booking: SelfBooking, duty: bool, judged: Judged) -> tuple[Note, ...]:
    """List what must be followed up at the end of a day."""
    situation = Situation(course, day, booking, duty, judged)
    return tuple([note for check in _asked(situation) if (note := check(situation)) is not None])


def _asked(s: Situation) -> list[List]:
    """Choose the lists that can have something to say: most cases have nothing for most lists."""
    course = s.course
    asked: list[List] = []
    if s.in_course:
        live = course.live
        if not s.planned and not (live and live[-1].valid and live[-1].state in UNPAUSED):
            asked.append(no_deadline_no_interview)
        if s.elapsed <= SIX_MONTHS_AT_MOST:
            asked.append(interviews_behind_plan)
        mark = joint_mark(course)
        if mark is not None and (mark - s.elapsed <= MONTH or course.joint_attempt is not None or not s.planned):
            asked += (joint_interview_due, convene_to_joint)
    if course.first_contact is not None:
        asked.append(first_interview_due)
    if course.renewal_owed is not None or course.no_shows:
        asked.append(set_new_deadline)
    if course.request is not None:
        asked.append(interview_request_open)
    if course.deregistration is not None:
        asked += (follow_up_booking, still_unregistered, send_deregistration_letter, recovery_report_missing, dispensation_candidate)
    if s.judged or course.deductions:
        asked += (assess_consequence, decide_other_circumstances, refund_needed, deduction_deadline_near)
    if course.hearing_open is not None:
        asked.append(hearing_open)
    if course.dispute is not None or course.notes_of_withdrawal:
        asked.append(formal_decision_needed)
    return asked
