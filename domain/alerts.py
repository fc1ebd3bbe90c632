"""What a caseworker must follow up. Every code is a worklist's name. One function a list."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from math import ceil

from domain.course.clock import day_reaching, elapsed_days
from domain.course.decisions import last_day_of_deduction
from domain.course.interviews import COUNTED
from domain.course.registration import owed
from domain.course.state import Course, Deadline
from domain.events import ExemptionGranted
from domain.facts import Fact, distinct
from domain.findings import Judged, derived_days
from domain.groups import DAGPENGE, REGISTERED_GROUPS
from domain.rulesets import rule_set_for
from domain.standing import UNPAUSED, must_book, owes_registration
from domain.times import ONE_DAY, add_months
from domain.trace import Note
from domain.view import SelfBooking

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


class Situation:
    """What the lists look at: the course, the day, and what was derived of it."""

    __slots__ = ("booking", "course", "day", "duty", "elapsed", "in_course", "judged", "planned")

    def __init__(self, course: Course, day: date, booking: SelfBooking, duty: bool, judged: Judged) -> None:
        self.course = course
        self.day = day
        self.booking = booking
        self.duty = duty
        self.judged = judged
        self.planned = [i for i in course.planned if i.day >= day and i.type in COUNTED]
        self.in_course = duty or (booking in {"exempt", "withdrawn"} and must_book(course, "duty"))
        self.elapsed = elapsed_days(course, day)


List = Callable[[Situation], Note | None]


def no_deadline_no_interview(s: Situation) -> Note | None:
    """R-2.4-3: neither a deadline nor a planned interview; both must be missing."""
    course = s.course
    if not s.in_course or s.planned or any(d.valid and d.state in UNPAUSED for d in course.live):
        return None
    passed = [i.day + ONE_DAY for i in course.planned if i.type in COUNTED]
    ends = [spell.until for spell in (*course.sickness, *course.benefit) if spell.until is not None and spell.until <= s.day]
    starts = [course.groups[-1].day, *([course.reregistration.day] if course.reregistration else [])]
    return Note("no_deadline_no_interview", max(course.unplanned_since, *starts, *passed, *ends))


def assess_consequence(s: Situation) -> Note | None:
    """R-2.3-4, R-2.5-1: from the day after the due date, until decided or barred by time."""
    for deadline in _undecided(s):
        runs = s.judged[deadline].sanctionable
        if s.day <= last_day_of_deduction(min(runs[-1].last, s.day)):
            return Note("assess_consequence", deadline.due + ONE_DAY, deadline.facts, (deadline.due, runs[0].first))
    return None


def _undecided(s: Situation) -> list[Deadline]:
    decided = {d.fact.event.deadline_id for d in s.course.decisions if d.revoked is None}
    return [deadline for deadline, judgement in s.judged.items() if judgement.sanctionable and deadline.id not in decided]


def decide_other_circumstances(s: Situation) -> Note | None:
    """R-2.5-12: something in the case calls for the concrete assessment that must always be made."""
    course = s.course
    for deadline in _undecided(s):
        if any(g.event.kind == "other_circumstances" and g.event.to >= deadline.published for g in course.grounds):
            continue
        first = deadline.published
        hints = [
            *(h for h in course.holidays if h.event.to >= first and h.event.from_ <= s.day),
            *(a for a in course.absences if a.event.to >= first and a.event.from_ <= s.day),
            *(a for a in course.availability if a.event.to >= first and a.event.from_ <= s.day),
            *(g for g in course.grounds if g.event.to >= first and g.event.from_ <= s.day),
            *(r for r in course.sick_reports if r.day >= first),
            *(r for r in course.no_slots if r.day >= first),
            *(e for e in course.errors if e.day >= first),
            *(spell.fact for spell in course.sickness if spell.until is None or spell.until > first),
            *(f for f in (deadline.contact_before, deadline.contact_on_due, course.dispute) if f is not None),
            *([deadline.ended_by] if deadline.ended_by is not None and isinstance(deadline.ended_by.event, ExemptionGranted) else []),
        ]
        if hints:
            since = max(deadline.due + ONE_DAY, min(f.day for f in hints))
            return Note("decide_other_circumstances", since, distinct((*deadline.facts, *hints)), (deadline.due,))
    return None


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
    plan = rule_set_for(course.start).plan(course.group)
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
    if course.group != DAGPENGE or course.start is None or not rule_set_for(course.start).joint_interviews:
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


def formal_decision_needed(s: Situation) -> Note | None:
    """R-2.11.1-6, R-2.11.2-3: a disputed exemption, or a withdrawal that was no decision."""
    if s.course.dispute is not None:
        return Note("formal_decision_needed", s.course.dispute.day, (s.course.dispute,))
    informal = next((spell for spell in s.course.notes_of_withdrawal if spell.until is None), None)
    return Note("formal_decision_needed", informal.first, (informal.fact,)) if informal else None


def refund_needed(s: Situation) -> Note | None:
    """A day was deducted that may not be, as the case is known now."""
    course = s.course
    for deduction in course.deductions:
        deadline_id = deduction.event.deadline_id
        mine = [d for d in course.decisions if d.fact.event.deadline_id == deadline_id]
        revoked = next((d.revoked for d in mine if d.revoked is not None), None) if mine and all(d.revoked for d in mine) else None
        wrong = set(deduction.event.days) - derived_days(s.judged, deadline_id, s.day)
        if revoked or wrong:
            since = max(deduction.day, revoked.day) if revoked else deduction.day
            return Note("refund_needed", since, (deduction, *([revoked] if revoked else [])), (len(wrong or deduction.event.days),))
    return None


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


def interview_request_open(s: Situation) -> Note | None:
    """R-1.1-6: the citizen asked for an interview and none has come of it."""
    asked = s.course.request
    return Note("interview_request_open", asked.day, (asked,)) if asked else None


def hearing_open(s: Situation) -> Note | None:
    """A hearing is neither answered nor followed by a decision."""
    hearing = s.course.hearing_open
    return Note("hearing_open", hearing.day, (hearing,), (hearing.event.reply_by,)) if hearing else None


def deduction_deadline_near(s: Situation) -> Note | None:
    """LAS § 35, stk. 3: the last of the three whole months has begun and the days are not deducted."""
    deducted = {d.event.deadline_id for d in s.course.deductions}
    for deadline, judgement in s.judged.items():
        if not judgement.sanctionable or deadline.id in deducted:
            continue
        last = last_day_of_deduction(judgement.sanctionable[0].first)
        if last.replace(day=1) <= s.day <= last:
            return Note("deduction_deadline_near", last.replace(day=1), deadline.facts, (deadline.due, last))
    return None


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
