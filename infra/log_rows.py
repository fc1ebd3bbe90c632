"""Rows of the log as what they mean."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from msgspec import MsgspecError

from consumers.cloudevents import Accepted
from consumers.decoding import DECODERS
from domain.facts import Fact
from domain.times import Instant
from infra.unreadable import UnreadableEvent, UnreadableEventsError

Row = tuple[int, str, str, int, str, Instant, str, Instant, Instant, bytes]
"""The columns of `statements._COLUMNS`."""
_UNREADABLE = (MsgspecError, LookupError, ValueError)
"""Bytes that are no event, an event without its parts or of a type that is not known here, and no JSON in an older version."""


class LogRow(NamedTuple):
    """An event as the log holds it."""

    position: int
    case: str
    topic: str
    source: str
    id: str
    effective: Instant
    day: date
    registered: Instant
    received: Instant
    state: bytes


def log_rows(rows: Iterable[Row], sources: Mapping[int, str]) -> Iterator[LogRow]:
    """Give the rows with their publishers' names."""
    for position, case, topic, source, id_, effective, day, registered, received, state in rows:
        yield LogRow(position, case, topic, sources[source], id_, effective, date.fromisoformat(day), registered, received, state)


def facts(rows: Iterable[Row], sources: Mapping[int, str]) -> list[Fact]:
    """Decode the rows of a case.

    Raises:
        UnreadableEventsError: some of them cannot be read any more.

    """
    decoders, day_from, make = DECODERS, date.fromisoformat, tuple.__new__  # which is a third of what calling `Fact` costs
    kept = list(rows)
    try:
        return [
            make(Fact, (decoders[topic](state), effective, day_from(day), registered, received, sources[source], id_, ()))
            for _, _, topic, source, id_, effective, day, registered, received, state in kept
        ]
    except _UNREADABLE:
        unreadable = [UnreadableEvent(row[0], row[1], sources[row[3]], row[4]) for row in kept if not _is_readable(row)]
        if not unreadable:
            raise
        before = sum(row[0] < unreadable[0].position for row in kept)
        raise UnreadableEventsError(unreadable, len(kept), before) from None


def accepted(row: Any, source: str) -> Accepted:
    """Give a stored event as it was when the door let it in."""
    _, case, topic, _, id_, effective, day, registered, _, state = row
    name, _, version = topic.rpartition(".v")
    return Accepted(case, source, id_, name, int(version), effective, date.fromisoformat(day), registered, state)


def _is_readable(row: Row) -> bool:
    _, _, topic, *_, state = row
    try:
        DECODERS[topic](state)
    except _UNREADABLE:
        return False
    return True
