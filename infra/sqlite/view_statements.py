"""The SQL of the views: tables, writing, and the questions asked of them."""

from infra.view_tables import BESIDE, INDEXES, LIVE, name_of, quoted
from projections.case_rows import TABLES


def create_tables(suffix: str = LIVE) -> list[str]:
    """Create every table."""
    return [
        f"CREATE TABLE IF NOT EXISTS {name_of(table.name, suffix)} (case_id TEXT NOT NULL, {', '.join(map(quoted, table.columns))})"
        for table in TABLES
    ]


def create_indexes() -> list[str]:
    """Create the indexes of the live tables."""
    return [
        f"CREATE INDEX IF NOT EXISTS {name_of(table)}_{number} ON {name_of(table)} ({columns})"
        for table, indexes in INDEXES.items()
        for number, columns in enumerate(indexes)
    ]


def drop_tables(suffix: str) -> list[str]:
    """Drop every table."""
    return [f"DROP TABLE IF EXISTS {name_of(table.name, suffix)}" for table in TABLES]


def swap_tables() -> list[str]:
    """Put the tables made beside in the place of the live ones."""
    renames = [f"ALTER TABLE {name_of(table.name, BESIDE)} RENAME TO {name_of(table.name)}" for table in TABLES]
    return [*drop_tables(LIVE), *renames]


def insert_rows(suffix: str = LIVE) -> list[str]:
    """Insert a row, table by table."""
    return [f"INSERT INTO {name_of(table.name, suffix)} VALUES ({', '.join('?' * (1 + len(table.columns)))})" for table in TABLES]


def delete_case() -> list[str]:
    """Delete the rows of a case, table by table."""
    return [f"DELETE FROM {name_of(table.name)} WHERE case_id = ?" for table in TABLES]


CASES_DUE_ON = "SELECT DISTINCT case_id FROM view_due_days WHERE due IN (SELECT value FROM json_each(?))"
"""Cases with a due date among the days."""

WORKLIST = """
SELECT case_id, since, first, until FROM view_worklists
WHERE code = :code AND first <= :day AND (until IS NULL OR :day < until)
ORDER BY since, case_id
"""
"""Who stands on a list on a day, the longest waiting first."""

WORKLIST_SIZES = """
SELECT code, count(*) FROM view_worklists
WHERE first <= :day AND (until IS NULL OR :day < until)
GROUP BY code ORDER BY code
"""
"""How many stand on each list on a day."""

DAYS = """
SELECT list, deadline_id, day_first, min(coalesce(day_last, :day), :day), reason, rules FROM view_days
WHERE case_id = :case AND first <= :day AND (until IS NULL OR :day < until) AND day_first <= :day
ORDER BY list, day_first
"""
"""The lists of days of a case as they stood on a day."""

LAST_IN_STRETCH = """
SELECT count(*), max(notification_id) FROM
(SELECT notification_id FROM events WHERE notification_id > :after ORDER BY notification_id LIMIT :limit)
"""
"""How many events the next stretch of the log has, and where it ends."""

CASES_IN_STRETCH = "SELECT DISTINCT originator_id FROM events WHERE notification_id > :after AND notification_id <= :end"
"""Whom a stretch of the log touches."""

PLACE = "SELECT max(notification_id) FROM tracking WHERE application_name = ?"
"""How far the views have come, in the transaction that moves them on."""

FORGET_PLACE = "DELETE FROM tracking WHERE application_name = ?"
"""Let a rebuild set the place anew; it may lie before the live one."""
