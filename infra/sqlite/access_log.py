"""The log of reads in an SQLite file of its own: reading never waits for those who take events in, nor they for it."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from eventsourcing.sqlite import SQLiteCursor

from infra.access_log.access import Access
from infra.access_log.chain import PAGE, START, Head, Noted, first_broken, linked
from infra.access_log.together import Together
from infra.sqlite import access_statements as sql
from infra.sqlite.datastore import Datastore
from infra.store_errors import NewerStoreError

_as_text = partial(str, encoding="utf-8", errors="replace")
"""Reads a text that somebody has put odd bytes into, so that it can be said where the log is broken."""


def beside(store: Path) -> Path:
    """Name the file of the log of reads that belongs to a store: `sager.access.db` beside `sager.db`."""
    return store.with_name(store.name.removesuffix(".db") + ".access.db")


class SqliteAccessLog:
    """`infra.access_log.log.AccessLog` in a file, or in memory when there is no path."""

    def __init__(self, path: Path | None) -> None:
        self._datastore = Datastore(path)
        self._lay_out()
        self._together = Together(self._append)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection. No other thread may be using the log."""
        self._datastore.close()

    def note(self, entries: Sequence[Access]) -> None:
        """Note reads. They are on the disk when this returns."""
        self._together.note(entries)

    def of_case(self, case: str, after: int = 0, limit: int = PAGE) -> list[Noted]:
        """Give who read a case, in order, after a number."""
        return self._read(sql.SELECT_OF_CASE, (case, after, limit))

    def all(self, after: int = 0, limit: int = PAGE) -> list[Noted]:
        """Give every read, in order, after a number."""
        return self._read(sql.SELECT_ALL, (after, limit))

    def head(self) -> Head:
        """Give where the log ends."""
        with self._datastore.transaction(commit=False) as cursor:
            return _head(cursor)

    def check(self, known: Iterable[Head] = ()) -> int | None:
        """Give the number of the first entry that is changed or missing, or None."""
        return first_broken(self.all, known)

    def _append(self, accesses: Sequence[Access]) -> None:
        with self._datastore.transaction(commit=True) as cursor:
            rows = (noted.row for noted in linked(_head(cursor), accesses))
            cursor.executemany(sql.INSERT_ACCESS, rows)

    def _read(self, statement: str, parameters: tuple[object, ...]) -> list[Noted]:
        with self._datastore.transaction(commit=False) as cursor:
            cursor.sqlite_cursor.connection.text_factory = _as_text
            cursor.execute(statement, parameters)
            return [Noted.of(row) for row in cursor.fetchall()]

    def _lay_out(self) -> None:
        """Make the table once. The file of a log that has it is opened without waiting for its writer."""
        with self._datastore.transaction(commit=False) as cursor:
            if _layout(cursor) == sql.LAYOUT:
                return
        # Looked up again under the writer's lock: two processes may open a new file at once.
        with self._datastore.transaction(commit=True) as cursor:
            if _layout(cursor) == 0:
                for statement in (sql.CREATE_ACCESSES, sql.CREATE_ACCESSES_BY_CASE, *sql.CREATE_GUARDS):
                    cursor.execute(statement)
                cursor.execute(f"PRAGMA user_version = {sql.LAYOUT}")


def _layout(cursor: SQLiteCursor) -> int:
    """Give the number of the file's layout, 0 for a new file."""
    cursor.execute("PRAGMA user_version")
    layout = int(cursor.fetchone()[0])
    if layout > sql.LAYOUT:
        raise NewerStoreError
    return layout


def _head(cursor: SQLiteCursor) -> Head:
    cursor.execute(sql.SELECT_HEAD)
    row = cursor.fetchone()
    return Head(*row) if row else START
