"""The `eventsourcing` library's recorders over our own tables."""

from collections.abc import Sequence
from typing import Any

from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresDatastore, PostgresProcessRecorder
from psycopg import Cursor
from psycopg.rows import DictRow
from psycopg.sql import SQL

from infra.postgres import statements


class Recorder(PostgresProcessRecorder):
    """Events and the places of their readers, written in one transaction by one writer at a time, in positions without gaps."""

    def __init__(self, datastore: PostgresDatastore) -> None:
        super().__init__(datastore, events_table_name="events", tracking_table_name="tracking")
        self.channel_name = statements.CHANNEL
        self.lock_table_statements = [SQL(statements.LOCK_WRITER)]
        self.insert_events_statement = SQL(statements.INSERT_STORED_EVENTS).format()

    def create_table(self) -> None:
        """Do nothing: tables are made by the migrations."""

    def _insert_stored_events(self, curs: Cursor[DictRow], stored_events: Sequence[StoredEvent], **_: Any) -> None:
        self._lock_table(curs)
        self._notify_channel(curs)
        columns = [
            [str(event.originator_id) for event in stored_events],
            [event.originator_version for event in stored_events],
            [event.topic for event in stored_events],
            [event.state for event in stored_events],
        ]
        curs.execute(self.insert_events_statement, columns)
