"""The case view at a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from domain.policy import DEFAULT_POLICY, Policy
from domain.texts import danish_date, note_text
from domain.trace import Note
from domain.view import CaseView
from infra.asked_words import asked_words, known_words
from infra.cli.showing.day_lists import day_lists
from infra.cli.showing.tables import heading, line, lines, table
from infra.labels import DEADLINE_STATES, DECISIONS, OBLIGATIONS
from infra.policy_files import written
from infra.policy_texts import POLICY_TEXTS
from infra.standing_words import standing_words

STATE_STYLES = {"overdue": "red", "invalid": "yellow", "lapsed": "yellow", "open": "cyan", "met": "green"}


def case_view(view: CaseView, case: str) -> Iterator[RenderableType]:
    """Show everything that is said about a case on a day."""
    yield Text(f"Sag {case}", style="bold")
    yield from standing(view)
    yield from owed(view)
    yield from deadlines(view)
    yield from day_lists(view)
    yield from _decisions(view)
    yield from _notes("Det skal der følges op på", view.alerts)
    yield from _notes("Det er bemærket i sagen", view.findings)
    yield from readings(view.policy)


def known(view: CaseView) -> str:
    """Say what was known."""
    return known_words(view.known_at, view.known_by)


def asked(view: CaseView) -> RenderableType:
    """Say what is asked: the day, and what was known."""
    return line(asked_words(view), "dim")


def standing(view: CaseView) -> Iterator[RenderableType]:
    """Say what is asked and how the citizen stands."""
    yield asked(view)
    for name, words in standing_words(view):
        yield line(f"{name:<15}{words}")


def owed(view: CaseView, title: str = "Det skylder borgeren") -> Iterator[RenderableType]:
    """Say what the citizen owes."""
    yield heading(title)
    if not view.obligations:
        yield line("Intet den dag.")
        return
    rows = [
        (OBLIGATIONS[one.kind], danish_date(one.since), danish_date(one.due) if one.due else "", _overdue(one.state), one.deadline_id or "")
        for one in view.obligations
    ]
    yield table(("Pligt", "Siden", "Senest", "", "Frist"), rows)


def deadlines(view: CaseView) -> Iterator[RenderableType]:
    """Show every deadline with its state."""
    if not view.deadlines:
        return
    yield heading("Frister for selvbooking")
    rows = [
        (
            one.deadline_id,
            danish_date(one.published),
            danish_date(one.due),
            Text(DEADLINE_STATES[one.state], style=STATE_STYLES.get(one.state, "")),
            danish_date(one.state_since),
            danish_date(one.lapses_after) if one.lapses_after else "",
        )
        for one in view.deadlines
    ]
    yield table(("Frist", "Vist", "Fristdag", "Tilstand", "Siden", "Gælder til og med"), rows)


def readings(policy: Policy) -> Iterator[RenderableType]:
    """Name the readings that differ from the default."""
    usual = DEFAULT_POLICY.as_dict()
    chosen = {name: value for name, value in policy.as_dict().items() if value != usual[name]}
    if not chosen:
        return
    yield heading("Fortolkninger, der afviger fra standarden")
    for name, value in chosen.items():
        text = POLICY_TEXTS[name]
        yield line(f"{name}: {written(value)}. {text.question} {text.readings[written(value)]}")


def _decisions(view: CaseView) -> Iterator[RenderableType]:
    if view.decisions:
        yield heading("Hvor langt er kommunen nået")
        yield lines(f"Frist {deadline}: {DECISIONS[state]}" for deadline, state in view.decisions)


def _notes(title: str, notes: tuple[Note, ...]) -> Iterator[RenderableType]:
    if notes:
        yield heading(title)
        yield table(("Siden", "", "Kode"), [(danish_date(note.since), note_text(note), Text(note.code, style="dim")) for note in notes])


def _overdue(state: str) -> str | Text:
    return Text("overskredet", style="red") if state == "overdue" else "åben"
