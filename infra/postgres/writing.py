"""The writer's transaction: events, set-aside events and places, all or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from psycopg import Cursor

from consumers.cloudevents import Accepted
from consumers.decoding import topic_of
from consumers.event_store import FencedError, Place
from consumers.refusals import Rejected
from domain.facts import EventRef
from domain.times import Instant
from infra import log_rows
from infra.postgres import statements
from infra.postgres import trace_statements as traces


class PostgresWriting:
    """`consumers.event_store.Writing` over an open cursor whose transaction holds the writer's lock."""

    def __init__(self, cursor: Cursor[Any], now: Instant) -> None:
        self._cursor = cursor
        head = cursor.execute(statements.SELECT_HEAD).fetchone()
        self._first = self._last = head[0] if head else 0
        # A clock that was set back must not make the log run backwards.
        self._now = max(now, head[1] or 0) if head else now
        self._told = False

    def find(self, refs: Iterable[EventRef]) -> Mapping[EventRef, Accepted]:
        """Give those of the events that are stored."""
        numbers = self._known_sources()
        asked = [(numbers[ref.source], ref.id) for ref in refs if ref.source in numbers]
        if not asked:
            return {}
        sources = {number: source for source, number in numbers.items()}
        self._cursor.execute(statements.SELECT_BY_KEYS, _columns(asked))
        return {EventRef(sources[row[3]], row[4]): log_rows.accepted(row, sources[row[3]]) for row in self._cursor}

    def append_new(self, events: Iterable[Accepted]) -> Sequence[Accepted]:
        """Append those whose `(source, id)` is not stored, in their order and without gaps; give the others."""
        new: dict[tuple[str, str], Accepted] = {}
        again = [event for event in events if new.setdefault((event[1], event[2]), event) is not event]
        if new:
            sources = self._sources({source for source, _ in new})
            again += [new.pop(key) for key in self._stored(list(new), sources)]
            self._copy(new.values(), sources)
        return again

    def set_aside(self, events: Iterable[Rejected]) -> Sequence[int]:
        """Keep events that could not be taken; give their numbers."""
        rows = [(event.raw, event.code, event.message, event.source, event.id, event.case) for event in events]
        if not rows:
            return []
        self._cursor.execute(statements.INSERT_SET_ASIDE, (self._now, *map(list, zip(*rows, strict=True))))
        return [number for (number,) in self._cursor]

    def give_reason(self, number: int, event: Rejected) -> None:
        """Replace the reason for which an event is set aside."""
        self._cursor.execute(statements.UPDATE_REASON, (event.code, event.message, event.source, event.id, event.case, number))

    def mark_resent(self, number: int, mended: bytes | None) -> None:
        """Say that a set-aside event was taken after all."""
        self._cursor.execute(statements.UPDATE_RESENT, (mended, number))

    def advance(self, place: Place, position: int) -> None:
        """Store that the source has been read up to, but not including, a position."""
        self._cursor.execute(statements.ADVANCE_PLACE, {**place._asdict(), "next": position})
        if self._cursor.rowcount != 1:
            raise FencedError

    def note_trace(self, traceparent: str) -> None:
        """Note which trace brought what is appended; nothing is noted when nothing is. `PostgresTraces` makes the table."""
        if self._last > self._first:
            self._cursor.execute(traces.INSERT, {"first": self._first + 1, "last": self._last, "traceparent": traceparent})
            self._cursor.execute(traces.FORGET)

    def _sources(self, sources: set[str]) -> Mapping[str, int]:
        known = self._known_sources()
        if new := sources - known.keys():
            self._cursor.execute(statements.INSERT_SOURCES, (sorted(new),))
            known = self._known_sources()
        return known

    def _known_sources(self) -> dict[str, int]:
        return {source: number for number, source in self._cursor.execute(statements.SELECT_SOURCES)}

    def _stored(self, keys: Sequence[tuple[str, str]], sources: Mapping[str, int]) -> list[tuple[str, str]]:
        self._cursor.execute(statements.SELECT_STORED, _columns([(sources[source], id_) for source, id_ in keys]))
        return [keys[number - 1] for (number,) in self._cursor]

    def _copy(self, events: Iterable[Accepted], sources: Mapping[str, int]) -> None:
        topics: dict[tuple[str, int], str] = {}
        days: dict[object, str] = {}
        position, now = self._last, self._now
        with self._cursor.copy(statements.COPY_EVENTS) as copy:
            copy.set_types(statements.COPY_TYPES)
            write = copy.write_row
            for case, source, id_, name, version, effective, day, registered, state in events:
                position += 1
                topic = topics.get((name, version)) or topics.setdefault((name, version), topic_of(name, version))
                written = days.get(day) or days.setdefault(day, day.isoformat())
                write((position, case, position, topic, sources[source], id_, effective, written, registered, now, state))
        if position > self._last and not self._told:
            self._cursor.execute(statements.NOTIFY)
            self._told = True
        self._last = position


def _columns(rows: Sequence[tuple[int, str]]) -> tuple[list[int], list[str]]:
    return [number for number, _ in rows], [text for _, text in rows]
