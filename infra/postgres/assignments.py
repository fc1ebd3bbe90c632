"""The assignments in PostgreSQL."""

from collections.abc import Sequence

from psycopg.rows import tuple_row

from domain.times import Instant
from infra.assignments import Assigned, Assignment
from infra.postgres import assignment_statements as sql
from infra.postgres.store import PostgresStore


class PostgresAssignments:
    """`infra.assignments.Assignments` in a store's database."""

    def __init__(self, store: PostgresStore) -> None:
        self._store = store

    def assign(self, assignment: Assignment, now: Instant) -> int:
        """Keep an assignment; give its number."""
        case, handler, since, until, by = assignment.fit()
        with self._store.transaction() as cursor:
            ((number,),) = cursor.execute(sql.INSERT_ASSIGNMENT, (now, case, handler, since, until, by)).fetchall()
        return int(number)

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
        with self._store.datastore.get_connection() as connection:
            return [Assigned(*row) for row in connection.cursor(row_factory=tuple_row, binary=True).execute(statement, parameters)]
