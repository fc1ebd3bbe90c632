"""A correction must hold data of the kind that it corrects."""

from collections.abc import Callable, Iterator, Mapping

from consumers.cloudevents import Accepted
from consumers.decoding import decode_data
from consumers.event_store import Writing
from consumers.refusals import RefusedError, Rejected
from consumers.repeats import decoded, rejected
from domain.events import EVENT_TYPES, Event, EventCorrected
from domain.facts import EventRef

TypeOf = Callable[[EventRef], type[Event] | None]


def unfit_corrections(events: Mapping[EventRef, Accepted], log: Writing) -> dict[EventRef, Rejected]:
    """Give the corrections whose data does not fit a target that is stored or comes with them."""
    corrections = {ref: event for ref, event in events.items() if event.type_name == EventCorrected.NAME}
    if not corrections:
        return {}
    read = {ref: decoded(event) for ref, event in corrections.items()}
    targets = {target for event in read.values() for target in _targets(event)}
    stored = log.find(targets)
    known = {ref: event.type_name for source in (events, stored) for ref in targets if (event := source.get(ref))}
    found = ((ref, _misfit(event, known)) for ref, event in read.items())
    return {ref: rejected(corrections[ref], "unfit_correction", why=why) for ref, why in found if why}


def _targets(event: Event) -> Iterator[EventRef]:
    """Name the targets of a correction and of the correction that its data may hold."""
    if not isinstance(event, EventCorrected):
        return
    yield EventRef(event.target_source, event.target_id)
    inner = event.data
    while isinstance(inner, Mapping):
        source, id_ = inner.get("target_source"), inner.get("target_id")
        if isinstance(source, str) and isinstance(id_, str):
            yield EventRef(source, id_)
        inner = inner.get("data")  # type: ignore[assignment]  # any JSON value; the loop looks


def _misfit(event: Event, known: Mapping[EventRef, str]) -> str | None:
    """Follow corrections of corrections down to what they correct, and say what does not fit."""
    while isinstance(event, EventCorrected):
        name = known.get(EventRef(event.target_source, event.target_id))
        if name is None:
            return None
        try:
            event = decode_data(EVENT_TYPES[name], event.data)
        except RefusedError as refusal:
            return refusal.message
    return None
