"""What the fold remembers of a course. Mutable, made anew for every question, never shared."""

from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Literal

from domain.course.records import Deadline, Decision, Interview, Life, NoShow, Spell
from domain.events import (
    AbsenceRecorded,
    AvailabilityExempted,
    ContactRestored,
    DeductionMade,
    Deregistered,
    ExemptionDisputed,
    ExemptionGranted,
    FundDecisionReceived,
    GroundAssessed,
    Group,
    GuidanceGiven,
    HearingAnswered,
    HearingSent,
    HolidayNotified,
    InterviewHeld,
    NoSlotsReported,
    OutageRecorded,
    SelfBookingWithdrawn,
    SicknessReported,
    SlotsReleased,
    TargetGroupAssigned,
)
from domain.facts import Fact
from domain.groups import DAGPENGE, JOBAFKLARING, NOT_COVERED, REGISTERED_GROUPS
from domain.policy import Policy
from domain.rulesets import LAW, Law
from domain.times import ONE_DAY, end_of_month
from domain.trace import Note


@dataclass(slots=True, eq=False)
class Course:
    """Everything that the facts so far say. Facts must be taken in order (domain.facts.order_key)."""

    policy: Policy
    law: Law = LAW

    group: Group | None = None
    """The group as it stands."""
    groups: list[Fact[TargetGroupAssigned]] = field(default_factory=list)
    benefit: list[Spell] = field(default_factory=list)
    exemption: Fact[ExemptionGranted] | None = None
    withdrawal: Fact[SelfBookingWithdrawn] | None = None
    notes_of_withdrawal: list[Spell] = field(default_factory=list)
    """Withdrawals without a decision, from the note to the restoration or the decision."""
    dispute: Fact[ExemptionDisputed] | None = None
    availability: list[Fact[AvailabilityExempted]] = field(default_factory=list)
    guidance: list[Fact[GuidanceGiven]] = field(default_factory=list)

    registration: Literal["registered", "unregistered", "pending"] | None = None
    registration_fact: Fact | None = None
    deregistration: Fact[Deregistered] | None = None
    """What began the present or last time without registration."""
    cause: str | None = None
    reregistration: Fact | None = None
    first_login: Fact | None = None
    """The first visit to Jobnet after the re-registration."""
    by_recovery: bool = False
    """The registration, present or pending, comes from a recovery report."""
    gaps: list[Spell] = field(default_factory=list)
    sickness: list[Spell] = field(default_factory=list)
    """From a deregistration for sickness to the recovery."""
    recovery_missing: Fact | None = None
    letter_owed: Fact | None = None

    deadlines: list[Deadline] = field(default_factory=list)
    live: list[Deadline] = field(default_factory=list)
    """Those whose state or count can still change."""
    missed: list[Deadline] = field(default_factory=list)
    """Those whose due date passed without a booking, lifted or not."""
    interviews: list[Interview] = field(default_factory=list)
    planned: list[Interview] = field(default_factory=list)
    """Those neither held, missed nor cancelled; some may lie in the past."""
    by_booking: dict[str, Interview] = field(default_factory=dict)
    by_convening: dict[str, Interview] = field(default_factory=dict)
    no_shows: list[NoShow] = field(default_factory=list)
    held: list[Fact[InterviewHeld]] = field(default_factory=list)
    """Interviews of the present course, joint ones included."""
    joint_held: int = 0
    start: date | None = None
    """First day of the present contact course."""
    unemployed: list[Spell] = field(default_factory=list)
    first_contact: Fact | None = None
    request: Fact | None = None
    renewal_owed: Fact | None = None
    """A re-registration after a lapse, or an extension that came too late: the jobcentre must set a new deadline."""
    unplanned_since: date = date.min
    """The last day on which a deadline or planned interview fell away."""

    holidays: list[Fact[HolidayNotified]] = field(default_factory=list)
    absences: list[Fact[AbsenceRecorded]] = field(default_factory=list)
    grounds: list[Fact[GroundAssessed]] = field(default_factory=list)
    no_slots: list[Fact[NoSlotsReported]] = field(default_factory=list)
    released: list[Fact[SlotsReleased]] = field(default_factory=list)
    outages: list[tuple[date, date, Fact[OutageRecorded]]] = field(default_factory=list)
    """With the first and the last day that each touches."""
    contacts: list[Fact[ContactRestored]] = field(default_factory=list)
    sick_reports: list[Fact[SicknessReported]] = field(default_factory=list)
    attempts: list[Fact] = field(default_factory=list)
    offers: list[Fact] = field(default_factory=list)
    errors: list[Fact] = field(default_factory=list)

    hearings: list[Fact[HearingSent]] = field(default_factory=list)
    hearing_open: Fact[HearingSent] | None = None
    answers: list[Fact[HearingAnswered]] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    deductions: list[Fact[DeductionMade]] = field(default_factory=list)
    fund_decisions: list[Fact[FundDecisionReceived]] = field(default_factory=list)
    joint_attempt: Fact | None = None
    """A deadline or booking of a joint interview, which cannot be self-booked."""

    changes: int = 0
    """Grows with every fact that can change the view."""
    circumstances: int = 0
    """Grows with every fact that can bear on a missed deadline or interview from outside."""
    registrations: int = 0
    """Grows with every change of registration."""

    findings: list[Note] = field(default_factory=list)
    """What was odd when it came; what depends on the day asked is found when asked."""

    def group_on(self, day: date) -> Group | None:
        """Give the group on a day."""
        for fact in reversed(self.groups):
            if fact.day <= day:
                return fact.event.group
        return None

    def group_fact_on(self, day: date) -> Fact | None:
        """Give the fact behind the group on a day."""
        return next((fact for fact in reversed(self.groups) if fact.day <= day), None)

    def note(self, code: str, fact: Fact, *values: object, since: date | None = None) -> None:
        """Keep a finding that holds from the fact's day on."""
        self.findings.append(Note(code, since or fact.day, (fact,), values))

    def receives_benefit(self, day: date) -> bool:
        """Say whether the citizen receives the benefit on a day. Without any fact about it, the benefit is taken as received."""
        return not self.benefit or any(spell.covers(day) for spell in self.benefit)

    def receives_benefit_now(self) -> bool:
        """Say whether the citizen receives the benefit after the last fact taken in."""
        return not self.benefit or self.benefit[-1].until is None

    def sick_on(self, day: date) -> Spell | None:
        """Give the sickness with deregistration that covers a day."""
        return next((spell for spell in self.sickness if spell.covers(day)), None)

    def lapse_day(self, deadline: Deadline) -> date | None:
        """Give the first day on which the deadline is out of date by the calendar (R-2.9.1-4; S-12; Q15)."""
        group = deadline.group
        if group in {DAGPENGE, NOT_COVERED, None}:
            return None
        if group == JOBAFKLARING and self.policy.jobafklaring_lapse == "never":
            return None
        return end_of_month(deadline.due, 1 if self.policy.lapse_month == "next" else 0) + ONE_DAY

    def advance(self, day: date) -> None:
        """Let time pass up to the beginning of a day: due dates run out, deadlines lapse."""
        for deadline in self.live[:]:
            if day > deadline.due or (deadline.lapses_on is not None and day >= deadline.lapses_on):
                _advance(self, deadline, day)


def _advance(course: Course, deadline: Deadline, day: date) -> None:
    if deadline.state == "open" and day > deadline.due:
        course.missed.append(deadline)
        course.missed.sort(key=attrgetter("due"))  # the same whether days pass one by one or many at once
        deadline.become(_state_after_due(course, deadline), deadline.due + ONE_DAY)
    if deadline.lapses_on is not None and day >= deadline.lapses_on and deadline.state in {"overdue", "ended_contact"}:
        lapse(course, deadline, deadline.lapses_on, deadline.fact)


def _state_after_due(course: Course, deadline: Deadline) -> Life:
    """Say what an unmet deadline is on the day after its due date (SCENARIOS: contact on and before the due date)."""
    if deadline.contact_on_due and course.policy.contact_on_due_day == "one_day" and not no_slots_on_due(course, deadline):
        deadline.stop(deadline.due, "contact", deadline.contact_on_due)
        return "ended_contact"
    if deadline.contact_before and course.policy.contact_before_due == "averts":
        return "ended_contact"
    return "overdue"


def no_slots_on_due(course: Course, deadline: Deadline) -> Fact[NoSlotsReported] | None:
    """Give the report of missing slots made on the due date itself."""
    return next((fact for fact in course.no_slots if fact.day == deadline.due), None)


def lapse(course: Course, deadline: Deadline, day: date, fact: Fact) -> None:
    """Let a deadline go out of date."""
    deadline.become("lapsed", day)
    if course.policy.lapse_stops_count:
        deadline.stop(day, "lapsed", fact)
        course.live.remove(deadline)
    course.unplanned_since = max(course.unplanned_since, day)


def plan(course: Course, interview: Interview) -> None:
    """Put an interview in the calendar."""
    course.interviews.append(interview)
    course.planned.append(interview)


def settle(course: Course, interview: Interview, state: Literal["held", "missed", "cancelled"]) -> None:
    """Take an interview out of the calendar."""
    if interview.state == "planned":
        course.planned.remove(interview)
    interview.state = state


def end_no_shows(course: Course, fact: Fact) -> None:
    """End the days of every running no-show."""
    for no_show in course.no_shows:
        if no_show.ended is None:
            no_show.ended, no_show.ended_by = fact.day, fact
            course.circumstances += 1


def answer_no_shows(course: Course) -> None:
    """Count every no-show as followed up: a deadline or an interview has come after it."""
    for no_show in course.no_shows:
        no_show.answered = True


def registers(group: Group | None) -> bool:
    """Say whether people of the group are registered as jobseekers."""
    return group == DAGPENGE or group in REGISTERED_GROUPS
