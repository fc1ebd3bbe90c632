"""The assignments in the store's own file."""

from collections.abc import Sequence
from typing import Any

from domain.times import Instant
from infra.assignments import Assigned, Assignment
from infra.sqlite import assignment_statements as sql
from infra.sqlite.store import SQLiteStore


class SqliteAssignments:
    """`infra.assignments.Assignments` over the embedded store. The table is made with the first assignment: reading changes nothing."""

    def __init__(self, store: SQLiteStore) -> None:
        self._store = store
        self._made = False

    def assign(self, assignment: Assignment, now: Instant) -> int:
        """Keep an assignment; give its number."""
        case, handler, since, until, by = assignment.fit()
        with self._store.transaction() as cursor:
            if not self._made:
                for statement in (sql.CREATE_ASSIGNMENTS, sql.CREATE_BY_HANDLER, sql.CREATE_BY_CASE, *sql.CREATE_GUARDS):
                    cursor.execute(statement)
            cursor.execute(sql.INSERT_ASSIGNMENT, (now, case, handler, since, until, by))
            number = int(cursor.fetchone()[0])
        self._made = True
        return number

    def newest(self, handler: str, case: str) -> Assigned | None:
        """Give the assignment of a case to a handler that counts."""
        return next(iter(self._ask(sql.SELECT_NEWEST, (handler, case))), None)

    def of_case(self, case: str) -> list[Assigned]:
        """Give every assignment of a case, in order."""
        return self._ask(sql.SELECT_OF_CASE, (case,))

    def of_handler(self, handler: str) -> list[Assigned]:
        """Give the assignment that counts for each case of a handler, by number."""
        return self._ask(sql.SELECT_OF_HANDLER, (handler,))

    def _ask(self, statement: str, parameters: Sequence[object]) -> list[Assigned]:
        with self._store.datastore.transaction(commit=False) as cursor:
            plain: Any = cursor.sqlite_cursor
            plain.row_factory = None
            if not self._made:
                self._made = bool(plain.execute(sql.HAS_TABLE).fetchone()[0])
            return [Assigned(*row) for row in plain.execute(statement, parameters)] if self._made else []
