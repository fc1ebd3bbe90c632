"""The SQL of the views: tables, parts, writing, and the questions asked of them."""

from infra.view_tables import BESIDE, INDEXES, LIVE, former_tables, name_of, quoted
from projections.case_rows import TABLES
from projections.table import Table

SCHEMA = "sagsspor_views"

_DAYS = {"since", "due", "day", "day_first", "day_last", "first", "until"}
_NUMBERS = {"effective", "registered", "received", "nth", "span"}
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
SELECT DISTINCT case_id FROM {SCHEMA}.{name_of("due_days")}
WHERE due = ANY(%(days)s::date[]) AND case_id >= %(first)s AND case_id < %(before)s"""
"""Cases of a part with a due date among the days."""


def worklist(*, one_municipality: bool, set_aside: bool | None) -> str:
    """Select a page of who stands on a list on a day.

    Read are the first of each span, and of these the first; but where only cases with events set aside are looked for, their rows.
    """
    whose = "listed.municipality = %(municipality)s" if one_municipality else "listed.nth = 0"
    if set_aside:
        return _WORKLIST_WAITING.format(whose=whose)
    return _WORKLIST.format(whose=whose, which="" if set_aside is None else f"AND NOT {_WAITS}")


_WAITS = "((SELECT 1 FROM sagsspor.set_aside AS aside WHERE aside.case_id = listed.case_id AND aside.status = 'open' LIMIT 1) IS NOT NULL)"
"""Asked row by row, by the index: written as EXISTS, all set-aside events would be read first."""

_STANDS = "listed.since <= %(last)s AND first <= %(day)s AND (until IS NULL OR %(day)s < until)"

_WORKLIST = f"""
SELECT listed.case_id, listed.since, due, first, until, {_WAITS}
FROM unnest(%(spans)s::bigint[], %(sinces)s::date[], %(cases)s::text[]) AS start (span, since, case_id)
CROSS JOIN LATERAL (
    SELECT listed.case_id, listed.since, due, first, until FROM {SCHEMA}.{name_of("worklists")} AS listed
    WHERE {{whose}} AND code = %(code)s AND listed.span = start.span
    AND (listed.since, listed.case_id) > (start.since, start.case_id) AND {_STANDS} {{which}}
    ORDER BY listed.since, listed.case_id LIMIT %(limit)s
) AS listed
ORDER BY listed.since, listed.case_id LIMIT %(limit)s"""

_WORKLIST_WAITING = f"""
SELECT listed.case_id, listed.since, due, first, until, true
FROM (SELECT DISTINCT case_id FROM sagsspor.set_aside WHERE status = 'open' AND case_id IS NOT NULL) AS aside
JOIN {SCHEMA}.{name_of("worklists")} AS listed ON listed.case_id = aside.case_id
JOIN unnest(%(spans)s::bigint[], %(sinces)s::date[], %(cases)s::text[]) AS start (span, since, case_id) ON listed.span = start.span
WHERE {{whose}} AND code = %(code)s AND (listed.since, listed.case_id) > (start.since, start.case_id) AND {_STANDS}
ORDER BY listed.since, listed.case_id LIMIT %(limit)s"""


def worklist_sizes(*, one_municipality: bool) -> str:
    """Count who stands on each list on a day, list by list and span by span."""
    return _WORKLIST_SIZES.format(whose="listed.municipality = %(municipality)s" if one_municipality else "listed.nth = 0")


_WORKLIST_SIZES = f"""
SELECT asked.code, sum(number)::bigint FROM unnest(%(codes)s::text[]) AS asked (code)
CROSS JOIN unnest(%(spans)s::bigint[], %(sinces)s::date[]) AS start (span, since)
CROSS JOIN LATERAL (
    SELECT count(*) AS number FROM {SCHEMA}.{name_of("worklists")} AS listed
    WHERE {{whose}} AND listed.code = asked.code AND listed.span = start.span
    AND listed.since > start.since AND {_STANDS}
) AS counted
GROUP BY asked.code HAVING sum(number) > 0 ORDER BY asked.code"""

MUNICIPALITIES = f"SELECT DISTINCT municipality FROM {SCHEMA}.{name_of('authorities')} ORDER BY municipality"
"""Every municipality to which a case belongs."""

DAYS = f"""
SELECT list, deadline_id, day_first, least(coalesce(day_last, %(day)s), %(day)s), reason, rules FROM {SCHEMA}.{name_of("days")}
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
    """Put the tables made beside in the place of the live ones. Who reads meanwhile waits, and then finds the new ones.

    Those of former layouts are cleared away.
    """
    lock = f"LOCK TABLE {', '.join(_named(table.name) for table in TABLES)} IN ACCESS EXCLUSIVE MODE"
    renames = [f"ALTER TABLE {_named(table.name, BESIDE)} RENAME TO {name_of(table.name)}" for table in TABLES]
    return [lock, *drop_tables(LIVE), *renames, *(f"DROP TABLE IF EXISTS {SCHEMA}.{former}" for former in former_tables())]


def analyze(suffix: str) -> str:
    """Tell the planner how the rows are spread, and that nobody needs to look whether they are there: counting reads the indexes alone."""
    return f"VACUUM (ANALYZE) {', '.join(_named(table.name, suffix) for table in TABLES)}"


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
