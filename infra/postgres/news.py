"""Hearing from PostgreSQL that the log has grown."""

import logging
from threading import Event as Flag
from types import TracebackType
from typing import Any, Self

import psycopg

from infra.postgres.addresses import conninfo_of
from infra.postgres.statements import CHANNEL

_log = logging.getLogger(__name__)


class PostgresNews:
    """Listens over a connection of its own. While that is lost, it waits for the time to pass and tries to listen again."""

    def __init__(self, url: str) -> None:
        self._conninfo = conninfo_of(url)
        self._connection: psycopg.Connection[Any] | None = None

    def __enter__(self) -> Self:
        self._listen()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._close()

    def wait(self, stop: Flag, seconds: float) -> None:
        """Return when there is news, when told to stop, or when the time is up."""
        if self._connection is None:
            stop.wait(seconds)
            self._listen()  # and look: what was stored before this is not told
            return
        try:
            for _ in self._connection.notifies(timeout=seconds, stop_after=1):
                pass
        except psycopg.OperationalError:
            _log.warning("Databasen kan ikke melde nyt. Ser efter hvert %s sekund, til den kan igen.", seconds)
            self._close()

    def _listen(self) -> None:
        try:
            connection = psycopg.connect(self._conninfo, autocommit=True)
            connection.execute(f"LISTEN {CHANNEL}")
        except psycopg.OperationalError:
            return
        self._connection = connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
