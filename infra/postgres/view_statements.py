"""The SQL of the views: tables, parts, writing, and the questions asked of them."""

from infra.view_tables import BESIDE, INDEXES, LIVE, name_of, quoted
from projections.case_rows import TABLES
from projections.table import Table

SCHEMA = "sagsspor_views"

_DAYS = {"since", "due", "day", "day_first", "day_last", "first", "until"}
_NUMBERS = {"effective", "registered", "received"}
_TRUTHS = {"weekdays"}

GIVE_UP_PARTS = "SET idle_session_timeout = '60s'"
"""A process that was stopped with a part in its hands loses it: no stretch takes that long."""

LOCKS = 1935763316
"""The advisory locks of the views. The numbers from 0 on are those of the parts."""

LOCK_TABLES = f"SELECT pg_advisory_xact_lock({LOCKS}, 1001)"
"""One process makes the tables."""

LOCK_REBUILD = f"SELECT pg_advisory_lock({LOCKS}, 1002)"
"""One rebuild at a time, until its connection closes."""

END_STOPPED = f"""
SELECT pg_terminate_backend(activity.pid) FROM pg_locks JOIN pg_stat_activity AS activity USING (pid)
WHERE locktype = 'advisory' AND granted AND classid = {LOCKS} AND objid = ANY (%s)
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
AND state = 'active' AND wait_event = 'ClientRead' AND query_start < clock_timestamp() - make_interval(secs => %s)"""
"""End whoever holds a part in the middle of sending rows and has sent none for so long. No timeout of the server covers that."""

TAKE = f"SELECT pg_try_advisory_lock({LOCKS}, %s)"
"""Take a part, if it is free, until it is given back or the connection is gone."""

GIVE_BACK = f"SELECT pg_advisory_unlock({LOCKS}, %s)"
"""Give a part back."""

LOCK_PARTS = f"SELECT pg_advisory_xact_lock({LOCKS}, part) FROM unnest(%s::integer[]) AS part ORDER BY part"
"""Wait until all parts are free, and keep them until the transaction ends."""

TABLES_ARE_THERE = f"""
SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = '{SCHEMA}' AND tablename = '{name_of(TABLES[-1].name)}')"""
"""Whether the live tables have been made."""

CREATE_PLACES = """
INSERT INTO sagsspor.tracking (application_name, notification_id) SELECT name, 0 FROM unnest(%s::text[]) AS name
ON CONFLICT DO NOTHING"""
"""Give each part its place, before the first event."""

PLACES = "SELECT application_name, notification_id FROM sagsspor.tracking WHERE application_name = ANY(%s)"
"""How far each part has come."""

MOVE_PLACE = """
UPDATE sagsspor.tracking SET notification_id = %(end)s WHERE application_name = %(name)s AND notification_id = %(start)s"""
"""Move a part's place on from where it was read, and from nowhere else."""

MOVE_STILL_PARTS = f"""
UPDATE sagsspor.tracking SET notification_id = %(end)s
FROM unnest(%(parts)s::integer[], %(names)s::text[], %(starts)s::bigint[]) AS still (part, name, start)
WHERE application_name = name AND notification_id = start AND pg_try_advisory_xact_lock({LOCKS}, part)"""
"""Move the places of free parts on, for which the log has nothing up to its end."""

SET_PLACES = "UPDATE sagsspor.tracking SET notification_id = %s WHERE application_name = ANY(%s)"
"""Let a rebuild set the places anew; they may lie before the live ones."""

LAST_POSITION = "SELECT coalesce(max(notification_id), 0) FROM sagsspor.events"
"""The last position."""

LAST_OF_SYSTEM = """
SELECT coalesce(max(originator_version), 0) FROM sagsspor.events WHERE originator_id = %(system)s AND originator_version <= %(until)s"""
"""The position of the last fact of the system; a version within a case is the position."""

TOUCHED_SINCE = """
SELECT DISTINCT left(originator_id, 2), originator_id = %(system)s FROM sagsspor.events
WHERE notification_id > %(after)s AND notification_id <= %(end)s"""
"""How the cases begin that a stretch of the log touches."""

STRETCH = """
WITH stretch AS (
    SELECT notification_id, originator_id FROM sagsspor.events
    WHERE notification_id > %(after)s AND (originator_id >= %(first)s AND originator_id < %(before)s OR originator_id = %(system)s)
    ORDER BY notification_id LIMIT %(limit)s
)
SELECT count(*), array_agg(DISTINCT originator_id),
    CASE WHEN count(*) < %(limit)s THEN (SELECT max(notification_id) FROM sagsspor.events) ELSE max(notification_id) END
FROM stretch"""
"""The next stretch of a part's log: how many events, whom it touches, and where it ends; the log's end when it has them all."""

CASES_DUE_ON = f"""
SELECT DISTINCT case_id FROM {SCHEMA}.view_due_days
WHERE due = ANY(%(days)s::date[]) AND case_id >= %(first)s AND case_id < %(before)s"""
"""Cases of a part with a due date among the days."""

WORKLIST = f"""
SELECT case_id, since, first, until FROM {SCHEMA}.view_worklists
WHERE code = %(code)s AND first <= %(day)s AND (until IS NULL OR %(day)s < until)
ORDER BY since, case_id"""
"""Who stands on a list on a day, the longest waiting first."""

WORKLIST_SIZES = f"""
SELECT code, count(*) FROM {SCHEMA}.view_worklists
WHERE first <= %(day)s AND (until IS NULL OR %(day)s < until)
GROUP BY code ORDER BY code"""
"""How many stand on each list on a day."""

DAYS = f"""
SELECT list, deadline_id, day_first, least(coalesce(day_last, %(day)s), %(day)s), reason, rules FROM {SCHEMA}.view_days
WHERE case_id = %(case)s AND first <= %(day)s AND (until IS NULL OR %(day)s < until) AND day_first <= %(day)s
ORDER BY list, day_first"""
"""The lists of days of a case as they stood on a day."""


def create_tables(suffix: str = LIVE) -> list[str]:
    """Create every table."""
    return [
        f'CREATE TABLE {_named(table.name, suffix)} (case_id text COLLATE "C" NOT NULL, {", ".join(map(_column, table.columns))})'
        for table in TABLES
    ]


def create_indexes(suffix: str = LIVE) -> list[str]:
    """Create the indexes of every table; PostgreSQL names them, so that they can follow a table that changes its name."""
    return [f"CREATE INDEX ON {_named(table, suffix)} ({columns})" for table, indexes in INDEXES.items() for columns in indexes]


def drop_tables(suffix: str) -> list[str]:
    """Drop every table."""
    return [f"DROP TABLE IF EXISTS {_named(table.name, suffix)}" for table in TABLES]


def swap_tables() -> list[str]:
    """Put the tables made beside in the place of the live ones. Who reads meanwhile waits, and then finds the new ones."""
    lock = f"LOCK TABLE {', '.join(_named(table.name) for table in TABLES)} IN ACCESS EXCLUSIVE MODE"
    renames = [f"ALTER TABLE {_named(table.name, BESIDE)} RENAME TO {name_of(table.name)}" for table in TABLES]
    return [lock, *drop_tables(LIVE), *renames]


def analyze(suffix: str) -> str:
    """Tell the planner how the rows are spread."""
    return f"ANALYZE {', '.join(_named(table.name, suffix) for table in TABLES)}"


def copy_rows(suffix: str = LIVE) -> list[str]:
    """Write rows, table by table."""
    return [f"COPY {_named(table.name, suffix)} FROM STDIN" for table in TABLES]


def delete_cases() -> str:
    """Delete the rows of cases from every table, in one statement."""
    deletes = [f"gone_{table.name} AS (DELETE FROM {_named(table.name)} WHERE case_id = ANY(%(cases)s))" for table in TABLES]
    return f"WITH {', '.join(deletes)} SELECT"


def select_all() -> dict[str, str]:
    """Select every row, table by table, in the order of the columns; without a value comes first. SQLite writes truths as numbers."""
    return {table.name: _select_all(table) for table in TABLES}


def _select_all(table: Table) -> str:
    columns = ", ".join(f"{quoted(name)}::integer" if name in _TRUTHS else quoted(name) for name in ("case_id", *table.columns))
    order = ", ".join(f"{number} NULLS FIRST" for number in range(1, 2 + len(table.columns)))
    return f"SELECT {columns} FROM {_named(table.name)} ORDER BY {order}"


def _named(table: str, suffix: str = LIVE) -> str:
    return f"{SCHEMA}.{name_of(table, suffix)}"


def _column(name: str) -> str:
    return f"{quoted(name)} {_type(name)}"


def _type(name: str) -> str:
    if name in _DAYS:
        return "date"
    if name in _NUMBERS:
        return "bigint"
    return "boolean" if name in _TRUTHS else 'text COLLATE "C"'
