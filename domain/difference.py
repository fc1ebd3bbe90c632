"""What changed between two views of one case: compared as documents, so that words, law and events come along."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from domain.document import Document

SINGLE = (
    "rules",
    "group",
    "registration",
    "self_booking",
    "immediate_booking_demanded",
    "interviews",
)
DAY_LISTS = ("sanctionable_days", "blocked_days", "no_show_days", "registration_gap")
BY_NAME = ("deadlines", "decisions")
_KEYS: dict[str, Callable[[Document], Any]] = {
    "obligations": lambda entry: (entry["kind"], entry["deadline_id"], entry["since"], entry["due"], entry["state"]),
    "findings": lambda entry: (entry["code"], entry["since"], entry["text"]),
    "alerts": lambda entry: (entry["code"], entry["since"], entry["text"]),
    **dict.fromkeys(DAY_LISTS, lambda entry: (entry["date"], entry["deadline_id"])),
}

Key = tuple[Any, ...]
"""What names a change: where, on which side, and of what."""


def difference(before: Document, after: Document) -> Document:
    """Give every key under which the views differ: nothing when they say the same.

    Single values, deadlines and decisions give `before` and `after`; lists give what was `added` and `removed`, and day
    lists also the days that stand for another reason than before (`explained_otherwise`).
    """
    changes: Document = {}
    for key in SINGLE:
        if before[key] != after[key]:
            changes[key] = {"before": before[key], "after": after[key]}
    changes["deadlines"] = _by_name(_states(before), _states(after))
    changes["decisions"] = _by_name(before["decisions"], after["decisions"])
    for key, name in _KEYS.items():
        changes[key] = _entries(before[key], after[key], name, explained=key in DAY_LISTS)
    return {key: change for key, change in changes.items() if change}


def each_change(changes: Document) -> Iterator[tuple[Key, Document]]:
    """Give every single change by what names it."""
    for section, change in changes.items():
        if section in SINGLE:
            yield (section, repr(change["after"])), change
        elif section in BY_NAME:
            for name, one in change.items():
                yield (section, name, repr(one["after"])), one
        else:
            for side, entries in change.items():
                for entry in entries:
                    yield (section, side, _KEYS[section](entry), entry["reason"] if side == "explained_otherwise" else ""), entry


def _states(view: Document) -> dict[str, Document]:
    return {one["deadline_id"]: {key: one[key] for key in ("due", "state", "state_since")} for one in view["deadlines"]}


def _by_name(before: Mapping[str, Any], after: Mapping[str, Any]) -> Document:
    names = dict.fromkeys((*before, *after))
    return {name: {"before": before.get(name), "after": after.get(name)} for name in names if before.get(name) != after.get(name)}


def _entries(before: Iterable[Document], after: Iterable[Document], name: Callable[[Document], Any], *, explained: bool) -> Document:
    """Compare two lists. The entries are copies: what is told of a change belongs to the change."""
    was, is_ = {name(one): dict(one) for one in before}, {name(one): dict(one) for one in after}
    found: dict[str, list[Document]] = {
        "added": [one for key, one in is_.items() if key not in was],
        "removed": [one for key, one in was.items() if key not in is_],
    }
    if explained:
        found["explained_otherwise"] = [one for key, one in is_.items() if key in was and was[key]["reason"] != one["reason"]]
    return found if any(found.values()) else {}
