"""The peer of the worklists: the whole list, and everything that is set aside, as they were read before there were pages."""

from datetime import date

from infra.cases import cases_with_events_set_aside
from infra.postgres.store import PostgresStore
from infra.postgres.view_statements import SCHEMA
from infra.sqlite.store import SQLiteStore
from infra.view_tables import name_of

_LISTED = f"SELECT case_id, code, since, first, until FROM {{schema}}{name_of('worklists')} WHERE nth = 0"  # noqa: S608 - names of ours
_WORKLIST = """
SELECT case_id, since, first, until FROM {schema}whole_lists
WHERE code = '{code}' AND first <= '{day}' AND (until IS NULL OR '{day}' < until) ORDER BY since, case_id"""


def lay_out(store: SQLiteStore | PostgresStore) -> None:
    """Make the table as it was: a row for a case and an interval, found by the list and the first day."""
    schema = _schema(store)
    with store.transaction() as cursor:
        cursor.execute(f"CREATE TABLE {schema}whole_lists AS {_LISTED.format(schema=schema)}")
        cursor.execute(f"CREATE INDEX whole_lists_by_code ON {schema}whole_lists (code, first)")


def read(store: SQLiteStore | PostgresStore, code: str, day: date) -> tuple[int, int]:
    """Read a whole list, and all cases with events set aside; give how many there are of each."""
    with store.transaction() as cursor:
        cursor.execute(_WORKLIST.format(schema=_schema(store), code=code, day=day.isoformat()))
        rows = cursor.fetchall()
    return len(rows), len(cases_with_events_set_aside(store))


def _schema(store: SQLiteStore | PostgresStore) -> str:
    return "" if isinstance(store, SQLiteStore) else f"{SCHEMA}."
