"""The timeline for programs: what names each event and its times, no free text."""

from domain.document import Document
from domain.facts import Fact
from domain.texts import reason_text
from domain.times import moment
from infra.event_words import details
from infra.timeline import DaysBegan, Entry, Happened, StateChanged


def entry_as_document(entry: Entry) -> Document:
    """Give an entry."""
    match entry:
        case Happened():
            return {
                "kind": "event",
                "day": entry.day.isoformat(),
                **event_as_document(entry.fact),
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


def event_as_document(fact: Fact) -> Document:
    """Give an event."""
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
