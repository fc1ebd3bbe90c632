"""Every rule that a case view rests on or tried."""

from collections.abc import Iterable, Iterator
from itertools import chain

from domain.alerts import ALERT_RULES
from domain.findings import FINDING_RULES
from domain.register import rule
from domain.view import CaseView


def statutes(rules: Iterable[str]) -> tuple[str, ...]:
    """Name the statutes of rules, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(rule(rule_id).statute.split("; ") for rule_id in rules)))


def cited_rules(view: CaseView) -> set[str]:
    """Give the ids of all rules cited: by days, states, obligations, findings and alerts, the tried ones included."""
    return set(_rules(view))


def _rules(view: CaseView) -> Iterator[str]:
    for runs in (view.sanctionable, view.blocked, view.no_show, view.gap):
        for run in runs:
            yield from run.ruling.rules
            yield from (considered.rule for considered in run.ruling.considered)
    for deadline in view.deadlines:
        yield from deadline.rules
        yield from (considered.rule for considered in deadline.considered)
    for obligation in view.obligations:
        yield from obligation.rules
    for note in view.findings:
        yield from FINDING_RULES[note.code]
    for note in view.alerts:
        yield from ALERT_RULES[note.code]
    yield from view.registration_rules
    yield from view.self_booking_rules
    yield from view.immediate_booking_rules
    yield from view.interview_rules
