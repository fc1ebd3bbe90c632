"""The timeline at a terminal."""

from collections.abc import Iterable

from rich.text import Text

from domain.texts import danish_date
from domain.times import day_of
from infra.cli.console import shown
from infra.cli.showing.case_view import STATE_STYLES
from infra.cli.showing.day_lists import STYLES
from infra.danish_dates import danish_time
from infra.event_words import event_words
from infra.labels import DAY_LISTS, DEADLINE_STATES
from infra.timeline import DaysBegan, Entry, Happened, StateChanged

Row = tuple[str, Text, Text]
HEADINGS = ("Dag", "Hvad skete der, og hvad følger af det", "Registreret senere")


def rows(entries: Iterable[Entry]) -> list[Row]:
    """Make the rows of a table; a day is named once."""
    made: list[Row] = []
    named = None
    for entry in entries:
        made.append(("" if entry.day == named else danish_date(entry.day), *_told(entry)))
        named = entry.day
    return made


def _told(entry: Entry) -> tuple[Text, Text]:
    match entry:
        case Happened():
            return _event(entry), _registered(entry)
        case StateChanged(_, deadline_id, state):
            return Text(shown(f"→ frist {deadline_id}: {DEADLINE_STATES[state]}"), style=STATE_STYLES.get(state, "dim")), Text()
        case DaysBegan(_, key, stretch):
            return Text(f"→ {DAY_LISTS[key].lower()}: {stretch.words}", style=STYLES[key]), Text()


def _event(entry: Happened) -> Text:
    words = Text(shown(event_words(entry.fact.event)), style="strike dim" if entry.standing == "retracted" else "")
    if entry.standing == "retracted":
        words.append(
            f"  annulleret {danish_date(day_of(entry.revised_by[-1].registered))}" if entry.revised_by else "  annulleret",
            "yellow not strike",
        )
    elif entry.standing == "corrected":
        words.append(f"  rettet {danish_date(day_of(entry.revised_by[-1].registered))}", "yellow")
    return words


def _registered(entry: Happened) -> Text:
    """Say when an event was registered, where that was on another day than it happened."""
    if not entry.days_late:
        return Text()
    return Text(danish_time(entry.fact.registered) + f", {_later(entry.days_late)}", style="yellow")


def _later(number: int) -> str:
    return "dagen efter" if number == 1 else f"{number} dage efter"
