"""How a case stands: its figures, what is owed, and its deadlines with what follows from each."""

from typing import NamedTuple

from domain.citations import statutes
from domain.derive import Look
from domain.document import law_of_deduction
from domain.groups import GROUP_LABELS
from domain.texts import danish_date, reason_text
from domain.texts.words import days_counted
from domain.trace import Ruling
from domain.uncounted import verdict_on
from domain.view import CaseView, DeadlineView, dates
from infra.labels import DEADLINE_STATES, DECISIONS, OBLIGATIONS, REGISTRATIONS
from infra.web.pages.case_content.addresses import Addresses, Link, rules
from infra.web.pages.case_content.events import Time, day_time

STATE_TAGS = {
    "open": "info",
    "met": "success",
    "overdue": "error",
    "ended_booked": "error",
    "ended_contact": "error",
    "lapsed": "warning",
    "invalid": "warning",
}
"""The look of a deadline's state; the others have none."""
Card = tuple[str, str, str]


class ObligationRow(NamedTuple):
    """What is owed."""

    words: str
    since: Time
    due: Time | None
    overdue: bool
    deadline: str | None
    rules: list[Link]
    facts: list[Link]


class DeadlineRow(NamedTuple):
    """A deadline."""

    fragment: str
    id: str
    published: Time
    due: Time
    interview_by: Time | None
    state: str
    kind: str
    since: Time
    lapses_after: Time | None
    follows: str
    """What follows from it: that its due date counts, or why not."""
    law: list[str]
    rules: list[Link]
    facts: list[Link]


def cards(view: CaseView) -> list[Card]:
    """Give the four figures that a reader looks for first."""
    return [_owed(view), _counted(view), _registered(view), _decided(view)]


def _owed(view: CaseView) -> Card:
    title = "Det skylder borgeren"
    if not view.obligations:
        return title, "Intet", "den dag"
    first, *others = view.obligations
    late = "overskredet, " if first.state == "overdue" else ""
    note = f"{late}senest {danish_date(first.due)}" if first.due else f"siden {danish_date(first.since)}"
    return title, OBLIGATIONS[first.kind], f"{note}, og {len(others)} pligt mere" if others else note


def _counted(view: CaseView) -> Card:
    counted = len({*dates(view.sanctionable, view.valid_on), *dates(view.no_show, view.valid_on)})
    blocked = len(dates(view.blocked, view.valid_on))
    note = f"{days_counted(blocked)} kan der ikke ske fradrag for" if blocked else "efter det, sagen viser"
    return "Dage, som der kan ske fradrag for", days_counted(counted), note


def _registered(view: CaseView) -> Card:
    group = GROUP_LABELS[view.group] if view.group else "målgruppe ikke fastsat"
    return "Tilmelding og målgruppe", REGISTRATIONS[view.registration].capitalize(), group


def _decided(view: CaseView) -> Card:
    title = "Afgørelser om fradrag"
    reached = [(deadline, state) for deadline, state in view.decisions if state in {"decided", "deducted", "revoked"}]
    if not reached:
        return title, "Ingen", "der er ikke truffet nogen afgørelse"
    deadline, state = reached[-1]
    differs = any(note.code == "decision_differs_from_derivation" for note in view.findings)
    note = "afviger fra det, sagen viser nu" if differs else f"frist {deadline}"
    return title, DECISIONS[state].capitalize(), note


def obligation_rows(view: CaseView, addresses: Addresses) -> list[ObligationRow]:
    """Give what the citizen owes."""
    return [
        ObligationRow(
            OBLIGATIONS[one.kind],
            day_time(one.since),
            day_time(one.due) if one.due else None,
            one.state == "overdue",
            one.deadline_id,
            rules(one.rules),
            addresses.facts(one.facts),
        )
        for one in view.obligations
    ]


def deadline_rows(seen: Look, addresses: Addresses) -> list[DeadlineRow]:
    """Give the deadlines in the order in which they were set."""
    return [_deadline(seen, number, one, addresses) for number, one in enumerate(seen.view.deadlines, 1)]


def _deadline(seen: Look, number: int, one: DeadlineView, addresses: Addresses) -> DeadlineRow:
    verdict = verdict_on(seen, one.deadline_id, min(one.due, seen.view.valid_on))
    return DeadlineRow(
        f"frist-{number}",
        one.deadline_id,
        day_time(one.published),
        day_time(one.due),
        day_time(one.interview_by) if one.interview_by else None,
        DEADLINE_STATES[one.state].capitalize(),
        STATE_TAGS.get(one.state, ""),
        day_time(one.state_since),
        day_time(one.lapses_after) if one.lapses_after else None,
        reason_text(verdict.ruling.reason),
        _law(one, verdict.ruling),
        rules(one.rules),
        addresses.facts(one.facts),
    )


def _law(one: DeadlineView, ruling: Ruling) -> list[str]:
    """Name the statutes of its state, without the provision on deductions of the groups it is not for (R-0-6)."""
    named = law_of_deduction(ruling._replace(rules=one.rules))
    return [statute for statute in statutes(one.rules) if statute in named]
