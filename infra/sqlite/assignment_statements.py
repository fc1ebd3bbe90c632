"""Every SQL statement of the assignments, each with what it does."""

CREATE_ASSIGNMENTS = """
CREATE TABLE IF NOT EXISTS assignments (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    case_id TEXT NOT NULL,
    handler TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    given_by TEXT NOT NULL
)"""
"""Which complaint handler was given which case, in the order in which it was said."""

CREATE_BY_HANDLER = "CREATE INDEX IF NOT EXISTS assignments_by_handler ON assignments (handler, case_id, number)"
"""A handler's cases, and the newest word of each."""

CREATE_BY_CASE = "CREATE INDEX IF NOT EXISTS assignments_by_case ON assignments (case_id, number)"
"""A case's handlers."""

CREATE_GUARDS = tuple(
    f"CREATE TRIGGER IF NOT EXISTS assignments_no_{what.lower()} BEFORE {what} ON assignments "
    "BEGIN SELECT RAISE(ABORT, 'Assignments are only added to.'); END"
    for what in ("UPDATE", "DELETE")
)
"""What was assigned stays: an end is a new row."""

HAS_TABLE = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'assignments'"
"""Whether there is the table: not before the first assignment."""

INSERT_ASSIGNMENT = """
INSERT INTO assignments (at, case_id, handler, since, until, given_by) VALUES (?, ?, ?, ?, ?, ?) RETURNING number"""
"""Keep an assignment under the next number."""

_COLUMNS = "number, at, case_id, handler, since, until, given_by"

SELECT_NEWEST = f"SELECT {_COLUMNS} FROM assignments WHERE handler = ? AND case_id = ? ORDER BY number DESC LIMIT 1"
"""The newest assignment of a case to a handler."""

SELECT_OF_CASE = f"SELECT {_COLUMNS} FROM assignments WHERE case_id = ? ORDER BY number"
"""Every assignment of a case."""

SELECT_OF_HANDLER = f"""
SELECT {_COLUMNS} FROM assignments WHERE number IN (SELECT MAX(number) FROM assignments WHERE handler = ? GROUP BY case_id)
ORDER BY number"""
"""The newest assignment of each case to a handler."""
