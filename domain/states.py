"""The states of deadlines and decisions, each with its rules."""

from domain.course.decisions import hearings_about
from domain.course.records import Deadline
from domain.course.state import Course
from domain.findings import Judged
from domain.groups import DAGPENGE, JOBAFKLARING, REGISTERED_GROUPS
from domain.judgement.missed_deadline import Judgement
from domain.judgement.obstacles import FLAW_RULES
from domain.times import ONE_DAY
from domain.view import DeadlineState, DeadlineView, DecisionState

STATE_RULES: dict[str, tuple[str, ...]] = {
    "open": ("R-2.2-1", "R-2.2-3"),
    "met": ("R-2.1-1",),
    "overdue": ("R-2.5-2",),
    "ended_booked": ("R-2.5-7",),
    "ended_contact": ("R-2.5-7",),
    "superseded": ("R-2.6-7", "R-2.5-5"),
    "closed": ("R-2.2-1",),
    "invalid": (),
}


def _deadline(deadline: Deadline, judgement: Judgement | None) -> DeadlineView:
    state: DeadlineState = deadline.state if deadline.valid else "invalid"
    rules = FLAW_RULES[deadline.flaws[0]] if deadline.flaws else _state_rules(deadline)
    facts = deadline.facts if deadline.met_by is None else (*deadline.facts, deadline.met_by)
    return DeadlineView(
        deadline.id,
        deadline.published,
        deadline.due,
        deadline.interview_by,
        state,
        deadline.since if deadline.valid else deadline.published,
        deadline.lapses_on - ONE_DAY if deadline.lapses_on else None,
        rules,
        facts,
        judgement.considered if judgement is not None else (),
    )


LAPSE_RULES: dict[str, tuple[str, ...]] = {DAGPENGE: ("R-2.9.1-1",), JOBAFKLARING: ("R-2.9.1-6", "R-2.9.1-4")}


def _state_rules(deadline: Deadline) -> tuple[str, ...]:
    if deadline.state == "lapsed":
        return LAPSE_RULES.get(deadline.group or "", ("R-2.9.1-4", "R-2.9.1-3", "R-2.9.1-2"))
    rules = STATE_RULES[deadline.state]
    if deadline.group == DAGPENGE and deadline.state in {"ended_booked", "ended_contact"}:
        rules = ("R-2.5-2", "R-2.7.1-1")
    if deadline.extensions:
        rules = (*rules, "R-2.3-3", "R-2.3-2")
    if deadline.met_by is not None:
        kind = type(deadline.met_by.event).__name__
        if kind == "InterviewHeld":
            rules = (*rules, "R-2.6-1", "R-2.6-2", "R-2.6-3")
        elif getattr(deadline.met_by.event, "interview_type", "") == "group_with_individual":
            rules = (*rules, "R-2.13.1-1", "R-2.13.1-2")
        else:
            rules = (*rules, "R-2.2-8")
    if deadline.state in {"overdue", "ended_booked", "ended_contact"} and deadline.group == "dagpenge":
        rules = (*rules, "R-2.5-9")
    return rules


def interview_rules(course: Course, rules: tuple[str, ...]) -> tuple[str, ...]:
    """Give the rules behind the numbers of interviews."""
    if rules:
        rules = (*rules, "R-1.1-2")
    if course.group == "dagpenge" and course.held:
        rules = (*rules, "R-1.1.1-1", "R-2.9.1-7", "R-2.1-6")
        if any(fact.event.interview_type == "joint" and fact.event.fund_present is False for fact in course.held):
            rules = (*rules, "R-2.13.2-3")
    elif course.group in REGISTERED_GROUPS:
        rules = (*rules, "R-2.9.1-2")
    return rules


def decisions(course: Course, judged: Judged) -> tuple[tuple[str, DecisionState], ...]:
    """Say where the case stands for each missed deadline: days are a proposal until decided (R-2.5-1)."""
    standing: dict[str, DecisionState] = {}
    for deadline, judgement in judged.items():
        if judgement.sanctionable:
            standing[deadline.id] = "hearing" if hearings_about(course, deadline) else "proposal"
    for decision in course.decisions:
        standing[decision.fact.event.deadline_id] = "decided" if decision.revoked is None else "revoked"
    for deduction in course.deductions:
        if standing.get(deduction.event.deadline_id) != "revoked":
            standing[deduction.event.deadline_id] = "deducted"
    return tuple(standing.items())


def deadlines(course: Course, judged: Judged) -> tuple[DeadlineView, ...]:
    """Show each deadline once; one that was set again under the same id shows as it was set last."""
    shown = {deadline.id: _deadline(deadline, judged.get(deadline)) for deadline in course.deadlines}
    return tuple(shown.values())
