"""Every SQL statement of the tree and the seals in PostgreSQL, each with what it does."""

LEAF_ROWS = """
SELECT notification_id, originator_id, topic, sources.source, event_id, effective, day, registered, received, state,
    originator_version = notification_id OR events.source IS NULL
FROM sagsspor.events AS events
LEFT JOIN sagsspor.sources AS sources ON sources.number = events.source
WHERE notification_id > %s AND notification_id <= %s ORDER BY notification_id LIMIT %s"""
"""A stretch of the log, and whether the column by which a case puts its events in order says the same as the event's position."""

SELECT_TREE_SIZE = "SELECT number * 256 + length(hashes) / 32 FROM sagsspor.seal_tiles WHERE level = 0 ORDER BY number DESC LIMIT 1"
"""How many leaves the tree has."""

SELECT_TILES = "SELECT number, hashes FROM sagsspor.seal_tiles WHERE level = %s AND number >= %s AND number < %s"
"""Tiles of a level."""

KEEP_TILE = """
INSERT INTO sagsspor.seal_tiles AS kept (level, number, hashes) VALUES (%(level)s, %(number)s, %(hashes)s)
ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
WHERE substr(excluded.hashes, 1, length(kept.hashes)) = kept.hashes"""
"""Keep a tile, or let it grow. A tile that does not begin with what is kept changes nothing."""

INSERT_SEAL = "INSERT INTO sagsspor.seals (number, made, note) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
"""Keep a seal under the next number."""

SELECT_SEALS = "SELECT number, made, note FROM sagsspor.seals ORDER BY number"
"""Every seal."""

SELECT_LAST_SEAL = "SELECT number, made, note FROM sagsspor.seals ORDER BY number DESC LIMIT 1"
"""The newest seal."""
