"""The days of a case for its page: runs of days with one reason, the ones that count and the ones that do not."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from domain.derive import Look
from domain.document import Law, law_of_deduction, law_of_no_show, law_of_rules
from domain.texts import reason_text
from domain.texts.words import days_counted
from domain.times import ONE_DAY
from domain.trace import DayRun, Reason, Ruling
from domain.uncounted import Kind, verdict_on
from domain.view import Day, days
from infra.danish_dates import Stretch, stretches
from infra.labels import DAY_LISTS, UNCOUNTED
from infra.web.pages.case_content.addresses import Addresses, Link, rules

LINKED = 31
"""So many days of a run are linked one by one; others are looked up."""
_LAWS: dict[str, Law] = {
    "sanctionable_days": law_of_deduction,
    "blocked_days": law_of_rules,
    "no_show_days": law_of_no_show,
    "registration_gap": law_of_rules,
}
_TAGS = {
    "sanctionable_days": ("Kan fradrages", "error"),
    "blocked_days": ("Kan ikke fradrages", "success"),
    "no_show_days": ("Kan fradrages", "error"),
    "registration_gap": ("Ikke tilmeldt", "warning"),
}
NOT_COUNTED = "Andre dage efter en frist, som ikke tæller med"


class DayLink(NamedTuple):
    """A day and its page."""

    words: str
    iso: str
    href: str


class RunRow(NamedTuple):
    """Days with one reason."""

    words: str
    deadline: str | None
    tag: str
    kind: str
    reason: str
    law: list[str]
    rules: list[Link]
    facts: list[Link]
    days: list[DayLink]
    more: bool
    """Whether there are more days than are linked."""


class DayTable(NamedTuple):
    """One list of days."""

    key: str
    title: str
    counted: str
    rows: list[RunRow]


def day_tables(seen: Look, addresses: Addresses) -> list[DayTable]:
    """Give the lists that hold anything."""
    view = seen.view
    lists = [
        _listed("sanctionable_days", view.sanctionable, view.valid_on, addresses),
        _listed("blocked_days", view.blocked, view.valid_on, addresses),
        _others(seen, addresses),
        _listed("no_show_days", view.no_show, view.valid_on, addresses),
        _listed("registration_gap", view.gap, view.valid_on, addresses),
    ]
    return [one for one in lists if one is not None]


def _listed(key: str, runs: tuple[DayRun, ...], until: date, addresses: Addresses) -> DayTable | None:
    gathered = stretches(days(runs, until))
    if not gathered:
        return None
    return DayTable(key, DAY_LISTS[key], _count(gathered), [_row(one, *_TAGS[key], _LAWS[key], addresses) for one in gathered])


def _others(seen: Look, addresses: Addresses) -> DayTable | None:
    found = list(uncounted(seen))
    if not found:
        return None
    rows = [_row(one, UNCOUNTED[kind].capitalize(), "info", law_of_deduction, addresses) for kind, one in found]
    return DayTable("not_counted", NOT_COUNTED, _count(one for _, one in found), rows)


def uncounted(seen: Look) -> Iterator[tuple[Kind, Stretch]]:
    """Give the days in the interval of a missed deadline, and the decided ones, that are in neither of its lists."""
    rulings: dict[tuple[Kind, Reason], Ruling] = {}
    for deadline_id in dict.fromkeys(deadline.id for deadline in seen.course.deadlines):
        of_kind: dict[Kind, list[Day]] = {}
        for day in sorted(_looked_at(seen, deadline_id)):
            kind, ruling = verdict_on(seen, deadline_id, day)
            match kind:
                case "ended" | "never_counted":
                    # Days of one explanation share its ruling, so that they are told together.
                    of_kind.setdefault(kind, []).append(Day(day, deadline_id, rulings.setdefault((kind, ruling.reason), ruling)))
        for kind, found in of_kind.items():
            yield from ((kind, stretch) for stretch in stretches(found))


def _looked_at(seen: Look, deadline_id: str) -> set[date]:
    view = seen.view
    told = {
        day.date
        for runs in (view.sanctionable, view.blocked)
        for day in days(tuple(r for r in runs if r.deadline_id == deadline_id), view.valid_on)
    }
    decided = {
        day
        for one in seen.course.decisions
        if one.revoked is None and one.fact.event.deadline_id == deadline_id
        for day in one.fact.event.days
        if day <= view.valid_on
    }
    return (decided | set(_intervals(seen, deadline_id))) - told


def _intervals(seen: Look, deadline_id: str) -> Iterator[date]:
    for deadline, judgement in seen.judged.items():
        if deadline.id == deadline_id and judgement.interval is not None:
            yield from _each(judgement.interval, seen.view.valid_on)


def _each(run: DayRun, until: date) -> Iterator[date]:
    day, last = run.first, min(run.last, until)
    while day <= last:
        yield day
        day += ONE_DAY


def _count(gathered: Iterable[Stretch]) -> str:
    return days_counted(sum(len(one.days) for one in gathered))


def _row(one: Stretch, tag: str, kind: str, law: Law, addresses: Addresses) -> RunRow:
    ruling = one.ruling
    return RunRow(
        one.words,
        one.deadline_id,
        tag,
        kind,
        reason_text(ruling.reason),
        law(ruling),
        rules(ruling.rules),
        addresses.facts(ruling.facts),
        [DayLink(f"{day.day}.{day.month}.", day.isoformat(), addresses.day(day)) for day in one.days[:LINKED]],
        len(one.days) > LINKED,
    )
