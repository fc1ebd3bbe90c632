"""What is odd in law about a case: findings, never a reason to refuse a fact."""

from collections.abc import Iterable, Mapping
from datetime import date

from domain.course.circumstances import protected_holiday
from domain.course.deadlines import odd_dates
from domain.course.records import Deadline
from domain.course.state import Course
from domain.judgement.missed_deadline import Judgement
from domain.times import ONE_DAY, day_of
from domain.trace import Note
from domain.view import dates

FINDING_RULES: dict[str, tuple[str, ...]] = {
    "deadline_too_short": ("R-2.2-2", "R-1.1-3"),
    "interview_window_too_short": ("R-2.2-6",),
    "guidance_missing": ("R-3-1",),
    "guidance_late": ("R-3-1",),
    "guidance_wrong_body": ("R-3-1", "R-3-2", "R-3-3"),
    "guidance_old": ("R-3-1",),
    "guidance_not_written": ("R-3-1",),
    "written_notice_missing": ("R-2.10-2",),
    "joint_not_self_bookable": ("R-2.1-5", "R-2.1-6", "R-2.13.2-1", "R-2.13.2-2"),
    "not_a_job_interview": ("R-0-4",),
    "group_not_covered": ("R-0-1", "R-0-3"),
    "before_ruleset": ("R-0-2",),
    "two_deadlines_open": ("R-2.6-7",),
    "withdrawal_without_decision": ("R-2.11.2-3",),
    "holiday_not_respected": ("R-2.15-4", "R-2.15-2"),
    "deadline_in_holiday": ("R-2.2-7", "R-2.15-1", "R-2.15-3"),
    "weekend_deadline": ("R-2.2-1",),
    "other_circumstances_not_assessed": ("R-2.5-12",),
    "decision_differs_from_derivation": ("R-2.5-6",),
    "wrong_legal_basis": ("R-0-6",),
    "deduction_time_barred": ("R-2.5-6",),
    "outage_on_due_date": ("R-2.14-1", "R-2.14-4"),
    "no_slots_before_due": ("R-2.3-2", "R-2.12-1", "R-2.12-3"),
    "contact_on_due_date": ("R-2.3-4",),
    "contradictory_registration": ("R-2.5.1-1",),
    "recovery_wrong_channel": ("R-2.7.3-1", "R-2.7.3-4"),
    "cancelled_after_booking": ("R-2.4-3",),
    "walk_in_not_informed": ("R-2.6-4",),
    "late_registration": ("R-2.3-3",),
    "letter_without_cause": ("R-2.12.1-2",),
    "exemption_without_request": ("R-2.11.1-1",),
    "immediate_slot_outside_window": ("R-2.7.1-4",),
    "interview_after_latest_date": ("R-2.2-6",),
    "deadline_before_first_interview": ("R-2.1-2",),
    "short_notice_without_reason": ("R-2.1-7",),
    "gap_dispensed": ("R-2.5.1-2", "R-2.5.1-3"),
    "deadline_while_exempt": ("R-2.11.1-1",),
    "deadline_while_withdrawn": ("R-2.11.2-1",),
    "extended_after_due": ("R-2.3-3",),
}
"""The rules behind each finding; those not in the contract's list are this project's additions."""

Judged = Mapping[Deadline, Judgement]
"""The judgements of the missed deadlines."""


def findings(course: Course, judged: Judged) -> tuple[Note, ...]:
    """List what is odd, in the order of its first day."""
    notes = course.findings[:]
    for deadline in course.deadlines:
        notes += _of_deadline(course, deadline)
    for judgement in judged.values():
        notes += judgement.findings
    if course.decisions:
        notes += _of_decisions(course, judged)
    if course.fund_decisions:
        notes += _of_fund_decisions(course)
    notes.sort(key=_by_day)
    return tuple(notes)


def _by_day(note: Note) -> tuple[date, str]:
    return note.since, note.code


def _of_deadline(course: Course, deadline: Deadline) -> list[Note]:
    """Say what is odd about a deadline itself."""
    facts, published = deadline.facts, deadline.published
    values = (published, deadline.due)
    notes = [Note(code, published, facts, values) for code in (*deadline.flaws, *odd_dates(deadline))]
    if course.holidays:
        away = protected_holiday(course, deadline.due)
        if away is not None:
            bounds = (away.event.from_, away.event.to, deadline.due)
            notes.append(Note("deadline_in_holiday", max(published, away.day), (*facts, away), bounds))
    contact = deadline.contact_on_due
    if contact is not None and deadline.state != "met":
        notes.append(Note("contact_on_due_date", deadline.due, (contact,), (deadline.due,)))
    if course.outages and deadline in course.missed:
        for first, last, outage in course.outages:
            if first <= deadline.due <= last and day_of(outage.registered) > deadline.due:
                notes.append(Note("late_registration", outage.day, (outage,), (day_of(outage.registered),)))
    return notes


def derived_days(judged: Judged, deadline_id: str, until: date) -> set[date]:
    """Give the sanctionable dates of a deadline through a day."""
    runs = (judgement.sanctionable for deadline, judgement in judged.items() if deadline.id == deadline_id)
    return {day for found in runs for day in dates(found, until)}


def _of_decisions(course: Course, judged: Judged) -> Iterable[Note]:
    """Compare the standing decisions with what is derived now: days before the last of them, and protected holidays."""
    standing = [decision for decision in course.decisions if decision.revoked is None]
    for deadline_id in dict.fromkeys(decision.fact.event.deadline_id for decision in standing):
        mine = [decision for decision in standing if decision.fact.event.deadline_id == deadline_id]
        last = mine[-1].fact
        decided = {day for decision in mine for day in decision.fact.event.days}
        derived = derived_days(judged, deadline_id, last.day - ONE_DAY)
        if decided != derived:
            yield Note("decision_differs_from_derivation", last.day, (last,), (len(decided), len(derived)))
    for decision in standing:
        away = next((h for h in (protected_holiday(course, day) for day in decision.fact.event.days) if h is not None), None)
        if away is not None:
            since = max(decision.fact.day, away.day)
            yield Note("holiday_not_respected", since, (decision.fact, away), (away.event.from_, away.event.to))


def _of_fund_decisions(course: Course) -> Iterable[Note]:
    """Note where the fund has dispensed with missing registration."""
    for fact in course.fund_decisions:
        event = fact.event
        touched = any(gap.first <= event.to and (gap.until is None or gap.until > event.from_) for gap in course.gaps)
        if event.outcome == "dispensation" and touched:
            yield Note("gap_dispensed", fact.day, (fact,), (event.from_, event.to))
