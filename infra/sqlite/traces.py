"""Which trace brought which stretch of the log, in the store's own file."""

from infra.sqlite import trace_statements as sql
from infra.sqlite.store import SQLiteStore


class SqliteTraces:
    """The notes of one store (`infra.telemetry.traced_store.Traces`)."""

    system = "sqlite"

    def __init__(self, store: SQLiteStore) -> None:
        self._store = store
        with store.transaction() as cursor:
            cursor.execute(sql.CREATE)

    def between(self, after: int, end: int) -> list[str]:
        """Give the traces that brought the events after a position, up to and including another, the latest first."""
        with self._store.datastore.transaction(commit=False) as cursor:
            cursor.execute(sql.BETWEEN, {"after": after, "end": end})
            return [row[0] for row in cursor.fetchall()]
