"""Decisions against derivation: what was decided, what the file showed when it was decided, and what it shows now.

A decision rests on the days before the day it was made. The comparison with today's view says the same as the finding
`decision_differs_from_derivation`: several standing decisions on one deadline together decide its days.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from domain.alerts.consequences import refund_of
from domain.completeness import Decision, Requirement, requirements
from domain.course.records import Decision as Decided
from domain.derive import Look, look
from domain.events import DeductionMade
from domain.facts import Fact, distinct
from domain.findings import derived_days
from domain.history import History, KnownBy
from domain.judgement.missed_deadline import DAY_RULES
from domain.policy import DEFAULT_POLICY, Policy
from domain.times import ONE_DAY, Instant
from domain.trace import Note, Reason, Ruling
from domain.uncounted import Kind, Uncounted, why_uncounted
from domain.view import Day, days


class WrongDay(NamedTuple):
    """A day that was decided and cannot be derived."""

    date: date
    kind: Kind
    ruling: Ruling


class Comparison(NamedTuple):
    """A decision beside what a view shows."""

    seen: Look
    derivable: tuple[date, ...]
    """The days of deduction before the day of the decision."""
    wrong: tuple[WrongDay, ...]
    """Decided, and not derivable."""
    left_out: tuple[Day, ...]
    """Derivable, and decided neither here nor by another standing decision."""

    @property
    def differs(self) -> bool:
        """Say whether the decision is another than the view."""
        return bool(self.wrong or self.left_out)


class DecisionCheck(NamedTuple):
    """One decision, checked."""

    decision: Decision
    revoked: Fact | None
    deductions: tuple[Fact[DeductionMade], ...]
    when_made: Comparison
    now: Comparison
    requirements: tuple[Requirement, ...]
    findings: tuple[Note, ...]
    """What is odd about the decision, its deadline or its deductions, as known now."""
    refunds: tuple[Note, ...]
    """For each deduction of which something must be paid back."""

    @property
    def differs_now(self) -> bool:
        """Say whether it stands, and is another than the file now shows. A revoked decision decides nothing."""
        return self.revoked is None and self.now.differs


def check_decisions(
    history: History,
    valid_on: date,
    known_at: Instant | None = None,
    policy: Policy = DEFAULT_POLICY,
    known_by: KnownBy = "registered",
) -> tuple[DecisionCheck, ...]:
    """Check every decision of a case that was made through a day and known at an instant, in the order they were made.

    What the file showed when a decision was made is what was known by `known_by` when the decision itself was.
    """
    now = look(history, valid_on, known_at, policy, known_by)
    return tuple(_check(history, now, decided) for decided in now.course.decisions)


def _check(history: History, now: Look, decided: Decided) -> DecisionCheck:
    decision, view = decided.fact, now.view
    then = look(history, decision.day, getattr(decision, view.known_by), view.policy, view.known_by)
    since = look(history, decision.day, view.known_at, view.policy, view.known_by)
    deductions = tuple(d for d in now.course.deductions if d.event.deadline_id == decision.event.deadline_id)
    return DecisionCheck(
        decision,
        decided.revoked,
        deductions,
        _compare(then, decision),
        _compare(now, decision),
        requirements(then, since, now, decision),
        _findings_about(now, decision, deductions),
        tuple(note for d in deductions if (note := refund_of(now.course, now.judged, d, now.view.valid_on)) is not None),
    )


def _compare(seen: Look, decision: Decision) -> Comparison:
    deadline_id, decided = decision.event.deadline_id, set(decision.event.days)
    others = [other for other in _standing(seen, deadline_id) if other.ref != decision.ref]
    before = decision.day - ONE_DAY
    last = max(other.day for other in (decision, *others)) - ONE_DAY
    wrong = decided - derived_days(seen.judged, deadline_id, last)
    settled = decided.union(*(other.event.days for other in others))
    mine = [run for run in seen.view.sanctionable if run.deadline_id == deadline_id]
    derivable = list(days(tuple(mine), before))
    return Comparison(
        seen,
        tuple(day.date for day in derivable),
        tuple(_wrong(seen, decision, sorted(wrong))),
        tuple(day for day in derivable if day.date not in settled),
    )


def _standing(seen: Look, deadline_id: str) -> list[Decision]:
    return [d.fact for d in seen.course.decisions if d.revoked is None and d.fact.event.deadline_id == deadline_id]


def _wrong(seen: Look, decision: Decision, found: Iterable[date]) -> Iterator[WrongDay]:
    """Explain each day; days of one explanation share its ruling."""
    rulings: dict[tuple[Kind, Reason], Ruling] = {}
    for day in found:
        why = why_uncounted(seen, decision.event.deadline_id, day) or _not_passed(decision)
        yield WrongDay(day, why.kind, rulings.setdefault((why.kind, why.ruling.reason), why.ruling))


def _not_passed(decision: Decision) -> Uncounted:
    return Uncounted("never_counted", Ruling(Reason("day_not_passed", (decision.day,)), DAY_RULES, (decision,)))


def _findings_about(now: Look, decision: Decision, deductions: tuple[Fact[DeductionMade], ...]) -> tuple[Note, ...]:
    deadlines = [deadline for deadline in now.course.deadlines if deadline.id == decision.event.deadline_id]
    refs = {fact.ref for fact in distinct((decision, *deductions, *(fact for deadline in deadlines for fact in deadline.facts)))}
    judged = [note for deadline in deadlines if deadline in now.judged for note in now.judged[deadline].findings]
    return tuple(note for note in now.view.findings if note in judged or any(fact.ref in refs for fact in note.facts))
