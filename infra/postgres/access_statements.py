"""Every SQL statement of the log of reads in PostgreSQL, each with what it does."""

LOCK_ACCESSES = "SELECT pg_advisory_xact_lock(1935763315, 3)"
"""Wait until nobody else adds to the log of reads. Its end must be read afterwards by a statement of its own: this one sees
the log as it was before it waited."""

SELECT_HEAD = "SELECT number, hash FROM sagsspor.accesses ORDER BY number DESC LIMIT 1"
"""Where the log ends."""

INSERT_ACCESSES = """
INSERT INTO sagsspor.accesses (number, at, who, role, case_id, purpose, what, position, hash)
SELECT * FROM unnest(%b::bigint[], %b::bigint[], %b::text[], %b::text[], %b::text[], %b::text[], %b::text[], %b::bigint[], %b::bytea[])"""
"""Add entries."""

_COLUMNS = "number, at, who, role, case_id, purpose, what, position, hash"

SELECT_ALL = f"SELECT {_COLUMNS} FROM sagsspor.accesses WHERE number > %s ORDER BY number LIMIT %s"
"""A stretch of the log."""

SELECT_OF_CASE = f"SELECT {_COLUMNS} FROM sagsspor.accesses WHERE case_id = %s AND number > %s ORDER BY number LIMIT %s"
"""A stretch of who read a case."""
