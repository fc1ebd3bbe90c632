"""The embedded event store."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import orjson
from eventsourcing.persistence import Tracking
from eventsourcing.sqlite import SQLiteCursor

from consumers.event_store import Place, SetAside, Status
from domain.events import SYSTEM_CASE
from domain.facts import Fact
from domain.times import Instant
from infra.log_rows import LogRow, Row, facts, log_rows
from infra.sqlite import statements
from infra.sqlite.datastore import Datastore
from infra.sqlite.recorder import Recorder
from infra.sqlite.writing import SQLiteWriting
from infra.stores import Counts, Heard

_LAST = 2**63 - 1
_PAGE = 500
"""Cases read in one transaction."""


class SQLiteStore:
    """A log of events in one SQLite file, or in memory when there is no path."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.datastore = Datastore(path)
        self.recorder = Recorder(self.datastore)
        self.recorder.create_table()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection. No other thread may be using the store."""
        self.datastore.close()

    @contextmanager
    def writing(self, now: Instant) -> Iterator[SQLiteWriting]:
        """Open the writer's transaction for events. `now` is the time of reception."""
        with self.transaction() as cursor:
            yield SQLiteWriting(cursor, now)

    @contextmanager
    def transaction(self) -> Iterator[SQLiteCursor]:
        """Open the writer's transaction for projections: rows and `insert_tracking` commit together."""
        with self.datastore.transaction(commit=True) as cursor:
            yield cursor

    def insert_tracking(self, cursor: SQLiteCursor, tracking: Tracking) -> None:
        """Store a reader's place with what it wrote. A place that is not ahead of the stored one raises `IntegrityError`."""
        self.recorder._insert_tracking(cursor, tracking)  # noqa: SLF001 - the library's documented hook for subclasses

    def max_tracking_id(self, name: str) -> int | None:
        """Give the place of a reader."""
        return self.recorder.max_tracking_id(name)

    def last_position(self) -> int:
        """Give the position of the last event, 0 when there is none."""
        return self.recorder.max_notification_id() or 0

    def read_log(self, after: int = 0, limit: int = 5000) -> list[LogRow]:
        """Give a stretch of the log in its order."""
        rows, sources = self._select(statements.SELECT_LOG, (after, limit))
        return list(log_rows(rows, sources))

    def read_case(self, case: str) -> list[Fact]:
        """Give a case's own facts in the order of reception."""
        return facts(*self._select(statements.SELECT_CASE, (case, _LAST)))

    def read_cases(self, cases: Iterable[str], until: int = _LAST) -> dict[str, list[Fact]]:
        """Give the own facts of several cases, as the log was when it ended at `until`."""
        with self._reading() as cursor:
            sources = _sources(cursor)
            return {case: facts(cursor.execute(statements.SELECT_CASE, (case, until)), sources) for case in cases}

    def system_facts(self) -> list[Fact]:
        """Give the facts that concern every case."""
        return self.read_case(SYSTEM_CASE)

    def read_by_case(self, until: int | None = None, first: str = "", before: str = "~") -> Iterator[tuple[str, list[Fact]]]:
        """Give every case with its own facts, case by case, as the log was when it ended at `until` (now, without it).

        `first` and `before` bound the cases, so that several processes can share the work. Pages are read in transactions
        of their own: the log only grows, so nobody waits for a long reader and the reader sees one state.
        """
        end = min(self.last_position(), _LAST if until is None else until)
        with self._reading() as cursor:
            sources = _sources(cursor)
        for case, rows in self._pages(first, before, end):
            if rows:
                yield case, facts(rows, sources)

    def find(self, source: str, id_: str) -> LogRow | None:
        """Give one event by its publisher and id."""
        rows, sources = self._select(statements.SELECT_BY_KEY, (source, id_))
        return next(log_rows(rows, sources), None)

    def cases(self) -> list[str]:
        """Give every case's UUID in order."""
        return [case for (case,) in self._select(statements.SELECT_CASES, ())[0]]

    def counts(self) -> Counts:
        """Count events and set-aside events."""
        with self._reading() as cursor:
            (events,) = cursor.execute(statements.COUNT_EVENTS).fetchone()
            by_reason = {(status, code): number for status, code, number in cursor.execute(statements.COUNT_SET_ASIDE)}
        return Counts(events, by_reason)

    def heard(self, after: int) -> list[Heard]:
        """Give every source by name, with what it has sent after a position."""
        with self._reading() as cursor:
            return [Heard(*row) for row in cursor.execute(statements.SELECT_HEARD, (after,))]

    def open_set_aside(self) -> int:
        """Count the events that are set aside and not mended yet."""
        with self._reading() as cursor:
            return int(cursor.execute(statements.COUNT_OPEN_SET_ASIDE).fetchone()[0])

    def claim(self, name: str) -> Place:
        """Take over a source: from now on nobody else moves its place."""
        with self.transaction() as cursor:
            cursor.execute(statements.CLAIM_PLACE, (name,))
            return Place(*cursor.fetchone())

    def set_aside_events(
        self,
        status: Status | None = "open",
        *,
        numbers: Sequence[int] | None = None,
        case: str | None = None,
        after: int = 0,
        limit: int = 1000,
    ) -> list[SetAside]:
        """Give set-aside events by number: those numbered, or those about a case, or all."""
        chosen = None if numbers is None else orjson.dumps(list(numbers)).decode()
        with self._reading() as cursor:
            asked = {"status": status, "numbers": chosen, "case": case, "after": after, "limit": limit}
            found = cursor.execute(statements.SELECT_SET_ASIDE, asked)
            return [SetAside(*row) for row in found]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Cursor]:
        with self.datastore.transaction(commit=False) as cursor:
            cursor.sqlite_cursor.row_factory = None  # plain tuples
            yield cursor.sqlite_cursor

    def _select(self, statement: str, parameters: Sequence[object]) -> tuple[list[Any], Mapping[int, str]]:
        with self._reading() as cursor:
            return cursor.execute(statement, parameters).fetchall(), _sources(cursor)

    def _pages(self, first: str, before: str, end: int) -> Iterator[tuple[str, list[Row]]]:
        last = ""
        while True:
            with self._reading() as cursor:
                cases = cursor.execute(statements.SELECT_SOME_CASES, (first, last, before, _PAGE)).fetchall()
                page = [(case, cursor.execute(statements.SELECT_BY_NUMBER, (number, end)).fetchall()) for number, case in cases]
            yield from page
            if len(page) < _PAGE:
                return
            last = page[-1][0]


def _sources(cursor: sqlite3.Cursor) -> dict[int, str]:
    return dict(cursor.execute(statements.SELECT_SOURCES).fetchall())
