"""The SQL of the views: tables, writing, and the questions asked of them."""

from infra.view_tables import BESIDE, INDEXES, LIVE, former_tables, name_of, quoted
from projections.case_rows import TABLES
from projections.worklists import LONGEST


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
    """Put the tables made beside in the place of the live ones, and clear away those of former layouts."""
    renames = [f"ALTER TABLE {name_of(table.name, BESIDE)} RENAME TO {name_of(table.name)}" for table in TABLES]
    return [*drop_tables(LIVE), *renames, *(f"DROP TABLE IF EXISTS {former}" for former in former_tables())]


def insert_rows(suffix: str = LIVE) -> list[str]:
    """Insert a row, table by table."""
    return [f"INSERT INTO {name_of(table.name, suffix)} VALUES ({', '.join('?' * (1 + len(table.columns)))})" for table in TABLES]


def delete_case() -> list[str]:
    """Delete the rows of a case, table by table."""
    return [f"DELETE FROM {name_of(table.name)} WHERE case_id = ?" for table in TABLES]


def worklist(*, one_municipality: bool, set_aside: bool | None) -> str:
    """Select a page of who stands on a list on a day.

    Read are the first of each span, and of these the first; but where only cases with events set aside are looked for, their rows.
    """
    whose = "municipality = :municipality" if one_municipality else "nth = 0"
    if set_aside:
        return _WORKLIST_WAITING.format(whose=whose)
    which = "" if set_aside is None else f"AND NOT {_WAITS}"
    spans = (_WORKLIST_SPAN.format(whose=whose, span=span, which=which) for span in range(LONGEST + 1))
    return f"{' UNION ALL '.join(spans)} ORDER BY since, case_id LIMIT :limit"


_WAITS = "EXISTS (SELECT 1 FROM set_aside AS aside WHERE aside.case_id = listed.case_id AND aside.status = 'open')"

_STANDS = "since <= :last AND first <= :day AND (until IS NULL OR :day < until)"

_WORKLIST_SPAN = f"""
SELECT * FROM (
    SELECT case_id, since, due, first, until, {_WAITS} AS waits FROM {name_of("worklists")} AS listed
    WHERE {{whose}} AND code = :code AND span = {{span}} AND (since, case_id) > (:since_{{span}}, :case_{{span}}) AND {_STANDS} {{which}}
    ORDER BY since, case_id LIMIT :limit
)"""

_WORKLIST_WAITING = f"""
SELECT listed.case_id, since, due, first, until, 1
FROM (SELECT DISTINCT case_id FROM set_aside WHERE status = 'open' AND case_id IS NOT NULL) AS aside
CROSS JOIN {name_of("worklists")} AS listed
WHERE listed.case_id = aside.case_id AND +{{whose}} AND +code = :code
AND (since, listed.case_id) > (:since_{LONGEST}, :case_{LONGEST}) AND {_STANDS}
ORDER BY since, listed.case_id LIMIT :limit"""
"""The plus keeps SQLite from the list's index, in which it would read the whole list for each case."""


def worklist_sizes(*, one_municipality: bool) -> str:
    """Count who stands on each list on a day, list by list and span by span."""
    return _WORKLIST_SIZES.format(whose="municipality = :municipality" if one_municipality else "nth = 0")


_WORKLIST_SIZES = f"""
SELECT code, count(*) FROM json_each(:codes) AS asked CROSS JOIN json_each(:starts) AS start CROSS JOIN {name_of("worklists")}
WHERE {{whose}} AND code = asked.value AND span = start.key AND since > start.value AND {_STANDS}
GROUP BY code ORDER BY code"""

MUNICIPALITIES = f"SELECT DISTINCT municipality FROM {name_of('authorities')} ORDER BY municipality"
"""Every municipality to which a case belongs."""

CASES_DUE_ON = f"SELECT DISTINCT case_id FROM {name_of('due_days')} WHERE due IN (SELECT value FROM json_each(?))"
"""Cases with a due date among the days."""

DAYS = f"""
SELECT list, deadline_id, day_first, min(coalesce(day_last, :day), :day), reason, rules FROM {name_of("days")}
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
