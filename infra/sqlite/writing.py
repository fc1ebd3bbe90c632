"""The writer's transaction: events, set-aside events and places, all or nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import orjson
from eventsourcing.sqlite import SQLiteCursor

from consumers.cloudevents import Accepted
from consumers.decoding import topic_of
from consumers.event_store import FencedError, Place
from consumers.refusals import Rejected
from domain.facts import EventRef
from domain.times import Instant
from infra import log_rows
from infra.sqlite import statements
from infra.sqlite import trace_statements as traces


class SQLiteWriting:
    """`consumers.event_store.Writing` over an open cursor."""

    def __init__(self, cursor: SQLiteCursor, now: Instant) -> None:
        self._cursor = cursor
        cursor.execute(statements.SELECT_HEAD)
        head = cursor.fetchone()
        self._first = self._last = head[0] if head else 0
        # A clock that was set back must not make the log run backwards.
        self._now = max(now, head[1] or 0) if head else now

    def find(self, refs: Iterable[EventRef]) -> Mapping[EventRef, Accepted]:
        """Give those of the events that are stored."""
        found = {}
        for ref in refs:
            self._cursor.execute(statements.SELECT_BY_KEY, ref)
            if row := self._cursor.fetchone():
                found[ref] = log_rows.accepted(row, ref.source)
        return found

    def append_new(self, events: Iterable[Accepted]) -> Sequence[Accepted]:
        """Append those whose `(source, id)` is not stored, in their order and without gaps; give the others."""
        events = list(events)
        sources = self._sources({event.source for event in events})
        cases = self._cases({event.case for event in events})
        stored: list[Accepted] = []
        self._cursor.executemany(statements.INSERT_EVENTS, self._parameters(events, sources, cases, stored))
        self._last += len(events) - len(stored)
        return stored

    def set_aside(self, events: Iterable[Rejected]) -> Sequence[int]:
        """Keep events that could not be taken; give their numbers."""
        numbers = []
        for event in events:
            self._cursor.execute(
                statements.INSERT_SET_ASIDE, (self._now, event.raw, event.code, event.message, event.source, event.id, event.case)
            )
            numbers.append(self._cursor.fetchone()[0])
        return numbers

    def give_reason(self, number: int, event: Rejected) -> None:
        """Replace the reason for which an event is set aside."""
        self._cursor.execute(statements.UPDATE_REASON, (event.code, event.message, event.source, event.id, event.case, number))

    def mark_resent(self, number: int, mended: bytes | None) -> None:
        """Say that a set-aside event was taken after all."""
        self._cursor.execute(statements.UPDATE_RESENT, (mended, number))

    def advance(self, place: Place, position: int) -> None:
        """Store that the source has been read up to, but not including, a position."""
        self._cursor.execute(statements.ADVANCE_PLACE, {**place._asdict(), "next": position})
        if self._cursor.sqlite_cursor.rowcount != 1:
            raise FencedError

    def note_trace(self, traceparent: str) -> None:
        """Note which trace brought what is appended; nothing is noted when nothing is. `SqliteTraces` makes the table."""
        if self._last > self._first:
            self._cursor.execute(traces.INSERT, {"first": self._first + 1, "last": self._last, "traceparent": traceparent})
            self._cursor.execute(traces.FORGET)

    def _sources(self, sources: set[str]) -> Mapping[str, int]:
        known = self._known_sources()
        if new := sources - known.keys():
            self._cursor.executemany(statements.INSERT_SOURCES, [(source,) for source in sorted(new)])
            known = self._known_sources()
        return known

    def _known_sources(self) -> dict[str, int]:
        self._cursor.execute(statements.SELECT_SOURCES)
        return {source: number for number, source in self._cursor.fetchall()}

    def _cases(self, cases: set[str]) -> Mapping[str, int]:
        known = self._known_cases(cases)
        if new := cases - known.keys():
            self._cursor.executemany(statements.INSERT_CASES, [(case,) for case in sorted(new)])
            known |= self._known_cases(new)
        return known

    def _known_cases(self, cases: set[str]) -> dict[str, int]:
        self._cursor.execute(statements.SELECT_CASE_NUMBERS, (orjson.dumps(list(cases)).decode(),))
        return dict(map(tuple, self._cursor.fetchall()))

    def _parameters(
        self, events: Sequence[Accepted], sources: Mapping[str, int], cases: Mapping[str, int], stored: list[Accepted]
    ) -> Iterator[tuple[object, ...]]:
        """Give the rows one by one, and learn of each whether it went in before the position of the next is chosen.

        `executemany` asks for a row when the one before it is done.
        """
        topics = {pair: topic_of(*pair) for pair in {(event.type_name, event.version) for event in events}}
        connection, now, position = self._cursor.sqlite_cursor.connection, self._now, self._last
        before = connection.total_changes - position
        for event in events:
            case, source, id_, name, version, effective, day, registered, state = event
            topic = topics[name, version]
            yield position + 1, cases[case], case, topic, sources[source], id_, effective, day.isoformat(), registered, now, state
            if connection.total_changes - before == position:
                stored.append(event)
            else:
                position += 1
