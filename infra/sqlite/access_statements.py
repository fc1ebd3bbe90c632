"""Every SQL statement of the embedded log of reads, each with what it does."""

LAYOUT = 1
"""The number of this layout, kept in the file's `user_version`."""

CREATE_ACCESSES = """
CREATE TABLE IF NOT EXISTS accesses (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    role TEXT NOT NULL,
    case_id TEXT,
    purpose TEXT NOT NULL,
    what TEXT NOT NULL,
    position INTEGER,
    hash BLOB NOT NULL
)"""
"""Reads in the order in which they were noted."""

CREATE_ACCESSES_BY_CASE = "CREATE INDEX IF NOT EXISTS accesses_by_case ON accesses (case_id, number) WHERE case_id IS NOT NULL"
"""Who read a case."""

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'The log of reads is only added to.'); END"

CREATE_GUARDS = (
    f"CREATE TRIGGER IF NOT EXISTS never_changed BEFORE UPDATE ON accesses {_REFUSE}",
    f"CREATE TRIGGER IF NOT EXISTS never_removed BEFORE DELETE ON accesses {_REFUSE}",
    f"""CREATE TRIGGER IF NOT EXISTS only_added_at_the_end BEFORE INSERT ON accesses
    WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM accesses) {_REFUSE}""",
)
"""The log is only added to. The third refuses `INSERT OR REPLACE` too, which removes a row without asking the second."""

SELECT_HEAD = "SELECT number, hash FROM accesses ORDER BY number DESC LIMIT 1"
"""Where the log ends."""

INSERT_ACCESS = """
INSERT INTO accesses (number, at, who, role, case_id, purpose, what, position, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
"""Add an entry."""

_COLUMNS = "number, at, who, role, case_id, purpose, what, position, hash"

SELECT_ALL = f"SELECT {_COLUMNS} FROM accesses WHERE number > ? ORDER BY number LIMIT ?"
"""A stretch of the log."""

SELECT_OF_CASE = f"SELECT {_COLUMNS} FROM accesses WHERE case_id = ? AND number > ? ORDER BY number LIMIT ?"
"""A stretch of who read a case."""
