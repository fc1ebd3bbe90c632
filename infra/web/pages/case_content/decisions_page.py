"""Everything that the page of decisions says: what was decided, what the file showed then, what it shows now."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from domain.alerts import ALERT_RULES
from domain.completeness import Status
from domain.decision_check import Comparison, DecisionCheck, check_decisions
from domain.decision_document import words
from domain.derive import look
from domain.findings import FINDING_RULES
from domain.texts import reason_text
from domain.times import moment
from domain.uncounted import Kind
from domain.view import Day
from infra.asked_words import asked_words
from infra.cases import Case
from infra.danish_dates import Stretch, stretches
from infra.decision_words import APPEAL_GUIDANCE, DIFFERENCES_NOW, DIFFERENCES_THEN, NO_DECISION, decided_days, verdict_words
from infra.dossier.day_list import law_by
from infra.labels import REQUIREMENT_STATUSES, REQUIREMENTS, UNCOUNTED
from infra.web.asked import Asked
from infra.web.pages.case_content.addresses import Addresses, Link, rules
from infra.web.pages.case_content.as_of import deviations, known_moments
from infra.web.pages.case_content.comparison import until
from infra.web.pages.case_content.events import Time, day_time, time
from infra.web.pages.case_content.notes import NoteRow, note_rows

STATUS_TAGS: dict[Status, str] = {"met": "success", "not_met": "error", "not_known": "warning"}


class Differing(NamedTuple):
    """Days on which a decision differs from the file."""

    words: str
    kind: str
    reason: str
    law: list[str]
    rules: list[Link]
    facts: list[Link]
    href: str


class Differences(NamedTuple):
    """The days of one sort."""

    title: str
    rows: list[Differing]


class RequirementRow(NamedTuple):
    """What a decision must have."""

    name: str
    now: str
    now_kind: str
    then: str
    then_kind: str
    why: str
    law: list[str]
    rules: list[Link]
    facts: list[Link]


class DecisionPart(NamedTuple):
    """One decision."""

    fragment: str
    day: Time
    deadline: str
    event: Link
    verdict: str
    kind: str
    decided: str
    then: str
    then_known: Time
    now: str
    deductions: list[tuple[Time, str]]
    legal_basis: str
    differences: list[Differences]
    requirements: list[RequirementRow]
    notes: list[NoteRow]
    compare: str


def decisions_page(case: Case, asked: Asked) -> dict[str, Any]:
    """Make the page of a case's decisions."""
    question = (asked.valid_on, asked.known_at, asked.policy, asked.known_by)
    view, bearing = look(case.history, *question).view, case.facts
    addresses = Addresses.of(case, asked, bearing)
    moments = known_moments(bearing, asked.known_by)
    last = asked.known_at if asked.known_at is not None else moments[-1] if moments else 0
    checks = check_decisions(case.history, *question)
    return {
        "case": case.id,
        "addresses": addresses,
        "asked": f"Sagen {asked_words(view)}.",
        "decisions": [_part(number, check, addresses, last) for number, check in enumerate(checks, 1)],
        "closing": APPEAL_GUIDANCE if checks else NO_DECISION,
        "rule_set": view.rule_set,
        "deviations": list(deviations(asked.policy)),
    }


def _part(number: int, check: DecisionCheck, addresses: Addresses, last: int) -> DecisionPart:
    decision, asked = check.decision, addresses.asked
    known = getattr(decision, asked.known_by)
    findings = [*note_rows(check.refunds, ALERT_RULES, addresses), *note_rows(check.findings, FINDING_RULES, addresses)]
    return DecisionPart(
        f"afgoerelse-{number}",
        day_time(decision.day),
        decision.event.deadline_id,
        addresses.fact(decision),
        verdict_words(check),
        "warning" if check.revoked else "error" if check.now.differs else "success",
        decided_days(decision.event.days),
        decided_days(check.when_made.derivable),
        time(known),
        decided_days(check.now.derivable),
        [(day_time(one.day), decided_days(one.event.days)) for one in check.deductions],
        decision.event.legal_basis or "ikke oplyst",
        [*_differences(check.when_made, DIFFERENCES_THEN, addresses), *_differences(check.now, DIFFERENCES_NOW, addresses)],
        list(_requirements(check, addresses)),
        findings,
        f"/sager/{asked.case}/sammenlign?{asked._replace(known_at=known).query}&{until(last)}" if moment(last) > moment(known) else "",
    )


def _differences(one: Comparison, titles: tuple[str, str], addresses: Addresses) -> Iterator[Differences]:
    wrong, left_out = titles
    if one.wrong:
        kinds = {day.date: day.kind for day in one.wrong}
        rows = [
            _differing(found, kinds[found.days[0]], addresses) for found in stretches(Day(day.date, None, day.ruling) for day in one.wrong)
        ]
        yield Differences(wrong, rows)
    if one.left_out:
        rows = [_differing(found, "counted", addresses) for found in stretches(one.left_out)]
        yield Differences(left_out, rows)


def _differing(found: Stretch, kind: Literal[Kind, "counted"], addresses: Addresses) -> Differing:
    ruling = found.ruling
    return Differing(
        found.words,
        "" if kind == "counted" else UNCOUNTED[kind],
        reason_text(ruling.reason),
        law_by(kind)(ruling),
        rules(ruling.rules),
        addresses.facts(ruling.facts),
        addresses.day(found.days[0]),
    )


def _requirements(check: DecisionCheck, addresses: Addresses) -> Iterator[RequirementRow]:
    for one in check.requirements:
        answer = one.answer
        reservation = f" {reason_text(one.reservation)}" if one.reservation else ""
        yield RequirementRow(
            REQUIREMENTS[one.code],
            REQUIREMENT_STATUSES[answer.status].capitalize(),
            STATUS_TAGS[answer.status],
            REQUIREMENT_STATUSES[one.when_made].capitalize(),
            STATUS_TAGS[one.when_made],
            f"{words(answer.words)}{reservation}",
            list(answer.law),
            rules(answer.rules),
            addresses.facts(answer.facts),
        )
