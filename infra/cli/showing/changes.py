"""What differs between two views, at a terminal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from domain.facts import Fact
from domain.groups import GROUP_LABELS
from domain.texts import danish_date
from domain.times import parse_day
from infra.cli.console import shown
from infra.cli.showing.tables import heading, inset, lines
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


class _Shower:
    """Shows changes; where events are known to be behind them, with these."""

    def __init__(self, learnt: Iterable[Fact]) -> None:
        self._names = {(fact.source, fact.id): f"{fact.event.LABEL} {danish_date(fact.day)}" for fact in learnt}

    def causes(self, change: Mapping[str, Any]) -> str:
        """Name the events behind a change."""
        return ", ".join(self._names[one["source"], one["id"]] for one in change.get("caused_by", ()))

    def because(self, change: Mapping[str, Any]) -> str:
        """Name the events behind a change, in brackets after it."""
        causes = self.causes(change)
        return f"  (skyldes {causes})" if causes else ""

    def days(self, change: Mapping[str, Any]) -> Iterator[RenderableType]:
        """Show days that go, that come, and that stand for another reason; days with one explanation together."""
        for key, sign, style in (("removed", "−", "green"), ("added", "+", "red"), ("explained_otherwise", "=", "dim")):
            for alike in self._alike(change[key]):
                first = alike[0]
                words = ", ".join(spans(parse_day(one["date"]) for one in alike))
                yield inset(Text(f"{sign} {shown(words + _of(first))}", style=style))
                yield lines(self._why(key, first), "dim", by=4)

    def _alike(self, days: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
        found: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
        for day in days:
            found.setdefault((day["reason"], day.get("now", {}).get("reason", ""), _of(day), self.causes(day)), []).append(day)
        return list(found.values())

    def _why(self, key: str, day: Mapping[str, Any]) -> Iterator[str]:
        yield f"{'Før:' if key == 'removed' else 'Nu:'} {day['reason']}"
        now = day.get("now")
        if now is not None:
            yield f"Nu: {now['reason']}"
        if causes := self.causes(day):
            yield f"Regler: {', '.join((now or day)['rules'])}"
            yield f"Skyldes: {causes}"

    def signed(self, change: Mapping[str, Any], words: Callable[[Mapping[str, Any]], str]) -> Iterator[RenderableType]:
        """Show what goes and what comes."""
        yield lines((f"− {words(one)}{self.because(one)}" for one in change["removed"]), "dim")
        yield lines(f"+ {words(one)}{self.because(one)}" for one in change["added"])


def changes(found: Mapping[str, Any], learnt: Iterable[Fact] = ()) -> Iterator[RenderableType]:
    """Show what was otherwise before and what is so after, and which of the learnt events is behind it."""
    if not found:
        yield heading("Det ændrer ingenting")
        return
    shower = _Shower(learnt)
    for key, title in DAY_LISTS.items():
        if key in found:
            yield heading(title)
            yield from shower.days(found[key])
    single = [_from_to(title, words, found[key]) + shower.because(found[key]) for key, (title, words) in _SINGLE.items() if key in found]
    if "interviews" in found:
        one = found["interviews"]
        single.append(f"Jobsamtaler: {_held(one['before'])} → {_held(one['after'])}{shower.because(one)}")
    for name, one in found.get("deadlines", {}).items():
        single.append(f"Frist {name}: {_deadline(one['before'])} → {_deadline(one['after'])}{shower.because(one)}")
    for name, one in found.get("decisions", {}).items():
        single.append(f"Kommunens skridt, frist {name}: {_step(one)}{shower.because(one)}")
    if single:
        yield heading("Hvor sagen står")
        yield lines(single)
    if "obligations" in found:
        yield heading("Det skylder borgeren")
        yield from shower.signed(found["obligations"], _owed)
    for key, title in _LISTS.items():
        if key in found:
            yield heading(title)
            yield from shower.signed(found[key], lambda one: str(one["text"]))


def _owed(one: Mapping[str, Any]) -> str:
    rules = one.get("now", {}).get("rules") or one["rules"]
    return f"{OBLIGATIONS[one['kind']]}{_of_deadline(one)} [{', '.join(rules)}]"


def _of(day: Mapping[str, Any]) -> str:
    return f"  frist {day['deadline_id']}" if day["deadline_id"] else ""


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
