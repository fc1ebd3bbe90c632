"""The day lists at a terminal: which days, why, by which law, from which events, and what was tried in vain."""

from collections.abc import Iterator, Mapping
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from domain.document import as_document
from domain.facts import Fact, order_key
from domain.register import rule
from domain.texts import danish_date, reason_text
from domain.texts.words import days_counted
from domain.times import parse_day
from domain.trace import Considered, DayRun, Ruling
from domain.view import CaseView, days
from infra.cli.console import shown
from infra.cli.showing.tables import heading, inset
from infra.danish_dates import Stretch, stretches
from infra.labels import DAY_LISTS

STYLES = {"sanctionable_days": "red", "blocked_days": "green", "no_show_days": "red", "registration_gap": "yellow"}
TRIED = "Prøvet, men\ngælder ikke"


def day_lists(view: CaseView, deadline_id: str | None = None) -> Iterator[RenderableType]:
    """Show the day lists that hold anything, all of them or those of one deadline."""
    document = as_document(view, "")
    runs: dict[str, tuple[DayRun, ...]] = {
        "sanctionable_days": view.sanctionable,
        "blocked_days": view.blocked,
        "no_show_days": view.no_show,
        "registration_gap": view.gap,
    }
    for key, title in DAY_LISTS.items():
        law = {parse_day(day["date"]): day["law"] for day in document[key]}
        found = [one for one in stretches(days(runs[key], view.valid_on)) if deadline_id is None or one.deadline_id == deadline_id]
        if found:
            yield heading(f"{title}: {days_counted(sum(len(one.days) for one in found))}")
            yield from _explained(found, law, STYLES[key])


def _explained(found: list[Stretch], law: Mapping[date, list[str]], style: str) -> Iterator[RenderableType]:
    tried: tuple[Considered, ...] = ()
    for one in found:
        title = Text(one.words, style=style)
        if one.deadline_id:
            title.append(shown(f"  frist {one.deadline_id}"), style="dim")
        yield inset(title)
        yield inset(_explanation(one, law[one.days[0]], repeated=bool(tried) and tried == one.ruling.considered), 4)
        tried = one.ruling.considered


def why(ruling: Ruling, law: list[str]) -> Table:
    """Show why something is so: in words, by law and rules, from which events."""
    made = Table.grid(padding=(0, 2))
    made.add_column(style="dim", no_wrap=True)
    made.add_column()
    made.add_row("Hvorfor", shown(reason_text(ruling.reason)))
    made.add_row("Lov", "; ".join(law))
    made.add_row("Regler", "\n".join(f"{rule_id} {rule(rule_id).short}" for rule_id in ruling.rules))
    if ruling.facts:
        made.add_row("Bygger på", "\n".join(_named(fact) for fact in sorted(ruling.facts, key=order_key)))
    return made


def _explanation(one: Stretch, law: list[str], *, repeated: bool) -> Table:
    made = why(one.ruling, law)
    if repeated:
        made.add_row(TRIED, "De samme regler som ovenfor.")
    elif one.ruling.considered:
        made.add_row(TRIED, "\n".join(_tried(considered) for considered in one.ruling.considered))
    return made


def _tried(considered: Considered) -> str:
    return shown(f"– {reason_text(considered.reason)} ({considered.rule})")


def _named(fact: Fact) -> str:
    corrected = ", som rettet" if fact.corrections else ""
    return shown(f"{fact.event.LABEL} {danish_date(fact.day)}{corrected} ({fact.source} {fact.id})")
