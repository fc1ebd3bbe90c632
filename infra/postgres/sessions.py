"""Connections that hold something for as long as they last: parts of the cases, or the right to rebuild."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.errors import IdleInTransactionSessionTimeout

from infra.postgres.addresses import conninfo_of
from infra.postgres.datastore import IDLE_TIMEOUT
from infra.postgres.statements import SET_UP_CONNECTION
from infra.store_errors import UnavailableStoreError

Session = psycopg.Connection[tuple[Any, ...]]


@contextmanager
def session(url: str) -> Iterator[Session]:
    """Open a connection with the application's rights. What is worth trying again is an `UnavailableStoreError`."""
    try:
        with psycopg.connect(conninfo_of(url), autocommit=True) as connection:
            connection.execute(SET_UP_CONNECTION.format(lock_timeout=0, idle_timeout=IDLE_TIMEOUT))
            yield connection
    except (psycopg.OperationalError, psycopg.InterfaceError, IdleInTransactionSessionTimeout) as error:
        raise UnavailableStoreError(str(error)) from error
