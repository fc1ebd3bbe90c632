"""Everything that the page of a day says."""

from datetime import date
from typing import Any, NamedTuple

from domain.derive import look
from domain.facts import Fact, order_key
from domain.register import rule
from domain.register.sections import SECTIONS
from domain.texts import danish_date, reason_text
from domain.times import ONE_DAY
from domain.trace import Considered
from infra.asked_words import asked_words
from infra.cases import Case
from infra.web.asked import Asked
from infra.web.pages.case_content.addresses import Addresses, Link, rules
from infra.web.pages.case_content.as_of import deviations
from infra.web.pages.case_content.day_answers import LABELS, Answer, answers
from infra.web.pages.case_content.day_history import earlier_answers
from infra.web.pages.case_content.events import Time, time

WEEKDAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")


class RuleText(NamedTuple):
    """A rule with its wording."""

    id: str
    short: str
    text: str
    section: str
    statute: str
    href: str


class Tried(NamedTuple):
    """A rule that was tried and does not apply."""

    rule: Link
    why: str


class Behind(NamedTuple):
    """An event that an answer rests on, and when it was known."""

    link: Link
    effective: str
    registered: Time
    received: Time
    source: str


class Told(NamedTuple):
    """An answer about a day, in words."""

    fragment: str
    heading: str
    counts: bool
    tag: str
    kind: str
    decided: bool
    reason: str
    law: list[str]
    rules: list[RuleText]
    tried: list[Tried]
    facts: list[Behind]


def day_page(case: Case, asked: Asked, day: date) -> dict[str, Any]:
    """Make the page of a day."""
    seen = look(case.history, asked.valid_on, asked.known_at, asked.policy, asked.known_by)
    bearing = case.facts
    addresses = Addresses.of(case, asked, bearing)
    found = answers(seen, day) if day <= asked.valid_on else []
    return {
        "case": case.id,
        "addresses": addresses,
        "day": Time(f"{WEEKDAYS[day.weekday()]} den {danish_date(day)}", day.isoformat()),
        "asked": f"Svaret er givet {asked_words(seen.view)}.",
        "ahead": day > asked.valid_on,
        "counts": any(one.counts for one in found),
        "answers": [_told(number, one, addresses) for number, one in enumerate(found, 1)],
        "earlier": earlier_answers(case, bearing, day, asked, addresses) if found else [],
        "clock": "registreret" if asked.known_by == "registered" else "modtaget",
        "previous": _way(day - ONE_DAY, addresses),
        "following": _way(day + ONE_DAY, addresses) if day < asked.valid_on else None,
        "permanent": addresses.day(day),
        "rule_set": seen.view.rule_set,
        "deviations": list(deviations(asked.policy)),
    }


def _way(day: date, addresses: Addresses) -> Link:
    return Link(danish_date(day), addresses.day(day))


def _told(number: int, one: Answer, addresses: Addresses) -> Told:
    tag, kind = LABELS[one.kind]
    return Told(
        f"svar-{number}",
        f"Frist {one.deadline_id}" if one.deadline_id else tag,
        one.counts,
        tag,
        kind,
        one.decided,
        reason_text(one.ruling.reason),
        one.law,
        [_rule(id_) for id_ in one.ruling.rules],
        [_tried(tried) for tried in one.ruling.considered],
        [_behind(fact, addresses) for fact in sorted(one.ruling.facts, key=order_key)],
    )


def _rule(id_: str) -> RuleText:
    found = rule(id_)
    heading = SECTIONS.get(found.section, "")
    section = "Vejledningens indledning" if found.section == "0" else f"Vejledningen afsnit {found.section} {heading}".strip()
    return RuleText(id_, found.short, found.text, f"{section} ({found.lines})", found.statute, f"/regler/{id_}")


def _tried(tried: Considered) -> Tried:
    return Tried(rules([tried.rule])[0], reason_text(tried.reason))


def _behind(fact: Fact, addresses: Addresses) -> Behind:
    return Behind(addresses.fact(fact), danish_date(fact.day), time(fact.registered), time(fact.received), fact.source)
