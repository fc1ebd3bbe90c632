"""What differs between two views, at a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from domain.facts import EventRef, Fact
from domain.texts import danish_date
from infra.change_words import Change, Section, Side, change_words
from infra.cli.console import shown
from infra.cli.showing.tables import heading, inset, lines

_SIGNS: dict[Side, tuple[str, str]] = {"removed": ("−", "green"), "added": ("+", "red"), "explained_otherwise": ("=", "dim")}
Names = Mapping[EventRef, str]


def changes(found: Mapping[str, Any], learnt: Iterable[Fact] = ()) -> Iterator[RenderableType]:
    """Show what was otherwise before and what is so after, and which of the learnt events is behind it."""
    names = {fact.ref: f"{fact.event.LABEL} {danish_date(fact.day)}" for fact in learnt}
    if not found:
        yield heading("Det ændrer ingenting")
    for section in change_words(found):
        yield heading(section.title)
        yield from _days(section, names) if section.of_days else _others(section, names)


def _days(section: Section, names: Names) -> Iterator[RenderableType]:
    for change in section.changes:
        sign, style = _SIGNS[change.side]
        yield inset(Text(f"{sign} {shown(change.words)}", style=style))
        yield lines(_why(change, names), "dim", by=4)


def _why(change: Change, names: Names) -> Iterator[str]:
    yield from change.reasons
    if change.causes:
        yield f"Regler: {', '.join(change.rules)}"
        yield f"Skyldes: {_named(change, names)}"


def _others(section: Section, names: Names) -> Iterator[RenderableType]:
    """Show what became of single things, and what goes and comes of lists; an obligation names its rules."""
    for change in section.changes:
        sign = "" if change.side == "changed" else f"{_SIGNS[change.side][0]} "
        rules = f" [{', '.join(change.rules)}]" if section.title == "Det skylder borgeren" else ""
        because = f"  (skyldes {_named(change, names)})" if change.causes else ""
        yield lines([f"{sign}{change.words}{rules}{because}"], "dim" if change.side == "removed" else "")


def _named(change: Change, names: Names) -> str:
    return ", ".join(names[ref] for ref in change.causes)
