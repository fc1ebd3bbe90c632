"""Every SQL statement of the tree and the seals, each with what it does."""

CREATE_TILES = """
CREATE TABLE IF NOT EXISTS seal_tiles (
    level INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hashes BLOB NOT NULL,
    PRIMARY KEY (level, number)
)"""
"""The Merkle tree over the log: 256 hashes a row."""

CREATE_SEALS = "CREATE TABLE IF NOT EXISTS seals (number INTEGER PRIMARY KEY, made INTEGER NOT NULL, note TEXT NOT NULL)"
"""The signed checkpoints in their order."""

TABLES = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('seal_tiles', 'seals')"
"""How many of the two tables there are: none before the first seal."""

LEAF_ROWS = """
SELECT notification_id, events.originator_id, topic, sources.source, event_id, effective, day, registered, received, state,
    cases.originator_id IS events.originator_id AND (originator_version = notification_id OR events.source IS NULL)
FROM events NOT INDEXED
LEFT JOIN cases ON cases.number = case_number
LEFT JOIN sources ON sources.number = events.source
WHERE notification_id > ? AND notification_id <= ? ORDER BY notification_id LIMIT ?"""
"""A stretch of the log, and whether the columns by which a case finds its events say the same as the event."""

SELECT_TREE_SIZE = "SELECT number * 256 + length(hashes) / 32 FROM seal_tiles WHERE level = 0 ORDER BY number DESC LIMIT 1"
"""How many leaves the tree has."""

SELECT_TILES = "SELECT number, CAST(hashes AS BLOB) FROM seal_tiles WHERE level = ? AND number >= ? AND number < ?"
"""Tiles of a level."""

KEEP_TILE = """
INSERT INTO seal_tiles (level, number, hashes) VALUES (:level, :number, :hashes)
ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes
WHERE substr(excluded.hashes, 1, length(hashes)) = hashes"""
"""Keep a tile, or let it grow. A tile that does not begin with what is kept changes nothing."""

INSERT_SEAL = "INSERT INTO seals (number, made, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
"""Keep a seal under the next number."""

SELECT_SEALS = "SELECT number, made, CAST(note AS TEXT) FROM seals ORDER BY number"
"""Every seal."""

SELECT_LAST_SEAL = "SELECT number, made, CAST(note AS TEXT) FROM seals ORDER BY number DESC LIMIT 1"
"""The newest seal."""

CHECKS = ("PRAGMA integrity_check(events)", "PRAGMA integrity_check(cases)", "PRAGMA integrity_check(sources)")
"""What SQLite finds wrong with the tables of the log and their indexes."""
