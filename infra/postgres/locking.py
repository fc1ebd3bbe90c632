"""The lock of the log's one writer."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.errors import LockNotAvailable

from infra.postgres import statements

STOPPED = 10
"""Seconds without a byte after which a writer in the middle of sending counts as stopped."""

log = logging.getLogger(__name__)


@contextmanager
def only_writer(connection: Connection[Any], conninfo: str) -> Iterator[None]:
    """Open a transaction as the only writer of the log. One who was stopped while sending loses the lock to it."""
    with connection.transaction():
        if not _locked_at_once(connection) and not _locked(connection):
            end_stopped_writer(conninfo)
            connection.execute(statements.LOCK_WRITER)
        yield


def end_stopped_writer(conninfo: str) -> None:
    """End the connection of a writer that was stopped, as the user who logged in: the application's role may not."""
    with psycopg.connect(conninfo, autocommit=True) as connection:
        ended = connection.execute(statements.END_STOPPED_WRITER, (STOPPED,)).fetchall()
    if ended:
        log.warning("A process held the log's lock and had stopped sending for %d seconds. Its connection was ended.", STOPPED)


def _locked_at_once(connection: Connection[Any]) -> bool:
    row = connection.cursor(row_factory=psycopg.rows.scalar_row).execute(statements.TRY_LOCK_WRITER).fetchone()
    return bool(row)


def _locked(connection: Connection[Any]) -> bool:
    """Wait as long as the connection's timeout allows."""
    try:
        with connection.transaction():
            connection.execute(statements.LOCK_WRITER)
    except LockNotAvailable:
        return False
    return True
