"""The check of decisions as a document: the words, law and events of every day that differs and of every requirement."""

from collections.abc import Sequence

from domain.alerts import ALERT_RULES
from domain.completeness import Requirement
from domain.decision_check import Comparison, DecisionCheck
from domain.document import Document, because, explanation, law_of_deduction, law_of_rules, note_as_document
from domain.facts import Fact
from domain.findings import FINDING_RULES
from domain.texts import note_text, reason_text
from domain.times import Instant, moment
from domain.trace import Note, Reason
from domain.view import CaseView


def decisions_document(checks: Sequence[DecisionCheck], view: CaseView, case: str) -> Document:
    """Spell the checks of a case's decisions out. `view` is the case as it was asked for."""
    return {
        "case": case,
        "valid_on": view.valid_on.isoformat(),
        "known_at": _instant(view.known_at),
        "known_by": view.known_by,
        "policy": view.policy.as_dict(),
        "rules": view.rule_set,
        "differs_now": any(check.differs_now for check in checks),
        "decisions": [check_document(check) for check in checks],
    }


def check_document(check: DecisionCheck) -> Document:
    """Spell the check of one decision out."""
    decision = check.decision
    return {
        **_named(decision),
        "deadline_id": decision.event.deadline_id,
        "days": [day.isoformat() for day in sorted(set(decision.event.days))],
        "revoked": None if check.revoked is None else _named(check.revoked),
        "deductions": [{**_named(one), "days": [day.isoformat() for day in one.event.days]} for one in check.deductions],
        "differs_now": check.differs_now,
        "when_made": _comparison(check.when_made),
        "now": _comparison(check.now),
        "requirements": [_requirement(one) for one in check.requirements],
        "findings": [note_as_document(note, FINDING_RULES) for note in check.findings],
        "refunds": [note_as_document(note, ALERT_RULES) for note in check.refunds],
    }


def _named(fact: Fact) -> Document:
    return {
        "source": fact.source,
        "id": fact.id,
        "day": fact.day.isoformat(),
        "registered": _instant(fact.registered),
        "received": _instant(fact.received),
    }


def _comparison(one: Comparison) -> Document:
    view = one.seen.view
    return {
        "valid_on": view.valid_on.isoformat(),
        "known_at": _instant(view.known_at),
        "known_by": view.known_by,
        "rules": view.rule_set,
        "differs": one.differs,
        "derivable_days": [day.isoformat() for day in one.derivable],
        "decided_not_derivable": [
            {
                "date": day.date.isoformat(),
                "kind": day.kind,
                **explanation(day.ruling, law_of_rules if day.kind == "blocked" else law_of_deduction),
            }
            for day in one.wrong
        ],
        "derivable_not_decided": [
            {"date": day.date.isoformat(), "deadline_id": day.deadline_id, **explanation(day.ruling, law_of_deduction)}
            for day in one.left_out
        ],
    }


def _requirement(one: Requirement) -> Document:
    answer = one.answer
    return {
        "code": one.code,
        "status": answer.status,
        "when_made": one.when_made,
        "text": words(answer.words),
        "reservation": None if one.reservation is None else reason_text(one.reservation),
        "rules": list(answer.rules),
        "law": list(answer.law),
        "because": because(answer.facts),
    }


def words(said: Reason | Note) -> str:
    """Say a reason or a finding in Danish."""
    return note_text(said) if isinstance(said, Note) else reason_text(said)


def _instant(at: Instant | None) -> str | None:
    return None if at is None else moment(at).isoformat()
