"""Connections to one database, with the application's rights, that find back to a server that was away."""

from collections.abc import Iterator
from contextlib import contextmanager

from eventsourcing.persistence import InterfaceError, InternalError, OperationalError
from eventsourcing.postgres import ConnectionPool, PostgresDatastore
from psycopg import Connection
from psycopg.errors import IdleInTransactionSessionTimeout, LockNotAvailable
from psycopg.rows import DictRow, dict_row

from infra.postgres.statements import SCHEMA, SET_UP_CONNECTION
from infra.store_errors import BusyStoreError, UnavailableStoreError

IDLE_TIMEOUT = 10
"""Seconds in which a transaction may do nothing. A process that was stopped inside one must not hold up the others."""
LOCK_TIMEOUT = 15
"""Seconds to wait for another process: longer than one that was stopped can hold it up."""
POOL_TIMEOUT = 10
"""Seconds to wait for a connection. Attempts to connect last no longer: each one that is asked for begins anew."""
CONNECTIONS = 10


class Datastore(PostgresDatastore):
    """The library's datastore with our connections. Originator ids are texts: a case's UUID, or `jobnet`."""

    def __init__(self, conninfo: str) -> None:
        self.schema = SCHEMA
        self.originator_id_type = "text"
        self.single_row_tracking = True
        self.enable_db_functions = False  # they drop the tracking, and take no lock
        self.lock_timeout = LOCK_TIMEOUT
        self.pool_open_timeout = None
        self.db_type_names = set()
        self.psycopg_type_adapters = {}
        self.psycopg_python_types = {}
        self.pool = ConnectionPool(
            conninfo,
            connection_class=Connection[DictRow],
            kwargs={"row_factory": dict_row},
            min_size=1,
            max_size=CONNECTIONS,
            open=False,
            configure=_set_up,
            check=ConnectionPool.check_connection,
            timeout=POOL_TIMEOUT,
            reconnect_timeout=POOL_TIMEOUT,
        )

    def register_type_adapters(self) -> None:
        """Do nothing: we send columns, where the library sends a type of its own."""

    @contextmanager
    def get_connection(self) -> Iterator[Connection[DictRow]]:
        """Give a connection that works. What is worth trying again is an `UnavailableStoreError`."""
        try:
            with super().get_connection() as connection:
                yield connection
        except (OperationalError, InterfaceError, InternalError) as error:
            cause = error.__cause__
            if isinstance(error, InternalError) and not isinstance(cause, IdleInTransactionSessionTimeout):
                raise
            kind = BusyStoreError if isinstance(cause, LockNotAvailable) else UnavailableStoreError
            raise kind(str(error)) from error


def _set_up(connection: Connection[DictRow]) -> None:
    connection.autocommit = True
    connection.execute(SET_UP_CONNECTION.format(lock_timeout=LOCK_TIMEOUT, idle_timeout=IDLE_TIMEOUT))
