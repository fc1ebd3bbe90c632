"""A case view with everything behind it, written short: rules, facts by their number in the scenario, and what was tried."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from domain.facts import Fact
from domain.trace import Considered, DayRun, Reason
from domain.view import CaseView, Interviews


def trace(view: CaseView) -> list[str]:
    """Give a line for everything that is said; what is never said anything about is left out."""
    return list(chain(_standing(view), _deadlines(view), _lists(view), _notes(view)))


def _standing(view: CaseView) -> Iterator[str]:
    yield f"{view.group} under {view.rule_set}: {view.registration}{_rules(view.registration_rules)}{_because(view.registration_facts)}"
    yield f"{view.self_booking}{_rules(view.self_booking_rules)}"
    if view.immediate_booking_demanded:
        yield f"immediate booking{_rules(view.immediate_booking_rules)}"
    if view.interviews != Interviews(0, 0, 0, 0):
        held, required, joint_held, joint_required = view.interviews
        yield f"interviews {held} of {required}, joint {joint_held} of {joint_required}{_rules(view.interview_rules)}"
    for obligation in view.obligations:
        due = f" by {obligation.due}" if obligation.due else ""
        of = f" for {obligation.deadline_id}" if obligation.deadline_id else ""
        owed = f"owes {obligation.kind} since {obligation.since}{due} {obligation.state}{of}"
        yield f"{owed}{_rules(obligation.rules)}{_because(obligation.facts)}"


def _deadlines(view: CaseView) -> Iterator[str]:
    for shown in view.deadlines:
        span = f"{shown.published}..{shown.due} interview by {shown.interview_by} lapses after {shown.lapses_after}"
        yield f"{shown.deadline_id} {span}: {shown.state} since {shown.state_since}{_rules(shown.rules)}{_because(shown.facts)}"
        yield from _tried(shown.considered)
    for deadline_id, state in view.decisions:
        yield f"{deadline_id} {state}"


def _lists(view: CaseView) -> Iterator[str]:
    told = {shown.considered for shown in view.deadlines}
    for name in ("sanctionable", "blocked", "no_show", "gap"):
        for run in getattr(view, name):
            yield f"{name} {_span(run)}{_reason(run.ruling.reason)}{_rules(run.ruling.rules)}{_because(run.ruling.facts)}"
            if run.ruling.considered not in told:
                yield from _tried(run.ruling.considered)


def _notes(view: CaseView) -> Iterator[str]:
    for name in ("findings", "alerts"):
        for note in getattr(view, name):
            yield f"{name[:-1]}{_reason(Reason(note.code, note.values))} since {note.since}{_because(note.facts)}"


def _span(run: DayRun) -> str:
    last = "" if run.last == date.max else run.last
    of = f" {run.deadline_id}" if run.deadline_id else ""
    return f"{run.first}..{last}{of}{' weekdays' if run.weekdays else ''}"


def _reason(reason: Reason) -> str:
    return f" {reason.code}({', '.join(map(str, reason.values))})"


def _rules(rules: Iterable[str]) -> str:
    return "".join(f" {rule}" for rule in rules)


def _because(facts: Iterable[Fact]) -> str:
    return "".join(f" #{ref.id.lstrip('0') or '0'}" for fact in facts for ref in fact.refs)


def _tried(considered: Iterable[Considered]) -> Iterator[str]:
    for tried in considered:
        yield f"  not {tried.rule}:{_reason(tried.reason)}"
