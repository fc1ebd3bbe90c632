"""Lists about what a missed deadline leads to: assessment, hearing, decision, deduction, refund, objections."""

from datetime import date

from domain.alerts.situation import Situation
from domain.course.decisions import last_day_of_deduction
from domain.course.records import Deadline
from domain.course.state import Course
from domain.events import DeductionMade, ExemptionGranted
from domain.facts import Fact, distinct
from domain.findings import Judged, derived_days
from domain.times import ONE_DAY
from domain.trace import Note


def assess_consequence(s: Situation) -> Note | None:
    """R-2.3-4, R-2.5-1: from the day after the due date, until decided or barred by time."""
    for deadline, _, last in _undecided(s):
        if s.day <= last_day_of_deduction(last):
            first = s.judged[deadline].sanctionable[0].first
            return Note("assess_consequence", deadline.due + ONE_DAY, deadline.facts, (deadline.due, first))
    return None


def _undecided(s: Situation) -> list[tuple[Deadline, date, date]]:
    """List missed deadlines whose days nobody has decided on, each with its publication and its last day so far."""
    decided = {d.fact.event.deadline_id for d in s.course.decisions if d.revoked is None}
    return [
        (deadline, deadline.published, min(judgement.sanctionable[-1].last, s.day))
        for deadline, judgement in s.judged.items()
        if judgement.sanctionable and deadline.id not in decided
    ]


def decide_other_circumstances(s: Situation) -> Note | None:
    """R-2.5-12: something in the case calls for the concrete assessment that must always be made."""
    for deadline, first, last in _undecided(s):
        if s.day > last_day_of_deduction(last):
            continue
        if any(g.event.kind == "other_circumstances" and g.event.to >= first for g in s.course.grounds):
            continue
        hints = _hints(s.course, deadline, first, last)
        if hints:
            since = max(deadline.due + ONE_DAY, min(f.day for f in hints))
            return Note("decide_other_circumstances", since, distinct((*deadline.facts, *hints)), (deadline.due,))
    return None


def _hints(course: Course, deadline: Deadline, first: date, last: date) -> list[Fact]:
    """Gather what bears on the time from the publication to the last day: absences, illness, missing slots, disputes, errors."""
    hints: list[Fact] = []
    for ranges in (course.holidays, course.absences, course.availability, course.grounds):
        hints += [fact for fact in ranges if fact.event.from_ <= last and fact.event.to >= first]
    for points in (course.sick_reports, course.no_slots):
        hints += [fact for fact in points if first <= fact.day <= last]
    hints += [spell.fact for spell in course.sickness if spell.first <= last and (spell.until is None or spell.until > first)]
    hints += [error for error in course.errors if error.day >= first]
    hints += [fact for fact in (deadline.contact_before, deadline.contact_on_due, course.dispute) if fact is not None]
    if deadline.ended_by is not None and isinstance(deadline.ended_by.event, ExemptionGranted):
        hints.append(deadline.ended_by)
    return hints


def refund_needed(s: Situation) -> Note | None:
    """A day was deducted that may not be, as the case is known now."""
    notes = (refund_of(s.course, s.judged, deduction, s.day) for deduction in s.course.deductions)
    return next((note for note in notes if note is not None), None)


def refund_of(course: Course, judged: Judged, deduction: Fact[DeductionMade], day: date) -> Note | None:
    """Say whether something of a deduction must be paid back: its decisions are revoked, or it holds days that cannot be derived."""
    deadline_id = deduction.event.deadline_id
    mine = [d for d in course.decisions if d.fact.event.deadline_id == deadline_id]
    revoked = next((d.revoked for d in mine if d.revoked is not None), None) if mine and all(d.revoked for d in mine) else None
    wrong = set(deduction.event.days) - derived_days(judged, deadline_id, day)
    if not revoked and not wrong:
        return None
    since = max(deduction.day, revoked.day) if revoked else deduction.day
    return Note("refund_needed", since, (deduction, *([revoked] if revoked else [])), (len(wrong or deduction.event.days),))


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


def formal_decision_needed(s: Situation) -> Note | None:
    """R-2.11.1-6, R-2.11.2-3: a disputed exemption, or a withdrawal that was no decision."""
    if s.course.dispute is not None:
        return Note("formal_decision_needed", s.course.dispute.day, (s.course.dispute,))
    informal = next((spell for spell in s.course.notes_of_withdrawal if spell.until is None), None)
    return Note("formal_decision_needed", informal.first, (informal.fact,)) if informal else None
