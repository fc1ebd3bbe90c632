"""The SQL of the notes on which trace brought what. They are no part of the log: they are made when traces are, and forgotten again.

The table lies with the views, which the application makes too, so that who has no traces has nothing to migrate.
"""

from infra.postgres.view_statements import SCHEMA

TABLE = f"{SCHEMA}.trace_contexts"

IS_THERE = f"SELECT to_regclass('{TABLE}') IS NOT NULL"
"""Whether the table has been made."""

CREATE = f"""
CREATE TABLE IF NOT EXISTS {TABLE} (last bigint PRIMARY KEY, first bigint NOT NULL, traceparent text COLLATE "C" NOT NULL)"""
"""A batch by its last and first position, and the W3C trace context of the transaction that stored it."""

INSERT = f"INSERT INTO {TABLE} (last, first, traceparent) VALUES (%(last)s, %(first)s, %(traceparent)s)"
"""Note a batch."""

FORGET = f"DELETE FROM {TABLE} WHERE last <= (SELECT last FROM {TABLE} ORDER BY last DESC LIMIT 1 OFFSET 1000)"
"""Keep the last thousand batches."""

BETWEEN = f"SELECT traceparent FROM {TABLE} WHERE last > %(after)s AND first <= %(end)s ORDER BY last DESC LIMIT 128"
"""The traces of a stretch of the log, the latest first."""
