"""Connections to one SQLite file: durable on commit, one writer at a time, readers on their own snapshot."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path
from threading import Lock

from eventsourcing.sqlite import SQLiteConnection, SQLiteConnectionPool, SQLiteCursor, SQLiteDatastore, SQLiteTransaction

from infra.sqlite.statements import NEW_FILE_PRAGMAS, PRAGMAS
from infra.store_errors import BusyStoreError

LOCK_TIMEOUT = 60
_memories = count(1)


class _Transaction(SQLiteTransaction):
    """Takes the writer's lock at once: a transaction that reads first and writes later would fail when another one wrote."""

    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        try:
            cursor.execute("BEGIN IMMEDIATE" if self.commit else "BEGIN")
        except sqlite3.OperationalError as error:
            raise BusyStoreError(f"The store is busy: another process has been writing for {LOCK_TIMEOUT} seconds.") from error
        return cursor


class _Connection(SQLiteConnection):
    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        with _Transaction(self, commit=commit) as cursor, cursor:
            yield cursor


class _Pool(SQLiteConnectionPool):
    def _create_connection(self) -> SQLiteConnection:
        self._lay_out_new_file()
        made = super()._create_connection()
        cursor = made.cursor()
        for pragma in PRAGMAS:
            cursor.execute(pragma)
        return _Connection(made._sqlite_conn, max_age=self.max_age)  # noqa: SLF001 - the library has no public way to its connection

    def _lay_out_new_file(self) -> None:
        """Choose the size of its pages, before the write-ahead log and the first table settle it."""
        path = Path(self.db_name)
        if self.is_sqlite_memory_mode or (path.exists() and path.stat().st_size):
            return
        connection = sqlite3.connect(path, timeout=LOCK_TIMEOUT, isolation_level=None)
        for pragma in NEW_FILE_PRAGMAS:
            connection.execute(pragma)
        connection.close()


class Datastore(SQLiteDatastore):
    """The library's datastore with our transactions. Originator ids are texts: a case's UUID, or `jobnet`."""

    def __init__(self, path: Path | None) -> None:
        name = str(path) if path else f"file:sagsspor-{next(_memories)}?mode=memory&cache=shared"
        self.pool = _Pool(db_name=name, lock_timeout=LOCK_TIMEOUT, pool_timeout=LOCK_TIMEOUT)
        self.single_row_tracking = True
        self.originator_id_type = "text"
        self._writer = Lock()

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        """Open a transaction. Writers wait for each other here: one who waits in the library's queue holds up the readers behind it."""
        with self._writer if commit else nullcontext(), super().transaction(commit=commit) as cursor:
            yield cursor
