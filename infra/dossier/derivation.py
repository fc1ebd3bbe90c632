"""What follows from a dossier's events: the view, the check of the decisions, the days, and the rules they rest on."""

from collections.abc import Iterator
from typing import NamedTuple

from domain.citations import cited_rules
from domain.decision_check import DecisionCheck, check_decisions
from domain.decision_document import decisions_document
from domain.derive import Look, look
from domain.document import Document
from domain.document import as_document as view_document
from domain.register import REGISTER, Rule, rule
from infra.cases import Case
from infra.dossier.day_list import DeadlineDays, as_document, day_lists
from infra.dossier.question import Question
from infra.rule_documents import rule_document


class Derived(NamedTuple):
    """A case, asked."""

    question: Question
    case: Case
    seen: Look
    checks: tuple[DecisionCheck, ...]
    days: tuple[DeadlineDays, ...]


def derived(question: Question, case: Case) -> Derived:
    """Answer a question from the events of a real case."""
    asked = (question.valid_on, question.known_at, question.policy, question.known_by)
    seen, checks = look(case.history, *asked), check_decisions(case.history, *asked)
    return Derived(question, case, seen, checks, day_lists(seen, checks))


def derivation_document(found: Derived) -> Document:
    """Spell everything out that was derived."""
    view, case = found.seen.view, found.case.id
    return {
        "view": view_document(view, case),
        "decisions": decisions_document(found.checks, view, case),
        "deadline_days": [as_document(one) for one in found.days],
    }


def rules_document(found: Derived) -> Document:
    """Give the rule set and the text of every rule that is cited."""
    return {"rule_set": found.seen.view.rule_set, "rules": [rule_document(one) for one in cited(found)]}


def cited(found: Derived) -> list[Rule]:
    """Give the rules in the order of the register, those of later law last."""
    order = {id_: number for number, id_ in enumerate(REGISTER)}
    return [rule(id_) for id_ in sorted(set(_cited(found)), key=lambda id_: (order.get(id_, len(order)), id_))]


def _cited(found: Derived) -> Iterator[str]:
    yield from cited_rules(found.seen.view)
    for deadline in found.days:
        for day in deadline.days:
            yield from day.ruling.rules
            yield from (tried.rule for tried in day.ruling.considered)
    for check in found.checks:
        for one in check.requirements:
            yield from one.answer.rules
        for comparison in (check.when_made, check.now):
            for ruling in (*(day.ruling for day in comparison.wrong), *(day.ruling for day in comparison.left_out)):
                yield from ruling.rules
