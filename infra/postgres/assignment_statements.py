"""Every SQL statement of the assignments in PostgreSQL, each with what it does."""

INSERT_ASSIGNMENT = """
INSERT INTO sagsspor.assignments (at, case_id, handler, since, until, given_by) VALUES (%s, %s, %s, %s, %s, %s) RETURNING number"""
"""Keep an assignment under the next number."""

_COLUMNS = "number, at, case_id, handler, since, until, given_by"

SELECT_NEWEST = f"SELECT {_COLUMNS} FROM sagsspor.assignments WHERE handler = %s AND case_id = %s ORDER BY number DESC LIMIT 1"
"""The newest assignment of a case to a handler."""

SELECT_OF_CASE = f"SELECT {_COLUMNS} FROM sagsspor.assignments WHERE case_id = %s ORDER BY number"
"""Every assignment of a case."""

SELECT_OF_HANDLER = f"""
SELECT {_COLUMNS} FROM sagsspor.assignments
WHERE number IN (SELECT MAX(number) FROM sagsspor.assignments WHERE handler = %s GROUP BY case_id) ORDER BY number"""
"""The newest assignment of each case to a handler."""
