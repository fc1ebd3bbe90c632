"""What a case says on a day: the case view. Kept as facts and codes; Danish words and JSON are made when read."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from domain.events import Group
from domain.facts import Fact
from domain.history import KnownBy
from domain.policy import Policy
from domain.times import ONE_DAY, Instant, is_weekend
from domain.trace import Considered, DayRun, Note, Ruling

DeadlineState = Literal["open", "met", "overdue", "ended_booked", "ended_contact", "superseded", "closed", "lapsed", "invalid"]
RegistrationState = Literal["registered", "unregistered", "pending", "not_applicable"]
SelfBooking = Literal["duty", "exempt", "withdrawn", "not_covered"]
DecisionState = Literal["proposal", "hearing", "decided", "deducted", "revoked"]
ObligationKind = Literal["book_interview", "attend_interview", "report_recovery", "re_register"]


class DeadlineView(NamedTuple):
    """A deadline at the end of the day asked."""

    deadline_id: str
    published: date
    due: date
    interview_by: date | None
    state: DeadlineState
    state_since: date
    lapses_after: date | None
    rules: tuple[str, ...]
    facts: tuple[Fact, ...]
    considered: tuple[Considered, ...] = ()


class Obligation(NamedTuple):
    """What the citizen owes."""

    kind: ObligationKind
    since: date
    due: date | None
    state: Literal["open", "overdue"]
    deadline_id: str | None
    rules: tuple[str, ...]
    facts: tuple[Fact, ...]


class Interviews(NamedTuple):
    """Interviews of the present contact course."""

    held: int
    required: int
    joint_held: int
    joint_required: int


class DailyStatus(NamedTuple):
    """The part of a case view that changes from day to day and is kept as intervals."""

    day: date
    registration: RegistrationState
    obligations: tuple[Obligation, ...]
    sanctionable: tuple[DayRun, ...]
    blocked: tuple[DayRun, ...]
    no_show: tuple[DayRun, ...]
    gap: tuple[DayRun, ...]
    alerts: tuple[Note, ...]


class DayLists(NamedTuple):
    """The lists that a missed deadline leads to."""

    sanctionable: tuple[DayRun, ...]
    blocked: tuple[DayRun, ...]


class Day(NamedTuple):
    """One day of a list with its ruling."""

    date: date
    deadline_id: str | None
    ruling: Ruling


class CaseView(NamedTuple):
    """Everything we say about a case on a day."""

    valid_on: date
    known_at: Instant | None
    known_by: KnownBy
    policy: Policy
    rule_set: str
    group: Group | None
    registration: RegistrationState
    registration_rules: tuple[str, ...]
    registration_facts: tuple[Fact, ...]
    self_booking: SelfBooking
    self_booking_rules: tuple[str, ...]
    immediate_booking_demanded: bool
    immediate_booking_rules: tuple[str, ...]
    deadlines: tuple[DeadlineView, ...]
    obligations: tuple[Obligation, ...]
    sanctionable: tuple[DayRun, ...]
    blocked: tuple[DayRun, ...]
    no_show: tuple[DayRun, ...]
    gap: tuple[DayRun, ...]
    interviews: Interviews
    interview_rules: tuple[str, ...]
    decisions: tuple[tuple[str, DecisionState], ...]
    findings: tuple[Note, ...]
    alerts: tuple[Note, ...]


def days(runs: tuple[DayRun, ...], until: date) -> Iterator[Day]:
    """Spell runs out day by day through a day, each date once and in order: a date is deducted once (S-19)."""
    seen: set[date] = set()
    for run in sorted(runs, key=lambda run: (run.first, run.deadline_id or "")):
        day, last = run.first, min(run.last, until)
        while day <= last:
            if day not in seen and not (run.weekdays and is_weekend(day)):
                seen.add(day)
                yield Day(day, run.deadline_id, run.ruling)
            day += ONE_DAY


def dates(runs: tuple[DayRun, ...], until: date) -> list[date]:
    """Give the dates of runs through a day, in order."""
    return sorted(day.date for day in days(runs, until))
