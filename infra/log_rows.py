"""Rows of the log as what they mean."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from consumers.cloudevents import Accepted
from consumers.decoding import DECODERS
from domain.facts import Fact
from domain.times import Instant

Row = tuple[int, str, str, int, str, Instant, str, Instant, Instant, bytes]
"""The columns of `statements._COLUMNS`."""


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
    """Decode the rows."""
    decoders, day_from, make = DECODERS, date.fromisoformat, tuple.__new__  # which is a third of what calling `Fact` costs
    return [
        make(Fact, (decoders[topic](state), effective, day_from(day), registered, received, sources[source], id_, ()))
        for _, _, topic, source, id_, effective, day, registered, received, state in rows
    ]


def accepted(row: Any, source: str) -> Accepted:
    """Give a stored event as it was when the door let it in."""
    _, case, topic, _, id_, effective, day, registered, _, state = row
    name, _, version = topic.rpartition(".v")
    return Accepted(case, source, id_, name, int(version), effective, date.fromisoformat(day), registered, state)
