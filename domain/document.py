"""The case view as a document: contract/CLI.md, "The case view". Equal views give equal documents, to the byte."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import chain
from typing import Any

from domain.alerts import ALERT_RULES
from domain.citations import statutes
from domain.events import Group, TargetGroupAssigned
from domain.facts import Fact, order_key
from domain.findings import FINDING_RULES
from domain.groups import JOBAFKLARING, statute_of_deduction
from domain.texts import note_text, reason_text
from domain.times import moment
from domain.trace import Considered, DayRun, Note, Ruling
from domain.view import CaseView, DeadlineView, Obligation, days

Document = dict[str, Any]
Law = Callable[[Ruling], list[str]]

NO_SHOW_STATUTE = "LAS § 37"
PROVISIONS_OF_DEDUCTION = (statute_of_deduction(None), statute_of_deduction(JOBAFKLARING))


def as_document(view: CaseView, case: str) -> Document:
    """Spell a view out: every day with its words, its law and the events behind it."""
    return {
        "case": case,
        "valid_on": view.valid_on.isoformat(),
        "known_at": None if view.known_at is None else moment(view.known_at).isoformat(),
        "known_by": view.known_by,
        "policy": view.policy.as_dict(),
        "rules": view.rule_set,
        "group": view.group,
        "registration": view.registration,
        "self_booking": view.self_booking,
        "immediate_booking_demanded": view.immediate_booking_demanded,
        "deadlines": [_deadline(deadline) for deadline in view.deadlines],
        "obligations": [_obligation(obligation) for obligation in view.obligations],
        "sanctionable_days": _days(view.sanctionable, view.valid_on, law_of_deduction),
        "blocked_days": _days(view.blocked, view.valid_on, law_of_rules),
        "no_show_days": _days(view.no_show, view.valid_on, law_of_no_show),
        "registration_gap": _days(view.gap, view.valid_on, law_of_rules),
        "interviews": view.interviews._asdict(),
        "decisions": dict(view.decisions),
        "findings": [note_as_document(note, FINDING_RULES) for note in view.findings],
        "alerts": [note_as_document(note, ALERT_RULES) for note in view.alerts],
    }


def _deadline(deadline: DeadlineView) -> Document:
    return {
        "deadline_id": deadline.deadline_id,
        "published": deadline.published.isoformat(),
        "due": deadline.due.isoformat(),
        "interview_by": iso(deadline.interview_by),
        "state": deadline.state,
        "state_since": deadline.state_since.isoformat(),
        "lapses_after": iso(deadline.lapses_after),
        "rules": list(deadline.rules),
        "because": because(deadline.facts),
    }


def _obligation(obligation: Obligation) -> Document:
    return {
        "kind": obligation.kind,
        "since": obligation.since.isoformat(),
        "due": iso(obligation.due),
        "state": obligation.state,
        "deadline_id": obligation.deadline_id,
        "rules": list(obligation.rules),
        "because": because(obligation.facts),
    }


def _days(runs: tuple[DayRun, ...], until: date, law: Law) -> list[Document]:
    """Spell out a list of days. Days of one ruling share its explanation, which is therefore made once."""
    made: dict[int, Document] = {}
    spelled = []
    for day in days(runs, until):
        explained = made.get(id(day.ruling))
        if explained is None:
            explained = made[id(day.ruling)] = explanation(day.ruling, law)
        spelled.append({"date": day.date.isoformat(), "deadline_id": day.deadline_id, **explained})
    return spelled


def explanation(ruling: Ruling, law: Law) -> Document:
    """Say why, by which rules and law, from which events, and what was tried in vain."""
    return {
        "reason": reason_text(ruling.reason),
        "rules": list(ruling.rules),
        "law": law(ruling),
        "because": because(ruling.facts),
        "considered": [_considered(tried) for tried in ruling.considered],
    }


def _considered(tried: Considered) -> Document:
    return {"rule": tried.rule, "reason": reason_text(tried.reason)}


def note_as_document(note: Note, rules: Mapping[str, tuple[str, ...]]) -> Document:
    """Say a finding or an alert, by which rules and from which events."""
    return {
        "code": note.code,
        "since": note.since.isoformat(),
        "text": note_text(note),
        "rules": list(rules[note.code]),
        "because": because(note.facts),
    }


def because(facts: Iterable[Fact]) -> list[Document]:
    """Name the facts in the order of folding, each with the corrections that made it what it is."""
    refs = chain.from_iterable(fact.refs for fact in sorted(facts, key=order_key))
    return [{"source": ref.source, "id": ref.id} for ref in dict.fromkeys(refs)]


def law_of_rules(ruling: Ruling) -> list[str]:
    """Name the statutes of the rules, each once."""
    return list(statutes(ruling.rules))


def law_of_no_show(ruling: Ruling) -> list[str]:
    """Name the provision on no-shows first."""
    return [NO_SHOW_STATUTE, *law_of_rules(ruling)]


def law_of_deduction(ruling: Ruling) -> list[str]:
    """Name the provision of the group first, and leave out that of the other groups (R-0-6)."""
    mine = statute_of_deduction(_group_on_due_date(ruling.facts))
    others = tuple(provision for provision in PROVISIONS_OF_DEDUCTION if provision != mine)
    return list(dict.fromkeys([mine, *(statute for statute in law_of_rules(ruling) if not statute.startswith(others))]))


def _group_on_due_date(facts: Iterable[Fact]) -> Group | None:
    """Find the group the days are judged by. A change of group that ended them comes after it."""
    assigned = (fact.event for fact in sorted(facts, key=order_key))
    return next((event.group for event in assigned if isinstance(event, TargetGroupAssigned)), None)


def iso(day: date | None) -> str | None:
    """Write a date, or that there is none."""
    return None if day is None else day.isoformat()
