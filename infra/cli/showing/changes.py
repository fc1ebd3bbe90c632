"""What differs between two views, at a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from domain.groups import GROUP_LABELS
from domain.texts import danish_date
from domain.times import parse_day
from infra.cli.console import shown
from infra.cli.showing.tables import heading, inset, line, lines
from infra.danish_dates import spans
from infra.labels import DAY_LISTS, DEADLINE_STATES, DECISIONS, OBLIGATIONS, REGISTRATIONS, SELF_BOOKINGS

_SINGLE: dict[str, tuple[str, Mapping[Any, str]]] = {
    "rules": ("Regelsæt", {}),
    "group": ("Målgruppe", GROUP_LABELS),
    "registration": ("Tilmelding", REGISTRATIONS),
    "self_booking": ("Selvbooking", SELF_BOOKINGS),
    "immediate_booking_demanded": ("Straksbooking", {True: "kræves", False: "kræves ikke"}),
}
_LISTS = {"findings": "Bemærkninger", "alerts": "Opfølgning"}


def changes(found: Mapping[str, Any]) -> Iterator[RenderableType]:
    """Show what was otherwise before and what is so after."""
    if not found:
        yield heading("Det ændrer ingenting")
        return
    for key, title in DAY_LISTS.items():
        if key in found:
            yield heading(title)
            yield from _days(found[key])
    single = [_from_to(title, words, found[key]) for key, (title, words) in _SINGLE.items() if key in found]
    if "interviews" in found:
        single.append(f"Jobsamtaler: {_held(found['interviews']['before'])} → {_held(found['interviews']['after'])}")
    single += [f"Frist {name}: {_deadline(one['before'])} → {_deadline(one['after'])}" for name, one in found.get("deadlines", {}).items()]
    single += [f"Kommunens skridt, frist {name}: {_step(one)}" for name, one in found.get("decisions", {}).items()]
    if single:
        yield heading("Hvor sagen står")
        yield lines(single)
    if "obligations" in found:
        yield heading("Det skylder borgeren")
        yield from _signed(found["obligations"], lambda one: f"{OBLIGATIONS[one['kind']]}{_of_deadline(one)}")
    for key, title in _LISTS.items():
        if key in found:
            yield heading(title)
            yield from _signed(found[key], lambda one: str(one["text"]))


def _days(change: Mapping[str, Any]) -> Iterator[RenderableType]:
    for key, sign, style in (("removed", "−", "green"), ("added", "+", "red"), ("explained_otherwise", "=", "dim")):
        for reason, deadline, dates in _by_reason(change[key]):
            words = ", ".join(spans(dates)) + (f"  frist {deadline}" if deadline else "")
            yield inset(Text(f"{sign} {shown(words)}", style=style))
            yield line(f"{_before_or_now(key)} {reason}", "dim", by=4)


def _by_reason(days: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str | None, list[date]]]:
    found: dict[tuple[str, str | None], list[date]] = {}
    for day in days:
        found.setdefault((day["reason"], day["deadline_id"]), []).append(parse_day(day["date"]))
    for (reason, deadline), dates in found.items():
        yield reason, deadline, dates


def _before_or_now(key: str) -> str:
    return "Før:" if key == "removed" else "Nu:"


def _signed(change: Mapping[str, Any], words: Any) -> Iterator[RenderableType]:
    yield lines((f"− {words(one)}" for one in change["removed"]), "dim")
    yield lines(f"+ {words(one)}" for one in change["added"])


def _from_to(title: str, words: Mapping[Any, str], change: Mapping[str, Any]) -> str:
    before, after = (words.get(change[key], "ikke fastsat" if change[key] is None else change[key]) for key in ("before", "after"))
    return f"{title}: {before} → {after}"


def _deadline(one: Mapping[str, Any] | None) -> str:
    if one is None:
        return "ukendt"
    due, since = (danish_date(parse_day(one[key])) for key in ("due", "state_since"))
    return f"{DEADLINE_STATES[one['state']]} (fristdag {due}, siden {since})"


def _step(change: Mapping[str, Any]) -> str:
    before, after = (DECISIONS.get(change[key], "ingen") for key in ("before", "after"))
    return f"{before} → {after}"


def _held(interviews: Mapping[str, int]) -> str:
    return f"{interviews['held']} af {interviews['required']}"


def _of_deadline(one: Mapping[str, Any]) -> str:
    due = f", senest {danish_date(parse_day(one['due']))}" if one["due"] else ""
    return f"{due} ({'overskredet' if one['state'] == 'overdue' else 'åben'})"
