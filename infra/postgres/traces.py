"""Which trace brought which stretch of the log, in the store's own database."""

from infra.postgres import trace_statements as sql
from infra.postgres.store import PostgresStore
from infra.postgres.view_statements import LOCK_TABLES


class PostgresTraces:
    """The notes of one store (`infra.telemetry.traced_store.Traces`)."""

    system = "postgresql"

    def __init__(self, store: PostgresStore) -> None:
        self._store = store
        with store.transaction() as cursor:
            if cursor.execute(sql.IS_THERE).fetchone() != (True,):
                cursor.execute(LOCK_TABLES)
                cursor.execute(sql.CREATE)

    def between(self, after: int, end: int) -> list[str]:
        """Give the traces that brought the events after a position, up to and including another, the latest first."""
        with self._store.transaction() as cursor:
            return [text for (text,) in cursor.execute(sql.BETWEEN, {"after": after, "end": end})]
