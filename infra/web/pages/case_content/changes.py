"""What differs between two views, for a page: each change with its rules and the events behind it as links."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from domain.facts import EventRef
from infra.change_words import Change, Side, change_words
from infra.web.pages.case_content.addresses import Link, rules

_SIDES: dict[Side, tuple[str, str]] = {
    "removed": ("Bortfalder", "success"),
    "added": ("Kommer til", "error"),
    "explained_otherwise": ("Begrundes anderledes", "info"),
    "changed": ("Ændret", "info"),
}


class ToldChange(NamedTuple):
    """A change."""

    tag: str
    kind: str
    words: str
    reasons: tuple[str, ...]
    rules: list[Link]
    causes: list[Link]


class ToldSection(NamedTuple):
    """The changes of one kind."""

    title: str
    changes: list[ToldChange]


def told_changes(found: Mapping[str, Any], names: Mapping[EventRef, Link]) -> list[ToldSection]:
    """Tell changes; `names` gives the events that may be behind them."""
    return [
        ToldSection(section.title, [_told(one, names, of_days=section.of_days) for one in section.changes])
        for section in change_words(found)
    ]


def _told(one: Change, names: Mapping[EventRef, Link], *, of_days: bool) -> ToldChange:
    tag, kind = _SIDES[one.side]
    return ToldChange(tag, kind if of_days else "info", one.words, one.reasons, rules(one.rules), [names[ref] for ref in one.causes])
