"""The list of cases to reopen, at a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from domain.document import Document
from domain.reopening import RULES
from domain.texts import danish_date
from domain.texts.words import days_counted
from domain.times import parse_day
from infra.cli.showing.tables import heading, line, table
from infra.danish_dates import danish_time, spans
from infra.policy_files import written
from infra.policy_texts import POLICY_TEXTS
from infra.reopening.looking import Found


def reopened(found: Found) -> Iterator[RenderableType]:
    """Show what was asked, the cases whose days change, and what was looked at."""
    yield from _asked(found)
    if found.rows:
        yield heading(f"Sager, hvor dagene er andre: {len(found.rows)}")
        yield table(("Sag", "Dage", "Bortfalder", "Kommer til", "Spærrede", "Følger af"), map(_row, found.rows))
    yield heading("Det er der set på")
    for told in counts(found):
        yield line(told)


def counts(found: Found) -> Iterator[str]:
    """Say how many were looked at, and how many were left out and why."""
    numbers = found.counts
    looked, left = numbers["looked_at"], numbers["left_out"]
    same = numbers["unchanged"]
    yield f"{_cases(looked['cases'])} med {looked['events']} hændelser: dagene er andre i {numbers['changed']}, de samme i {same}."
    yield f"I alt bortfalder {days_counted(numbers['days_removed'])}, og {days_counted(numbers['days_added'])} kommer til."
    if numbers["changed_with_events_set_aside"]:
        yield f"I {numbers['changed_with_events_set_aside']} af dem (mærket !) er hændelser lagt til side, så dagene kan være andre endnu."
    if left["nothing_known"]:
        yield f"Udeladt: {_cases(left['nothing_known'])}, som intet var kendt om, eller hvor alt er annulleret."
    if left["only_events_set_aside"]:
        yield f"Udeladt: {_cases(left['only_events_set_aside'])}, hvor alle hændelser er lagt til side."


def _cases(number: int) -> str:
    return "1 sag" if number == 1 else f"{number} sager"


def _asked(found: Found) -> Iterator[RenderableType]:
    asked, known_at = found.question.comparing, found.question.known_at
    yield Text(f"Dage fra {danish_date(asked.first)} til {danish_date(asked.last)}", style="bold")
    verb = "registreret" if found.question.known_by == "registered" else "modtaget"
    known = "alt, hvad der er kendt" if known_at is None else f"det, der var {verb} ved {danish_time(known_at)}"
    yield line(f"ved udgangen af {danish_date(asked.valid_on)}, efter {known}", "dim")
    before, after = asked.before.values(), asked.after.values()
    for name in asked.differing:
        if name == RULES:
            yield line(f"Regelsæt: det, der gjaldt på dagen → {after[name]}, som om det altid havde gjaldt")
        else:
            yield line(f"{name}: {_value(before[name])} → {_value(after[name])}. {POLICY_TEXTS[name].question}")


def _value(value: str | bool | None) -> str:
    return "" if value is None else written(value)


def _row(one: Document) -> tuple[str | Text, ...]:
    marked = Text(one["case"])
    if one["set_aside"]:
        marked.append(" !", style="yellow")
    return (
        marked,
        f"{one['days_before']} → {one['days_after']}",
        Text(_days(one["removed"]), style="green"),
        Text(_days(one["added"]), style="red"),
        str(blocked) if (blocked := one["changed_days"] - len(one["removed"]) - len(one["added"])) else "",
        ", ".join(one["behind"]),
    )


def _days(dates: Iterable[str]) -> str:
    return ", ".join(spans(parse_day(one) for one in dates))
