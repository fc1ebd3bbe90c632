"""Looking at a course day after day: what still holds is kept, what may have changed is derived again."""

from datetime import date, timedelta
from functools import cache
from math import ceil
from typing import NamedTuple

from domain.alerts import JOINT_LEAD, JOINT_MARKS, MONTH, alerts, days_of_months
from domain.course.clock import day_reaching
from domain.course.decisions import last_day_of_deduction
from domain.course.state import Course, Deadline, Spell
from domain.events import Group
from domain.facts import Fact, distinct
from domain.findings import Judged, of_deadline, of_decisions, of_fund_decisions
from domain.groups import DAGPENGE, JOBAFKLARING, REGISTERED_GROUPS, kind_of
from domain.history import KnownBy
from domain.judgement.missed_deadline import Judgement, judge
from domain.judgement.no_show import no_show_days
from domain.judgement.obstacles import FLAW_RULES
from domain.rulesets import RULE_SETS, rule_set_for
from domain.standing import immediate_booking, must_book, obligations, registration, self_booking
from domain.times import ONE_DAY, Instant
from domain.trace import Considered, DayRun, Note, Reason, Ruling
from domain.view import CaseView, DeadlineState, DeadlineView, DecisionState, Interviews


class _Looked(NamedTuple):
    """What was derived of one deadline, and the state of things it holds for."""

    revision: int
    circumstances: int
    view: DeadlineView
    judgement: Judgement | None
    findings: tuple[Note, ...]


class _Settled(NamedTuple):
    """What holds until a deadline or a circumstance changes."""

    judged: dict[int, Judgement]
    deadlines: tuple[DeadlineView, ...]
    sanctionable: tuple[DayRun, ...]
    blocked: tuple[DayRun, ...]
    no_show: tuple[DayRun, ...]
    gap: tuple[DayRun, ...]
    decisions: tuple[tuple[str, DecisionState], ...]
    findings: tuple[Note, ...]


class Lens:
    """Looks at a course that grows. Days must not go backwards, and no fact of a day looked at may be missing."""

    def __init__(self, course: Course, known_at: Instant | None = None, known_by: KnownBy = "registered") -> None:
        self._course = course
        self._known_at = known_at
        self._known_by = known_by
        self._looked: list[_Looked | None] = []
        self._key: tuple[int, ...] = ()
        self._settled = _Settled({}, (), (), (), (), (), (), ())
        self._ahead: list[date] = []
        self._ahead_key: object = None
        self._marks: list[date] = []
        self._marks_key: object = None

    def at(self, day: date) -> CaseView:
        """Give the view at the end of a day."""
        course = self._course
        course.advance(day)
        settled = self._settle()
        registered, registration_rules, registration_facts = registration(course)
        booking, booking_rules = self_booking(course, day)
        duty = must_book(course, day, booking)
        immediate, immediate_rules = immediate_booking(course, day, duty)
        plan = rule_set_for(course.start or day).plan(course.group)
        joint = sum([fact.event.interview_type == "joint" for fact in course.held])
        return CaseView(
            day,
            self._known_at,
            self._known_by,
            course.policy,
            rule_set_for(day).id,
            course.group,
            registered,
            registration_rules,
            registration_facts,
            booking,
            booking_rules,
            immediate,
            immediate_rules,
            settled.deadlines,
            obligations(course, day, duty),
            settled.sanctionable,
            settled.blocked,
            settled.no_show,
            settled.gap,
            Interviews(len(course.held), plan.required, joint, plan.joint_required),
            _interview_rules(course, plan.rules),
            settled.decisions,
            settled.findings,
            alerts(course, day, booking, settled.judged),
        )

    def _settle(self) -> _Settled:
        course = self._course
        key = (sum([d.revision for d in course.deadlines]), course.circumstances, len(course.findings))
        if key != self._key:
            self._key = key
            self._settled = self._derive()
        return self._settled

    def _derive(self) -> _Settled:
        course, looked = self._course, self._looked
        looked += [None] * (len(course.deadlines) - len(looked))
        judged: dict[int, Judgement] = {}
        views: dict[str, DeadlineView] = {}  # set again under the same id: as it was set last
        notes = course.findings[:]
        for place, deadline in enumerate(course.deadlines):
            one = looked[place]
            if one is None or one.revision != deadline.revision or one.circumstances != course.circumstances:
                one = looked[place] = self._look(deadline)
            views[deadline.id] = one.view
            notes += one.findings
            if one.judgement is not None:
                judged[place] = one.judgement
        if course.decisions:
            notes += of_decisions(course, judged)
        if course.fund_decisions:
            notes += of_fund_decisions(course)
        notes.sort(key=_by_day)
        return _Settled(
            judged,
            tuple(views.values()),
            tuple([run for judgement in judged.values() for run in judgement.sanctionable]),
            tuple([run for judgement in judged.values() for run in judgement.blocked]),
            tuple([run for run in (no_show_days(course, no_show) for no_show in course.no_shows) if run is not None]),
            _gap(course) if course.gaps else (),
            _decisions(course, judged),
            tuple(notes),
        )

    def _look(self, deadline: Deadline) -> _Looked:
        course = self._course
        judgement = judge(course, deadline) if deadline.missed else None
        notes = of_deadline(course, deadline)
        if judgement is not None:
            notes += judgement.findings
        return _Looked(deadline.revision, course.circumstances, _deadline(deadline, judgement), judgement, notes)

    def next_change(self, day: date) -> date | None:
        """Give the next day on which the view can change without a new fact, or None when it will not."""
        key = (self._course.changes, self._key)
        if key != self._ahead_key:
            self._ahead_key = key
            self._ahead = sorted({ahead for ahead in self._find_ahead(day) if ahead > day}, reverse=True)
        while self._ahead and self._ahead[-1] <= day:
            self._ahead.pop()
        return self._ahead[-1] if self._ahead else None

    def _find_ahead(self, day: date) -> list[date]:
        course = self._course
        found: list[date] = []
        for deadline in course.live:
            if deadline.due >= day:
                found.append(deadline.due + ONE_DAY)
            if deadline.lapses_on is not None:
                found.append(deadline.lapses_on)
        found += [interview.day + ONE_DAY for interview in course.planned if interview.day >= day]
        for ranges in (course.holidays, course.absences, course.availability, course.grounds):
            for fact in ranges:
                if fact.event.to >= day:
                    found += (fact.event.from_, fact.event.to + ONE_DAY)
        if course.first_contact is not None:
            found.append(course.first_contact.day + timedelta(days=7))
        for judgement in self._settled.judged.values():
            if judgement.sanctionable:
                found += _time_limits(judgement)
        if day < RULE_SETS[0].valid_from:
            found += [rules.valid_from for rules in RULE_SETS]
        return found + self._course_marks()

    def _course_marks(self) -> list[date]:
        """Give the days on which the plan of the contact course asks for more."""
        course = self._course
        if course.start is None:
            return []
        last = course.unemployed[-1] if course.unemployed else None
        key = (course.start, course.group, len(course.unemployed), last and last.until)
        if key != self._marks_key:
            self._marks_key = key
            reached = (day_reaching(course, mark) for mark in plan_marks(course.start, course.group))
            self._marks = [day for day in reached if day is not None]
        return self._marks


@cache
def plan_marks(start: date, group: Group | None) -> tuple[int, ...]:
    """Give the days of unemployment on which an alert about the interviews of a course can begin or end."""
    rules = rule_set_for(start)
    required = rules.plan(group).required
    if not required:
        return ()
    six_months = days_of_months(start, 6)
    marks = {ceil(k * six_months / required) for k in range(1, required + 1)} | {six_months + 1}
    if group == DAGPENGE and rules.joint_interviews:
        for months in JOINT_MARKS:
            mark = days_of_months(start, months)
            marks |= {mark - MONTH, mark - JOINT_LEAD.days}
    return tuple(sorted(marks))


def _by_day(note: Note) -> tuple[date, str]:
    return note.since, note.code


def _time_limits(judgement: Judgement) -> list[date]:
    """Give the days on which the time to deduct begins to run out, and has run out. A count that runs on has no last one."""
    limits: list[date] = []
    for sanctioned in {judgement.sanctionable[0].first, judgement.sanctionable[-1].last}:
        if sanctioned < date.max:
            limit = last_day_of_deduction(sanctioned)
            limits += (limit.replace(day=1), limit + ONE_DAY)
    return limits


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


GAP_RULES: dict[str, tuple[str, ...]] = {
    "missed_booking": ("R-2.3.1-1", "R-2.3.1-2", "R-2.3.1-4"),
    "sickness": ("R-2.15-7",),
}


def _gap(course: Course) -> tuple[DayRun, ...]:
    """List the days without registration, each with its cause: none when registered the same day (R-2.3.1-4)."""
    return tuple([_gap_run(course, gap) for gap in course.gaps if gap.until is None or gap.first < gap.until])


def _gap_run(course: Course, gap: Spell) -> DayRun:
    last = gap.until - ONE_DAY if gap.until is not None else date.max
    cause = getattr(gap.fact.event, "cause", "other")
    reason = Reason("gap_" + cause, (gap.first,) if gap.until is None else (gap.first, last))
    if kind_of(course.group_on(gap.first)) != DAGPENGE:
        rules = ("R-2.7.2-1", *(("R-2.15-7",) if cause == "sickness" else ()))
        return DayRun(gap.first, last, None, Ruling(reason, rules, distinct((gap.fact, gap.end))))
    dispensed = [
        f for f in course.fund_decisions if f.event.outcome == "dispensation" and f.event.from_ <= last and gap.first <= f.event.to
    ]
    rules = ("R-2.5.1-1", "R-2.5.1-3", "R-2.14-3", *GAP_RULES.get(cause, ()), *(("R-2.5.1-2",) if dispensed else ()))
    considered = () if dispensed else (Considered("R-2.5.1-2", Reason("not_dispensed")),)
    return DayRun(gap.first, last, None, Ruling(reason, rules, distinct((gap.fact, gap.end, *dispensed)), considered))


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
