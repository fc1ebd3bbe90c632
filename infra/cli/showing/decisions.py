"""Decisions beside what the file showed and shows, at a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from domain.decision_check import Comparison, DecisionCheck
from domain.decision_document import words
from domain.document import law_of_deduction, law_of_rules
from domain.texts import danish_date, note_text, reason_text
from domain.view import Day
from infra.cli.console import shown
from infra.cli.showing.case_view import known
from infra.cli.showing.day_lists import why
from infra.cli.showing.tables import heading, inset, table
from infra.danish_dates import stretches
from infra.decision_words import DIFFERENCES_NOW, DIFFERENCES_THEN, decided_days
from infra.labels import REQUIREMENT_STATUSES, REQUIREMENTS, UNCOUNTED

STATUS_STYLES = {"met": "green", "not_met": "red", "not_known": "yellow"}


def decisions(checks: Iterable[DecisionCheck]) -> Iterator[RenderableType]:
    """Show each decision: what was decided, what the file showed and shows, and whether the decision was complete."""
    for check in checks:
        decision = check.decision
        yield heading(shown(f"Afgørelse om fradrag {danish_date(decision.day)}, frist {decision.event.deadline_id}"))
        yield inset(_verdict(check))
        yield inset(_counts(check))
        yield from _differences(check.when_made, *DIFFERENCES_THEN)
        yield from _differences(check.now, *DIFFERENCES_NOW)
        yield heading("  Er afgørelsen fuldstændig?")
        yield table(("Krav", "Nu", "Da", "Hvorfor"), _requirements(check))
        yield from _notes(check)


def _verdict(check: DecisionCheck) -> Text:
    if check.revoked is not None:
        return Text(f"Ophævet {danish_date(check.revoked.day)}", style="yellow")
    if check.now.differs:
        return Text("Afviger fra det, sagen viser nu", style="bold red")
    return Text("Svarer til det, sagen viser nu", style="green")


def _counts(check: DecisionCheck) -> Table:
    made = Table.grid(padding=(0, 2))
    made.add_column(style="dim", no_wrap=True)
    made.add_column()
    made.add_row("Afgjort", decided_days(check.decision.event.days))
    made.add_row("Sagen viste da", f"{decided_days(check.when_made.derivable)} (efter {known(check.when_made.seen.view)})")
    made.add_row("Sagen viser nu", decided_days(check.now.derivable))
    for deduction in check.deductions:
        made.add_row("Fradrag gennemført", f"{danish_date(deduction.day)}: {decided_days(deduction.event.days)}")
    return made


def _differences(one: Comparison, wrong: str, left_out: str) -> Iterator[RenderableType]:
    """Show the days that were decided and cannot be derived, and the other way round; days of one explanation together."""
    if one.wrong:
        yield heading(f"  {wrong}")
    kinds = {day.date: day.kind for day in one.wrong}
    for stretch in stretches(Day(day.date, None, day.ruling) for day in one.wrong):
        kind = kinds[stretch.days[0]]
        yield inset(Text(f"− {stretch.words}  {UNCOUNTED[kind]}", style="red"), 4)
        yield inset(why(stretch.ruling, (law_of_rules if kind == "blocked" else law_of_deduction)(stretch.ruling)), 6)
    if one.left_out:
        yield heading(f"  {left_out}")
    for stretch in stretches(one.left_out):
        yield inset(Text(f"+ {stretch.words}", style="yellow"), 4)
        yield inset(why(stretch.ruling, law_of_deduction(stretch.ruling)), 6)


def _requirements(check: DecisionCheck) -> Iterator[tuple[str, Text, Text, str]]:
    for one in check.requirements:
        now, then = (Text(REQUIREMENT_STATUSES[s], style=STATUS_STYLES[s]) for s in (one.answer.status, one.when_made))
        reservation = f" {reason_text(one.reservation)}" if one.reservation else ""
        because = f"{words(one.answer.words)}{reservation} ({'; '.join((*one.answer.law, *one.answer.rules))})"
        yield REQUIREMENTS[one.code], now, then, because


def _notes(check: DecisionCheck) -> Iterator[RenderableType]:
    notes = (*check.refunds, *check.findings)
    if notes:
        yield heading("  Det er bemærket om afgørelsen")
        yield table(("Siden", "", "Kode"), [(danish_date(note.since), note_text(note), Text(note.code, style="dim")) for note in notes])
