"""The heart: one pure function from a citizen's facts to everything we say about the case."""

from collections.abc import Sequence
from datetime import date

from domain.alerts import alerts
from domain.course.fold import take
from domain.course.state import Course, Deadline
from domain.facts import Fact
from domain.findings import Judged, findings
from domain.groups import REGISTERED_GROUPS
from domain.history import History, KnownBy, until
from domain.judgement.missed_deadline import Judgement, judge
from domain.judgement.no_show import no_show_days
from domain.judgement.obstacles import FLAW_RULES
from domain.policy import DEFAULT_POLICY, Policy
from domain.rulesets import rule_set_for
from domain.standing import immediate_booking, must_book, obligations, registration, self_booking
from domain.times import ONE_DAY, Instant
from domain.trace import Considered, DayRun, Reason, Ruling
from domain.view import CaseView, DeadlineState, DeadlineView, DecisionState, Interviews


def derive(
    history: History,
    valid_on: date,
    known_at: Instant | None = None,
    policy: Policy = DEFAULT_POLICY,
    known_by: KnownBy = "registered",
) -> CaseView:
    """Say what the case is at the end of a day, as it was known at an instant, under a reading of the law.

    Args:
        history: the citizen's facts and the system's.
        valid_on: the local day looked at, to its end.
        known_at: leave out what came later; None is everything known.
        policy: the readings of open questions.
        known_by: is a fact known when the authority registered it, or when this system received it?

    Total: it returns for any sequence of valid events.

    """
    facts = until(history.facts(known_at, known_by), valid_on)
    return derive_facts(facts, valid_on, known_at, policy, known_by)


def derive_facts(
    facts: Sequence[Fact], valid_on: date, known_at: Instant | None, policy: Policy, known_by: KnownBy = "registered"
) -> CaseView:
    """Derive from facts that are selected, ordered and cut already."""
    course = Course(policy)
    take(course, facts)
    return view_of(course, valid_on, known_at, known_by)


def view_of(course: Course, day: date, known_at: Instant | None = None, known_by: KnownBy = "registered") -> CaseView:
    """Look at a course at the end of a day on which, and after which, no fact is missing."""
    course.advance(day)
    judged = {place: judge(course, deadline, day) for place, deadline in enumerate(course.deadlines) if deadline.missed(day)}
    registered, registration_rules, registration_facts = registration(course)
    booking, booking_rules = self_booking(course, day)
    duty = must_book(course, day, booking)
    immediate, immediate_rules = immediate_booking(course, day, duty)
    plan = rule_set_for(course.start or day).plan(course.group)
    return CaseView(
        valid_on=day,
        known_at=known_at,
        known_by=known_by,
        policy=course.policy,
        rule_set=rule_set_for(day).id,
        group=course.group,
        registration=registered,
        registration_rules=registration_rules,
        registration_facts=registration_facts,
        self_booking=booking,
        self_booking_rules=booking_rules,
        immediate_booking_demanded=immediate,
        immediate_booking_rules=immediate_rules,
        deadlines=_deadlines(course, judged),
        obligations=obligations(course, day, duty),
        sanctionable=tuple(run for judgement in judged.values() for run in judgement.sanctionable),
        blocked=tuple(run for judgement in judged.values() for run in judgement.blocked),
        no_show=tuple(run for run in (no_show_days(course, n, day) for n in course.no_shows) if run is not None),
        gap=_gap(course, day),
        interviews=Interviews(
            len(course.held),
            plan.required,
            sum(1 for fact in course.held if fact.event.interview_type == "joint"),
            plan.joint_required,
        ),
        interview_rules=_interview_rules(course, plan.rules),
        decisions=_decisions(course, judged),
        findings=findings(course, day, judged),
        alerts=alerts(course, day, booking, judged),
    )


def _interview_rules(course: Course, rules: tuple[str, ...]) -> tuple[str, ...]:
    if course.group == "dagpenge" and course.held:
        rules = (*rules, "R-1.1.1-1", "R-2.9.1-7", "R-2.1-6")
        if any(fact.event.interview_type == "joint" and fact.event.fund_present is False for fact in course.held):
            rules = (*rules, "R-2.13.2-3")
    elif course.group in REGISTERED_GROUPS:
        rules = (*rules, "R-2.9.1-2")
    return rules


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


def _deadlines(course: Course, judged: Judged) -> tuple[DeadlineView, ...]:
    """Show each deadline once; one that was set again under the same id shows as it was set last."""
    shown = {deadline.id: _deadline(deadline, judged.get(place)) for place, deadline in enumerate(course.deadlines)}
    return tuple(shown.values())


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


def _state_rules(deadline: Deadline) -> tuple[str, ...]:
    if deadline.state == "lapsed":
        return ("R-2.9.1-1",) if deadline.group == "dagpenge" else ("R-2.9.1-4", "R-2.9.1-3", "R-2.9.1-2")
    rules = STATE_RULES[deadline.state]
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


def _gap(course: Course, day: date) -> tuple[DayRun, ...]:
    """List the days without registration, each with its cause (R-2.3.1-4: none when registered the same day)."""
    runs = []
    for gap in course.gaps:
        last = min(gap.until - ONE_DAY, day) if gap.until is not None else day
        if gap.first <= last:
            dispensed = [
                f for f in course.fund_decisions if f.event.outcome == "dispensation" and f.event.from_ <= last and gap.first <= f.event.to
            ]
            cause = getattr(gap.fact.event, "cause", "other")
            rules = (
                "R-2.5.1-1",
                "R-2.14-3",
                "R-2.5.1-3",
                *(("R-2.3.1-2",) if cause == "missed_booking" else ()),
                *(("R-2.5.1-2",) if dispensed else ()),
            )
            facts = (gap.fact, *([gap.end] if gap.end else []), *dispensed)
            considered = () if dispensed else (Considered("R-2.5.1-2", Reason("not_dispensed")),)
            runs.append(DayRun(gap.first, last, None, Ruling(Reason("gap_" + cause, (gap.first,)), rules, facts, considered)))
    return tuple(runs)


def _decisions(course: Course, judged: Judged) -> tuple[tuple[str, DecisionState], ...]:
    """Say where the case stands for each missed deadline: days are a proposal until decided (R-2.5-1)."""
    standing: dict[str, DecisionState] = {}
    for place, judgement in judged.items():
        if judgement.sanctionable:
            deadline = course.deadlines[place]
            heard = any(hearing.day > deadline.due for hearing in course.hearings)
            standing[deadline.id] = "hearing" if heard else "proposal"
    for decision in course.decisions:
        standing[decision.fact.event.deadline_id] = "decided" if decision.revoked is None else "revoked"
    for deduction in course.deductions:
        if standing.get(deduction.event.deadline_id) != "revoked":
            standing[deduction.event.deadline_id] = "deducted"
    return tuple(standing.items())
