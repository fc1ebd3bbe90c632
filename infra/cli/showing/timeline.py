"""The timeline at a terminal, and as JSON."""

from collections.abc import Iterable
from typing import Any

from rich.text import Text

from domain.facts import Fact
from domain.texts import danish_date, reason_text
from domain.times import day_of, moment
from infra.cli.console import shown
from infra.cli.showing.case_view import STATE_STYLES
from infra.cli.showing.day_lists import STYLES
from infra.danish_dates import danish_time
from infra.event_words import details
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


def as_json(entry: Entry) -> dict[str, Any]:
    """Give an entry for programs."""
    match entry:
        case Happened():
            return {
                "kind": "event",
                "day": entry.day.isoformat(),
                **event_as_json(entry.fact),
                "standing": entry.standing,
                "days_late": entry.days_late,
                "revised_by": [{"source": fact.source, "id": fact.id} for fact in entry.revised_by],
            }
        case StateChanged(day, deadline_id, state):
            return {"kind": "deadline_state", "day": day.isoformat(), "deadline_id": deadline_id, "state": state}
        case DaysBegan(day, key, stretch):
            return {
                "kind": key,
                "day": day.isoformat(),
                "dates": [one.isoformat() for one in stretch.days],
                "deadline_id": stretch.deadline_id,
                "reason": reason_text(stretch.ruling.reason),
            }


def event_as_json(fact: Fact) -> dict[str, Any]:
    """Give an event for programs: what names it and its times, no free text."""
    return {
        "source": fact.source,
        "id": fact.id,
        "event": type(fact.event).__name__,
        "label": fact.event.LABEL,
        "details": details(fact.event),
        "effective": moment(fact.effective).isoformat(),
        "registered": moment(fact.registered).isoformat(),
        "received": moment(fact.received).isoformat(),
    }


def event_words(fact: Fact) -> str:
    """Say an event in one line."""
    more = details(fact.event)
    return shown(f"{fact.event.LABEL}: {more}" if more else fact.event.LABEL)


def _told(entry: Entry) -> tuple[Text, Text]:
    match entry:
        case Happened():
            return _event(entry), _registered(entry)
        case StateChanged(_, deadline_id, state):
            return Text(shown(f"→ frist {deadline_id}: {DEADLINE_STATES[state]}"), style=STATE_STYLES.get(state, "dim")), Text()
        case DaysBegan(_, key, stretch):
            return Text(f"→ {DAY_LISTS[key].lower()}: {stretch.words}", style=STYLES[key]), Text()


def _event(entry: Happened) -> Text:
    words = Text(event_words(entry.fact), style="strike dim" if entry.standing == "retracted" else "")
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
