"""The event store in PostgreSQL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from types import TracebackType
from typing import Any, Self

from eventsourcing.persistence import Tracking
from psycopg import Cursor
from psycopg.rows import tuple_row

from consumers.event_store import Place, SetAside, Status
from domain.events import SYSTEM_CASE
from domain.facts import Fact
from domain.times import Instant
from infra.log_rows import LogRow, Row, facts, log_rows
from infra.postgres import statements
from infra.postgres.addresses import conninfo_of
from infra.postgres.datastore import Datastore
from infra.postgres.layout import check_layout
from infra.postgres.locking import only_writer
from infra.postgres.recorder import Recorder
from infra.postgres.writing import PostgresWriting
from infra.stores import Counts, Heard

_LAST = 2**63 - 1
_PAGE = 10_000
"""Events read in one statement of a long read."""
_BY_CASE = itemgetter(1)


class PostgresStore:
    """A log of events in one PostgreSQL database. Many processes may use it; one at a time writes to the log."""

    def __init__(self, url: str) -> None:
        self.url = url
        conninfo = conninfo_of(url)
        check_layout(conninfo)
        self._conninfo = conninfo
        self.datastore = Datastore(conninfo)
        self.recorder = Recorder(self.datastore)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection. No other thread may be using the store."""
        self.datastore.close()

    @contextmanager
    def writing(self, now: Instant) -> Iterator[PostgresWriting]:
        """Open the writer's transaction for events. `now` is the time of reception."""
        with self.datastore.get_connection() as connection, only_writer(connection, self._conninfo):
            yield PostgresWriting(connection.cursor(row_factory=tuple_row, binary=True), now)

    @contextmanager
    def transaction(self) -> Iterator[Cursor[tuple[Any, ...]]]:
        """Open a transaction for projections: rows and `insert_tracking` commit together. It does not wait for the log's writer."""
        with self.datastore.get_connection() as connection, connection.transaction():
            yield connection.cursor(row_factory=tuple_row)

    def insert_tracking(self, cursor: Cursor[Any], tracking: Tracking) -> None:
        """Store a reader's place with what it wrote. A place that is not ahead of the stored one raises `IntegrityError`."""
        self.recorder._insert_tracking(cursor, tracking)  # noqa: SLF001 - the library's documented hook for subclasses

    def max_tracking_id(self, name: str) -> int | None:
        """Give the place of a reader."""
        return self._value(statements.SELECT_TRACKING, (name,))

    def last_position(self) -> int:
        """Give the position of the last event, 0 when there is none."""
        return self._value(statements.SELECT_LAST) or 0

    def read_log(self, after: int = 0, limit: int = 5000) -> list[LogRow]:
        """Give a stretch of the log in its order."""
        with self._reading() as cursor:
            rows = cursor.execute(statements.SELECT_LOG, (after, limit)).fetchall()
            return list(log_rows(rows, _sources(cursor)))

    def read_case(self, case: str) -> list[Fact]:
        """Give a case's own facts in the order of reception."""
        with self._reading() as cursor:
            rows = cursor.execute(statements.SELECT_CASE, (case,)).fetchall()
            return facts(rows, _sources(cursor))

    def read_cases(self, cases: Iterable[str], until: int = _LAST) -> dict[str, list[Fact]]:
        """Give the own facts of several cases, as the log was when it ended at `until`."""
        asked = list(cases)
        with self._reading() as cursor:
            rows = cursor.execute(statements.SELECT_SOME_CASES, (asked, until)).fetchall()
            sources = _sources(cursor)
        found = {case: facts(list(own), sources) for case, own in groupby(rows, _BY_CASE)}
        return {case: found.get(case, []) for case in asked}

    def system_facts(self) -> list[Fact]:
        """Give the facts that concern every case."""
        return self.read_case(SYSTEM_CASE)

    def read_by_case(self, until: int | None = None, first: str = "", before: str = "~") -> Iterator[tuple[str, list[Fact]]]:
        """Give every case with its own facts, case by case, as the log was when it ended at `until` (now, without it).

        `first` and `before` bound the cases, so that several processes can share the work. Pages are read by statements
        of their own: the log only grows, so the reader sees one state, and the server keeps no old rows for it.
        """
        end = min(self.last_position(), _LAST if until is None else until)
        with self._reading() as cursor:
            sources = _sources(cursor)
        for case, rows in groupby(self._rows_by_case(first, before, end), _BY_CASE):
            yield case, facts(rows, sources)

    def find(self, source: str, id_: str) -> LogRow | None:
        """Give one event by its publisher and id."""
        with self._reading() as cursor:
            rows = cursor.execute(statements.SELECT_BY_KEY, (source, id_)).fetchall()
            return next(log_rows(rows, _sources(cursor)), None)

    def cases(self) -> list[str]:
        """Give every case's UUID in order."""
        with self._reading() as cursor:
            return [case for (case,) in cursor.execute(statements.SELECT_CASES)]

    def counts(self) -> Counts:
        """Count events and set-aside events."""
        with self._reading() as cursor:
            by_reason = {(status, code): number for status, code, number in cursor.execute(statements.COUNT_SET_ASIDE)}
        return Counts(self._value(statements.COUNT_EVENTS) or 0, by_reason)

    def heard(self, after: int) -> list[Heard]:
        """Give every source by name, with what it has sent after a position."""
        with self._reading() as cursor:
            return [Heard(*row) for row in cursor.execute(statements.SELECT_HEARD, (after,))]

    def open_set_aside(self) -> int:
        """Count the events that are set aside and not mended yet."""
        return self._value(statements.COUNT_OPEN_SET_ASIDE) or 0

    def claim(self, name: str) -> Place:
        """Take over a source: from now on nobody else moves its place."""
        with self._reading() as cursor:
            return Place(*cursor.execute(statements.CLAIM_PLACE, (name,)).fetchall()[0])

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
        chosen = None if numbers is None else list(numbers)
        asked = {"status": status, "numbers": chosen, "case": case, "after": after, "limit": limit}
        with self._reading() as cursor:
            return [SetAside(*row) for row in cursor.execute(statements.SELECT_SET_ASIDE, asked)]

    @contextmanager
    def _reading(self) -> Iterator[Cursor[tuple[Any, ...]]]:
        """Give a cursor whose statements each stand alone."""
        with self.datastore.get_connection() as connection:
            yield connection.cursor(row_factory=tuple_row, binary=True)

    def _value(self, statement: str, parameters: Sequence[object] = ()) -> int | None:
        with self._reading() as cursor:
            row = cursor.execute(statement, parameters).fetchone()
            return row[0] if row else None

    def _rows_by_case(self, first: str, before: str, end: int) -> Iterator[Row]:
        """Give the rows of a long read, the next page being fetched while one is used."""
        asked = {"case": first, "version": -1, "before": before, "until": end, "limit": _PAGE}
        with ThreadPoolExecutor(1) as ahead:
            fetched = ahead.submit(self._page, asked)
            while len(page := fetched.result()) == _PAGE:
                version, case, *_ = page[-1]
                fetched = ahead.submit(self._page, {**asked, "case": case, "version": version})
                yield from page
        yield from page

    def _page(self, asked: Mapping[str, object]) -> list[Row]:
        with self._reading() as cursor:
            return cursor.execute(statements.SELECT_PAGE, asked).fetchall()


def _sources(cursor: Cursor[tuple[Any, ...]]) -> dict[int, str]:
    return dict(cursor.execute(statements.SELECT_SOURCES).fetchall())
