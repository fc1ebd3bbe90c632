"""Same fact, same result: what comes again is a repeat when it says the same, and a conflict when it does not."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from consumers.cloudevents import Accepted
from consumers.decoding import DECODERS, topic_of
from consumers.refusals import PLAIN, Rejected
from domain.events import Event
from domain.facts import EventRef


def sort_out(
    events: Iterable[Accepted], known: Mapping[EventRef, Accepted], conflicts: list[Rejected]
) -> tuple[dict[EventRef, Accepted], int]:
    """Keep the events that are new, against what is known and against those before them, and count the repeats.

    What says something else under a known name is added to the conflicts.
    """
    new: dict[EventRef, Accepted] = {}
    repeated = 0
    for event in events:
        ref = ref_of(event)
        earlier = (known and known.get(ref)) or new.setdefault(ref, event)
        if earlier is event:
            continue
        if says_the_same(earlier, event):
            repeated += 1
        else:
            conflicts.append(rejected(event, "conflict"))
    return new, repeated


def ref_of(event: Accepted) -> EventRef:
    """Name a checked event."""
    return EventRef(event[1], event[2])  # by place: the names cost as much as the rest


def says_the_same(one: Accepted, other: Accepted) -> bool:
    """Compare type, case, times and data, however they are written."""
    return one.state == other.state or (_meaning(one) == _meaning(other) and _event(one) == _event(other))


def rejected(event: Accepted, code: str, **parts: str) -> Rejected:
    """Refuse an event that is right in itself."""
    return Rejected(code, PLAIN[code].format(**parts), event.state, event.source, event.id, event.case)


def decoded(event: Accepted) -> Event:
    """Read the event's data."""
    return DECODERS[topic_of(event.type_name, event.version)](event.state)


def _meaning(event: Accepted) -> tuple[object, ...]:
    return (event.type_name, event.case, event.effective, event.day, event.registered)


def _event(event: Accepted) -> tuple[Event, bool]:
    """Give the data with the effective time left out but for its form: the instant is compared by itself."""
    data = decoded(event)
    return replace(data, effective=""), "T" in data.effective
