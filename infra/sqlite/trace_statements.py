"""The SQL of the notes on which trace brought what. They are no part of the log: they are made when traces are, and forgotten again."""

CREATE = "CREATE TABLE IF NOT EXISTS trace_contexts (last INTEGER PRIMARY KEY, first INTEGER NOT NULL, traceparent TEXT NOT NULL)"
"""A batch by its last and first position, and the W3C trace context of the transaction that stored it."""

INSERT = "INSERT INTO trace_contexts (last, first, traceparent) VALUES (:last, :first, :traceparent)"
"""Note a batch."""

FORGET = "DELETE FROM trace_contexts WHERE last <= (SELECT last FROM trace_contexts ORDER BY last DESC LIMIT 1 OFFSET 1000)"
"""Keep the last thousand batches."""

BETWEEN = "SELECT traceparent FROM trace_contexts WHERE last > :after AND first <= :end ORDER BY last DESC LIMIT 128"
"""The traces of a stretch of the log, the latest first."""
