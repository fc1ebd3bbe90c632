"""The log of reads in PostgreSQL."""

from collections.abc import Iterable, Sequence
from typing import Any

from psycopg import Cursor
from psycopg.rows import tuple_row

from infra.access_log.access import Access
from infra.access_log.chain import PAGE, START, Head, Noted, first_broken, linked
from infra.access_log.together import Together
from infra.postgres import access_statements as sql
from infra.postgres.store import PostgresStore


class PostgresAccessLog:
    """`infra.access_log.log.AccessLog` in a store's database. Many processes may add to it; one at a time does."""

    def __init__(self, store: PostgresStore) -> None:
        self._store = store
        self._together = Together(self._append)

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
        with self._store.datastore.get_connection() as connection:
            return _head(connection.cursor(row_factory=tuple_row, binary=True))

    def check(self, known: Iterable[Head] = ()) -> int | None:
        """Give the number of the first entry that is changed or missing, or None."""
        return first_broken(self.all, known)

    def _append(self, accesses: Sequence[Access]) -> None:
        with self._store.datastore.get_connection() as connection, connection.transaction():
            cursor = connection.cursor(row_factory=tuple_row, binary=True)
            cursor.execute(sql.LOCK_ACCESSES)
            rows = [noted.row for noted in linked(_head(cursor), accesses)]
            cursor.execute(sql.INSERT_ACCESSES, [list(column) for column in zip(*rows, strict=True)])

    def _read(self, statement: str, parameters: tuple[object, ...]) -> list[Noted]:
        with self._store.datastore.get_connection() as connection:
            cursor = connection.cursor(row_factory=tuple_row, binary=True).execute(statement, parameters)
            return [Noted.of(row) for row in cursor]


def _head(cursor: Cursor[tuple[Any, ...]]) -> Head:
    row = cursor.execute(sql.SELECT_HEAD).fetchone()
    return Head(*row) if row else START
