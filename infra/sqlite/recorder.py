"""The `eventsourcing` library's recorders over our own table."""

from collections.abc import Sequence
from typing import Any

from eventsourcing.persistence import Notification, StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteCursor, SQLiteDatastore, SQLiteProcessRecorder

from infra.sqlite import statements
from infra.store_errors import NewerStoreError, OlderStoreError

_LAST = 2**63 - 1


class _EventsRecorder(SQLiteApplicationRecorder):
    """Events by explicit position. The library's table uses bare rowids, which SQLite may renumber."""

    def __init__(self, datastore: SQLiteDatastore, events_table_name: str = "events") -> None:
        super().__init__(datastore, events_table_name)
        self.insert_events_statement = statements.INSERT_STORED_EVENT
        self.select_events_statement = statements.SELECT_STORED_EVENTS
        self.select_max_notification_id_statement = statements.SELECT_MAX_POSITION

    def construct_create_table_statements(self) -> list[str]:
        return [
            statements.CREATE_SOURCES,
            statements.CREATE_CASES,
            statements.CREATE_EVENTS,
            statements.CREATE_EVENTS_BY_CASE,
            statements.CREATE_EVENTS_BY_KEY,
            statements.CREATE_SET_ASIDE,
            statements.CREATE_SET_ASIDE_BY_STATUS,
            statements.CREATE_SET_ASIDE_BY_CASE,
            statements.CREATE_PLACES,
        ]

    def _insert_events(self, c: SQLiteCursor, stored_events: Sequence[StoredEvent], **kwargs: Any) -> Sequence[int] | None:
        c.executemany(statements.INSERT_CASES, {(str(event.originator_id),) for event in stored_events})
        return super()._insert_events(c, stored_events, **kwargs)

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        first = 0 if start is None else start + (not inclusive_of_start)
        chosen = f" AND topic IN ({', '.join('?' * len(topics))})" if topics else ""
        statement = statements.SELECT_NOTIFICATIONS.format(topics=chosen)
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(statement, (first, _LAST if stop is None else stop, *topics, limit))
            return [
                Notification(
                    id=row["notification_id"],
                    originator_id=self.convert_originator_id(row["originator_id"]),
                    originator_version=row["originator_version"],
                    topic=row["topic"],
                    state=row["state"],
                )
                for row in cursor.fetchall()
            ]


class Recorder(SQLiteProcessRecorder, _EventsRecorder):
    """Events and the places of their readers in one file, written in one transaction."""

    def __init__(self, datastore: SQLiteDatastore) -> None:
        super().__init__(datastore, events_table_name="events")

    def create_table(self) -> None:
        """Make the tables once. A store that has them is opened without waiting for its writer."""
        with self.datastore.transaction(commit=False) as cursor:
            if _layout(cursor) == statements.LAYOUT:
                return
        # Looked up again under the writer's lock: two processes may open a new file at once.
        with self.datastore.transaction(commit=True) as cursor:
            if _layout(cursor) == 0:
                self._create_table(cursor)
                cursor.execute(f"PRAGMA user_version = {statements.LAYOUT}")


def _layout(cursor: SQLiteCursor) -> int:
    """Give the number of the file's layout, 0 for a new file."""
    cursor.execute("PRAGMA user_version")
    layout = int(cursor.fetchone()[0])
    if layout > statements.LAYOUT:
        raise NewerStoreError
    if 0 < layout < statements.LAYOUT:
        raise OlderStoreError
    return layout
