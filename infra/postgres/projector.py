"""The views in PostgreSQL: the cases shared among as many processes as there are, told by NOTIFY, patient with the server."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from threading import Event as Flag
from time import monotonic
from typing import Any

from psycopg import Cursor

from domain.facts import Fact
from domain.policy import DEFAULT_POLICY, Policy
from infra.postgres import view_statements as sql
from infra.postgres.news import PostgresNews
from infra.postgres.parts import PostgresParts
from infra.postgres.sessions import Session, session
from infra.postgres.store import PostgresStore
from infra.postgres.views import PARTS, PLACES, PostgresViews, copy, system_until
from infra.projecting import UNWATCHED, Projector, Watch
from infra.rebuilding import Beside, Opening
from infra.shares import Share
from infra.store_errors import UnavailableStoreError
from infra.view_tables import BESIDE
from projections.case_rows import CaseRows
from projections.runner import Report

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 15.0
"""Seconds between tries to reach the server."""

_log = logging.getLogger(__name__)


class PostgresProjector(Projector):
    """The views of one store."""

    def __init__(self, store: PostgresStore, policy: Policy = DEFAULT_POLICY, watch: Watch = UNWATCHED) -> None:
        super().__init__(PostgresProjected(store), policy, watch)

    def follow(self, stop: Flag, report: Report | None = None) -> None:
        """Keep the views up with the log until told to stop, also when the server goes away and comes back."""
        pause = FIRST_PAUSE
        while not stop.is_set():
            began = monotonic()
            try:
                super().follow(stop, report)
            except UnavailableStoreError as error:
                pause = FIRST_PAUSE if monotonic() - began > LONGEST_PAUSE else min(2 * pause, LONGEST_PAUSE)
                _log.warning(
                    "Databasen svarer ikke (%s). Listerne følger ikke med. Prøver igen om %s sekunder.",
                    type(error.__cause__ or error).__name__,
                    pause,
                )
                stop.wait(pause)


class PostgresProjected:
    """A PostgreSQL store as the projector works on it."""

    def __init__(self, store: PostgresStore) -> None:
        self._store = store
        self.views = PostgresViews(store)
        with store.transaction() as cursor:
            _make_tables(cursor)

    @property
    def opening(self) -> Opening | None:
        """What opens the store in another process."""
        return partial(_opened, self._store.url)

    def last_position(self) -> int:
        """Give the position of the last event."""
        return self._store.last_position()

    def system_until(self, until: int) -> list[Fact]:
        """Give the facts of the system."""
        return system_until(self._store, until)

    @contextmanager
    def parts(self) -> Iterator[PostgresParts]:
        """Open the connection over which parts are taken and written."""
        with session(self._store.url) as connection:
            connection.execute(sql.GIVE_UP_PARTS)
            yield PostgresParts(self._store, connection)

    @contextmanager
    def news(self) -> Iterator[PostgresNews]:
        """Listen from now on."""
        with PostgresNews(self._store.url) as news:
            yield news

    @contextmanager
    def rebuilding(self) -> Iterator["PostgresSwap"]:
        """Make empty tables beside the live ones, when no other rebuild is at it."""
        with session(self._store.url) as connection:
            connection.execute(sql.LOCK_REBUILD)
            with connection.transaction():
                for statement in (*sql.drop_tables(BESIDE), *sql.create_tables(BESIDE)):
                    connection.execute(statement)
            yield PostgresSwap(connection)

    def read_share(self, share: Share, until: int) -> Iterator[tuple[str, list[Fact]]]:
        """Give the cases of a share with their own facts."""
        return self._store.read_by_case(until, *share)

    def write_beside(self, rows: Sequence[tuple[str, CaseRows]]) -> None:
        """Write rows of cases beside the live tables."""
        with self._store.transaction() as cursor:
            copy(cursor, rows, BESIDE)


class PostgresSwap:
    """What puts the tables made beside in the place of the live ones."""

    def __init__(self, connection: Session) -> None:
        self._connection = connection

    def swap(self, position: int) -> None:
        """Swap when every part is free, in one transaction that holds them all."""
        for statement in (*sql.create_indexes(BESIDE), sql.analyze(BESIDE)):
            self._connection.execute(statement)
        with self._connection.transaction():
            self._connection.execute(sql.LOCK_PARTS, (list(PARTS),))
            for statement in sql.swap_tables():
                self._connection.execute(statement)
            self._connection.execute(sql.SET_PLACES, (position, PLACES))


def _make_tables(cursor: Cursor[Any]) -> None:
    if cursor.execute(sql.TABLES_ARE_THERE).fetchone() == (True,):
        return
    cursor.execute(sql.LOCK_TABLES)
    if cursor.execute(sql.TABLES_ARE_THERE).fetchone() == (True,):
        return
    for statement in (*sql.create_tables(), *sql.create_indexes()):
        cursor.execute(statement)
    cursor.execute(sql.CREATE_PLACES, (PLACES,))


@contextmanager
def _opened(url: str) -> Iterator[Beside]:
    with PostgresStore(url) as store:
        yield PostgresProjected(store)
