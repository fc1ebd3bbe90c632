"""The decisions in words: what was decided, whether it was complete, and what was known then and is known now."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from domain.decision_check import Comparison, DecisionCheck
from domain.decision_document import words
from domain.facts import EventRef, Fact
from domain.texts import danish_date, note_text, reason_text
from domain.texts.words import days_counted
from domain.trace import Ruling
from domain.uncounted import Kind
from infra.cases import target_of
from infra.danish_dates import danish_time, spans
from infra.decision_words import APPEAL_GUIDANCE, DIFFERENCES_NOW, DIFFERENCES_THEN, NO_DECISION, verdict_words
from infra.dossier.content import Block, Heading, Paragraph, Table, table_or
from infra.dossier.day_list import law_by
from infra.dossier.days_told import based_on, counts
from infra.dossier.derivation import Derived
from infra.dossier.events_told import said
from infra.labels import REQUIREMENT_STATUSES, REQUIREMENTS

NOTHING_LEARNT = "Om tiden indtil afgørelsen er intet nyt kendt siden. Det, der skete senere, står under »Hele forløbet«."


def decisions(checks: tuple[DecisionCheck, ...]) -> Iterator[Block]:
    """Tell each decision with its completeness list."""
    for check in checks:
        decision = check.decision
        yield Heading(f"Afgørelse {danish_date(decision.day)}, frist {decision.event.deadline_id}")
        yield Table("Afgørelsen", ("Punkt", "Oplysning"), tuple(_facts(check)))
        yield Table("Er afgørelsen fuldstændig?", ("Krav", "Nu", "Da", "Hvorfor", "Regler og lov"), tuple(_requirements(check)))
    yield Paragraph(APPEAL_GUIDANCE if checks else NO_DECISION)


def then_and_now(found: Derived) -> Iterator[Block]:
    """Tell for each decision what the file showed when it was made, what it shows now, and what came to be known between."""
    if not found.checks:
        yield Paragraph(NO_DECISION)
    places = {fact.ref: fact for fact in found.case.facts}
    for check in found.checks:
        yield Heading(f"Afgørelse {danish_date(check.decision.day)}, frist {check.decision.event.deadline_id}")
        yield Paragraph(verdict_words(check))
        yield Table("Da og nu", ("Hvornår", "Dage", "Hvilke"), tuple(_counted(check)))
        yield from _differences(*DIFFERENCES_THEN, check.when_made)
        yield from _differences(*DIFFERENCES_NOW, check.now)
        yield _learnt(check, found, places)
        notes = [(danish_date(note.since), note_text(note)) for note in (*check.refunds, *check.findings)]
        yield table_or("Bemærket om afgørelsen", ("Siden", "Hvad"), notes, "Der er intet bemærket om afgørelsen.")


def _facts(check: DecisionCheck) -> Iterator[tuple[str, str]]:
    event = check.decision.event
    yield "Afgjorte dage", _days(event.days)
    yield "Nævnt hjemmel", event.legal_basis or "ikke oplyst"
    yield "Andre forhold vurderet i afgørelsen", "ja" if event.other_circumstances_assessed else "nej"
    yield "Ophævet", "nej" if check.revoked is None else danish_date(check.revoked.day)
    for made in check.deductions:
        yield f"Fradrag gennemført {danish_date(made.day)}", _days(made.event.days)


def _requirements(check: DecisionCheck) -> Iterator[tuple[str, ...]]:
    for one in check.requirements:
        reservation = f" {reason_text(one.reservation)}" if one.reservation else ""
        because = f"{words(one.answer.words)}{reservation}"
        now, then = REQUIREMENT_STATUSES[one.answer.status], REQUIREMENT_STATUSES[one.when_made]
        yield REQUIREMENTS[one.code], now, then, because, "; ".join([*one.answer.rules, *one.answer.law])


def _counted(check: DecisionCheck) -> Iterator[tuple[str, ...]]:
    known_at = check.when_made.seen.view.known_at
    then = "" if known_at is None else f" (kendt {danish_time(known_at)})"
    for when, found in (
        ("Afgjort", check.decision.event.days),
        (f"Sagen viste da{then}", check.when_made.derivable),
        ("Sagen viser nu", check.now.derivable),
    ):
        yield when, days_counted(len(set(found))), _days(found)


def _differences(wrong: str, left_out: str, one: Comparison) -> Iterator[Block]:
    head = ("Dag", "Tæller", "Hvorfor", "Regler og lov", "Bygger på")
    if one.wrong:
        yield Table(wrong, head, tuple(_day(day.date, day.kind, day.ruling) for day in one.wrong))
    if one.left_out:
        yield Table(left_out, head, tuple(_day(day.date, "counted", day.ruling) for day in one.left_out))


def _day(day: date, kind: Literal[Kind, "counted"], ruling: Ruling) -> tuple[str, ...]:
    because = "; ".join([*ruling.rules, *law_by(kind)(ruling)])
    return danish_date(day), counts(kind), reason_text(ruling.reason), because, based_on(ruling)


def _learnt(check: DecisionCheck, found: Derived, places: Mapping[EventRef, Fact]) -> Block:
    """Tell what came to be known after the decision of the time until then, by the clock that was asked for."""
    clock = found.question.known_by
    since = getattr(check.decision, clock)
    of_then = (fact for fact in places.values() if fact.day <= check.decision.day or target_of(fact))
    new = sorted((fact for fact in of_then if getattr(fact, clock) > since), key=lambda fact: (getattr(fact, clock), fact.ref))
    rows = [(danish_time(getattr(fact, clock)), danish_date(fact.day), said(fact.event), fact.id) for fact in new]
    return table_or("Kendt efter afgørelsen, om tiden indtil den", ("Kendt", "Skete", "Hændelse", "Id"), rows, NOTHING_LEARNT)


def _days(found: Iterable[date]) -> str:
    return ", ".join(spans(set(found))) or "ingen dage"
