"""What differs between two views, in Danish: each change with its reasons, its rules and the events behind it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from domain.facts import EventRef
from domain.groups import GROUP_LABELS
from domain.texts import danish_date
from domain.times import parse_day
from infra.danish_dates import spans
from infra.labels import DAY_LISTS, DEADLINE_STATES, DECISIONS, OBLIGATIONS, REGISTRATIONS, SELF_BOOKINGS

Side = Literal["removed", "added", "explained_otherwise", "changed"]
Document = Mapping[str, Any]

_SINGLE: dict[str, tuple[str, Mapping[Any, str]]] = {
    "rules": ("Regelsæt", {}),
    "group": ("Målgruppe", GROUP_LABELS),
    "registration": ("Tilmelding", REGISTRATIONS),
    "self_booking": ("Selvbooking", SELF_BOOKINGS),
    "immediate_booking_demanded": ("Straksbooking", {True: "kræves", False: "kræves ikke"}),
}
_LISTS = {"findings": "Bemærkninger", "alerts": "Opfølgning"}
_OF_DAYS: tuple[Side, ...] = ("removed", "added", "explained_otherwise")


class Change(NamedTuple):
    """One change."""

    side: Side
    words: str
    reasons: tuple[str, ...] = ()
    """What it rested on before, and what it rests on now."""
    rules: tuple[str, ...] = ()
    causes: tuple[EventRef, ...] = ()
    """The events that were learnt and are behind it, where that is known."""


class Section(NamedTuple):
    """The changes of one kind."""

    title: str
    changes: tuple[Change, ...]
    of_days: bool = False


def change_words(found: Document) -> Iterator[Section]:
    """Say what was otherwise before and what is so after: nothing where the views say the same."""
    for key, title in DAY_LISTS.items():
        if key in found:
            yield Section(title, tuple(_days(found[key])), of_days=True)
    if single := tuple(_single(found)):
        yield Section("Hvor sagen står", single)
    if "obligations" in found:
        yield Section("Det skylder borgeren", tuple(_signed(found["obligations"])))
    for key, title in _LISTS.items():
        if key in found:
            yield Section(title, tuple(_signed(found[key])))


def _days(change: Document) -> Iterator[Change]:
    """Say days that go, that come, and that stand for another reason; days with one explanation together."""
    for side in _OF_DAYS:
        for alike in _alike(change[side]):
            first = alike[0]
            words = ", ".join(spans(parse_day(one["date"]) for one in alike))
            of = f"  frist {first['deadline_id']}" if first["deadline_id"] else ""
            rules = tuple(first.get("now", first)["rules"])
            yield Change(side, words + of, tuple(_reasons(side, first)), rules, _causes(first))


def _alike(days: Iterable[Document]) -> list[list[Document]]:
    found: dict[tuple[Any, ...], list[Document]] = {}
    for day in days:
        found.setdefault((day["reason"], day.get("now", {}).get("reason", ""), day["deadline_id"], _causes(day)), []).append(day)
    return list(found.values())


def _reasons(side: Side, day: Document) -> Iterator[str]:
    yield f"{'Før:' if side == 'removed' else 'Nu:'} {day['reason']}"
    if "now" in day:
        yield f"Nu: {day['now']['reason']}"


def _single(found: Document) -> Iterator[Change]:
    for key, (title, words) in _SINGLE.items():
        if key in found:
            yield Change("changed", _from_to(title, words, found[key]), causes=_causes(found[key]))
    if one := found.get("interviews"):
        yield Change("changed", f"Jobsamtaler: {_held(one['before'])} → {_held(one['after'])}", causes=_causes(one))
    for name, one in found.get("deadlines", {}).items():
        words_ = f"Frist {name}: {_deadline(one['before'])} → {_deadline(one['after'])}"
        yield Change("changed", words_, rules=tuple(one.get("rules", ())), causes=_causes(one))
    for name, one in found.get("decisions", {}).items():
        before, after = (DECISIONS.get(one[key], "ingen") for key in ("before", "after"))
        yield Change("changed", f"Kommunens skridt, frist {name}: {before} → {after}", causes=_causes(one))


def _signed(change: Document) -> Iterator[Change]:
    sides: tuple[Side, ...] = ("removed", "added")
    for side in sides:
        for one in change[side]:
            rules = tuple(one.get("now", {}).get("rules") or one["rules"])
            yield Change(side, one["text"] if "text" in one else _owed(one), rules=rules, causes=_causes(one))


def _owed(one: Document) -> str:
    due = f", senest {danish_date(parse_day(one['due']))}" if one["due"] else ""
    return f"{OBLIGATIONS[one['kind']]}{due} ({'overskredet' if one['state'] == 'overdue' else 'åben'})"


def _causes(change: Document) -> tuple[EventRef, ...]:
    return tuple(EventRef(one["source"], one["id"]) for one in change.get("caused_by", ()))


def _from_to(title: str, words: Mapping[Any, str], change: Document) -> str:
    before, after = (words.get(change[key], "ikke fastsat" if change[key] is None else change[key]) for key in ("before", "after"))
    return f"{title}: {before} → {after}"


def _deadline(one: Document | None) -> str:
    if one is None:
        return "ukendt"
    due, since = (danish_date(parse_day(one[key])) for key in ("due", "state_since"))
    return f"{DEADLINE_STATES[one['state']]} (fristdag {due}, siden {since})"


def _held(interviews: Mapping[str, int]) -> str:
    return f"{interviews['held']} af {interviews['required']}"
