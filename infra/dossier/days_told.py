"""The day list in words: every day, counted or not, with reason, rules, law and events."""

from collections.abc import Iterator
from typing import Literal

from domain.document import Law, law_of_no_show, law_of_rules
from domain.facts import order_key
from domain.texts import danish_date, reason_text
from domain.texts.words import days_counted
from domain.trace import Ruling
from domain.uncounted import Kind
from domain.view import days
from infra.danish_dates import stretches
from infra.dossier.content import Block, Heading, Paragraph, Table
from infra.dossier.day_list import DeadlineDays, JudgedDay
from infra.dossier.derivation import Derived
from infra.labels import DAY_LISTS, UNCOUNTED

HEAD = ("Dag", "Tæller", "Afgjort", "Hvorfor", "Regler og lov", "Bygger på")
_WEEKDAYS = ("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn.")


def day_lists(found: Derived) -> Iterator[Block]:
    """Tell the days of each deadline."""
    if not found.days:
        yield Paragraph("Der er ingen frister i sagen, og derfor ingen dage.")
    for one in found.days:
        yield Heading(f"Frist {one.deadline_id}, fristdag {danish_date(one.due)}")
        yield Paragraph(_count(one))
        yield Table(f"Dagene for frist {one.deadline_id}", HEAD, tuple(_row(day) for day in one.days))
        yield from _tried(one)
    yield from _other_days(found)


def _count(one: DeadlineDays) -> str:
    counted = sum(day.kind == "counted" for day in one.days)
    decided = sum(day.decided for day in one.days)
    return f"{days_counted(counted)} kan der ske fradrag for. {days_counted(decided)} er afgjort. {days_counted(len(one.days))} er bedømt."


def _row(day: JudgedDay) -> tuple[str, ...]:
    weekday = _WEEKDAYS[day.date.weekday()]
    rules = "; ".join([*day.ruling.rules, *day.law])
    written = f"{weekday} {danish_date(day.date)}"
    return written, counts(day.kind), "ja" if day.decided else "nej", reason_text(day.ruling.reason), rules, based_on(day.ruling)


def counts(kind: Literal[Kind, "counted"]) -> str:
    """Say whether a day counts."""
    return "ja" if kind == "counted" else f"nej, {UNCOUNTED[kind]}"


def based_on(ruling: Ruling) -> str:
    """Name the events behind a ruling."""
    return "; ".join(f"{fact.event.LABEL} {danish_date(fact.day)} ({fact.id})" for fact in sorted(ruling.facts, key=order_key))


def _tried(one: DeadlineDays) -> Iterator[Block]:
    """Tell what was tried and does not apply, once for all the days."""
    tried = dict.fromkeys(tried for day in one.days for tried in day.ruling.considered)
    if tried:
        rows = tuple((each.rule, reason_text(each.reason)) for each in tried)
        yield Table(f"Prøvet for frist {one.deadline_id}, men gælder ikke", ("Regel", "Hvorfor ikke"), rows)


def _other_days(found: Derived) -> Iterator[Block]:
    """Tell the days that follow from other things than a missed deadline; days of one explanation together."""
    view = found.seen.view
    for key, runs, law in (("no_show_days", view.no_show, law_of_no_show), ("registration_gap", view.gap, law_of_rules)):
        gathered = stretches(days(runs, view.valid_on))
        if gathered:
            rows = tuple((one.words, reason_text(one.ruling.reason), _because(one.ruling, law), based_on(one.ruling)) for one in gathered)
            yield Heading(DAY_LISTS[key])
            yield Table(DAY_LISTS[key], ("Dage", "Hvorfor", "Regler og lov", "Bygger på"), rows)


def _because(ruling: Ruling, law: Law) -> str:
    return "; ".join([*ruling.rules, *law(ruling)])
