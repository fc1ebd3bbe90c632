"""Every SQL statement of the embedded store, each with what it does."""

PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -32768",
    "PRAGMA mmap_size = 134217728",
    "PRAGMA wal_autocheckpoint = 16384",
)
"""A commit is on the disk when it returns; 32 MiB of cache a connection, and 128 MiB of the
file mapped so that a case spread over the log is read without copying pages; the write-ahead log is folded in at 128 MiB."""

NEW_FILE_PRAGMAS = ("PRAGMA page_size = 8192", "PRAGMA journal_mode = WAL")
"""New events fall on pages all over the indexes; a commit writes fewer of them, and goes down fewer levels, when they are larger."""

LAYOUT = 3
"""The number of this layout, kept in the file's `user_version`."""

CREATE_EVENTS = """
CREATE TABLE IF NOT EXISTS events (
    notification_id INTEGER PRIMARY KEY,
    case_number INTEGER NOT NULL,
    originator_id TEXT NOT NULL,
    originator_version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    source INTEGER REFERENCES sources (number),
    event_id TEXT,
    effective INTEGER,
    day TEXT,
    registered INTEGER,
    received INTEGER,
    state BLOB NOT NULL
)"""
"""The log in the order of reception. The middle columns are empty only in rows written through the library's own interface."""

CREATE_EVENTS_BY_CASE = "CREATE UNIQUE INDEX IF NOT EXISTS events_by_case ON events (case_number, originator_version)"
"""A case's events in their order in the log. By number, an entry is a quarter of what it is by UUID, and cases of one time lie together."""

CREATE_EVENTS_BY_KEY = "CREATE UNIQUE INDEX IF NOT EXISTS events_by_key ON events (source, event_id)"
"""The idempotency key."""

CREATE_SOURCES = "CREATE TABLE IF NOT EXISTS sources (number INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE)"
"""Each publisher's name once: it stands in every row of the log and of its key."""

CREATE_CASES = "CREATE TABLE IF NOT EXISTS cases (number INTEGER PRIMARY KEY, originator_id TEXT NOT NULL UNIQUE)"
"""Each case once, with the number under which its events are found; `jobnet` is one too."""

CREATE_SET_ASIDE = """
CREATE TABLE IF NOT EXISTS set_aside (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    received INTEGER NOT NULL,
    raw BLOB NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    source TEXT,
    event_id TEXT,
    case_id TEXT,
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'resent')),
    mended BLOB
)"""
"""Events that could not be taken; never deleted."""

CREATE_SET_ASIDE_BY_STATUS = "CREATE INDEX IF NOT EXISTS set_aside_by_status ON set_aside (status, number)"
"""The open ones first to be found."""

CREATE_SET_ASIDE_BY_CASE = "CREATE INDEX IF NOT EXISTS set_aside_by_case ON set_aside (case_id, number) WHERE case_id IS NOT NULL"
"""What a case misses."""

CREATE_PLACES = """
CREATE TABLE IF NOT EXISTS places (
    name TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    position INTEGER
) WITHOUT ROWID"""
"""How far each source has been read, and by which claim."""

CLAIM_PLACE = """
INSERT INTO places (name, epoch) VALUES (?, 1)
ON CONFLICT (name) DO UPDATE SET epoch = epoch + 1 RETURNING name, epoch, position"""
"""Take a source over from whoever had it."""

ADVANCE_PLACE = "UPDATE places SET position = :next WHERE name = :name AND epoch = :epoch AND position IS :position"
"""Move on in a source that nobody else has claimed or moved since."""

_CASE_NUMBER = "(SELECT number FROM cases WHERE originator_id = ?)"

INSERT_STORED_EVENT = """
INSERT INTO events (case_number, originator_id, originator_version, topic, state)
VALUES ((SELECT number FROM cases WHERE originator_id = ?1), ?1, ?2, ?3, ?4)"""
"""Append one event through the library's interface."""

INSERT_EVENTS = """
INSERT INTO events
    (notification_id, case_number, originator_id, originator_version, topic, source, event_id, effective, day, registered, received, state)
VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (source, event_id) DO NOTHING"""
"""Append checked events at given positions. The version within the case is the position: it rises, and needs no reading first."""

INSERT_SOURCES = "INSERT INTO sources (source) VALUES (?) ON CONFLICT DO NOTHING"
"""Give a publisher its number."""

INSERT_CASES = "INSERT INTO cases (originator_id) VALUES (?) ON CONFLICT DO NOTHING"
"""Give a case its number."""

SELECT_CASE_NUMBERS = "SELECT originator_id, number FROM cases WHERE originator_id IN (SELECT value FROM json_each(?))"
"""The numbers of some cases."""

SELECT_SOURCES = "SELECT number, source FROM sources"
"""All publishers."""

SELECT_HEAD = "SELECT notification_id, received FROM events ORDER BY notification_id DESC LIMIT 1"
"""The last position, and when its event was received."""

_COLUMNS = "notification_id, originator_id, topic, source, event_id, effective, day, registered, received, state"

SELECT_BY_KEY = f"SELECT {_COLUMNS} FROM events WHERE source = (SELECT number FROM sources WHERE source = ?) AND event_id = ?"
"""One event by its publisher and id."""

SELECT_LOG = f"SELECT {_COLUMNS} FROM events WHERE notification_id > ? ORDER BY notification_id LIMIT ?"
"""A stretch of the log."""

SELECT_CASE = f"SELECT {_COLUMNS} FROM events WHERE case_number = {_CASE_NUMBER} AND notification_id <= ? ORDER BY originator_version"
"""One case's events."""

SELECT_BY_NUMBER = f"SELECT {_COLUMNS} FROM events WHERE case_number = ? AND notification_id <= ? ORDER BY originator_version"
"""The events of the case with a number."""

SELECT_STORED_EVENTS = f"SELECT * FROM events WHERE case_number = {_CASE_NUMBER} "
"""One case's events for the library, which adds conditions and the order."""

SELECT_SOME_CASES = """
SELECT number, originator_id FROM cases
WHERE originator_id >= ? AND originator_id > ? AND originator_id < ? AND originator_id <> 'jobnet' ORDER BY originator_id LIMIT ?"""
"""A page of the cases from one on, after another, and before a third."""

SELECT_CASES = """
SELECT originator_id FROM cases
WHERE originator_id <> 'jobnet' AND EXISTS (SELECT 1 FROM events WHERE case_number = number) ORDER BY originator_id"""
"""Every case. One has a number and no events when all that came of it was a conflict."""

COUNT_EVENTS = "SELECT COUNT(*) FROM events"
"""How many events the log holds."""

SELECT_NOTIFICATIONS = """
SELECT notification_id, originator_id, originator_version, topic, state FROM events
WHERE notification_id >= ? AND notification_id <= ?{topics} ORDER BY notification_id LIMIT ?"""
"""A stretch of the log for the library's readers."""

SELECT_MAX_POSITION = "SELECT MAX(notification_id) FROM events"
"""The last position, or null."""

SELECT_HEARD = """
WITH lately AS (
    SELECT source, count(*) AS events, max(notification_id) AS last FROM events WHERE notification_id > ? GROUP BY source
)
SELECT sources.source, coalesce(lately.events, 0), last.registered, last.received FROM sources
LEFT JOIN lately ON lately.source = sources.number
LEFT JOIN events AS last ON last.notification_id = lately.last
ORDER BY sources.source"""
"""Each publisher with the last event it has sent after a position, and how many."""

INSERT_SET_ASIDE = (
    "INSERT INTO set_aside (received, raw, code, message, source, event_id, case_id) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING number"
)
"""Keep an event that could not be taken."""

UPDATE_REASON = "UPDATE set_aside SET code = ?, message = ?, source = ?, event_id = ?, case_id = ? WHERE number = ?"
"""Say anew why an event is set aside."""

UPDATE_RESENT = "UPDATE set_aside SET status = 'resent', mended = ? WHERE number = ? AND status = 'open'"
"""Say that a set-aside event was taken after all."""

SELECT_SET_ASIDE = """
SELECT number, received, raw, code, message, source, event_id, case_id, status, mended FROM set_aside
WHERE number > :after AND (:status IS NULL OR status = :status)
AND (:numbers IS NULL OR number IN (SELECT value FROM json_each(:numbers)))
AND (:case IS NULL OR case_id = :case)
ORDER BY number LIMIT :limit"""
"""Set-aside events by number."""

COUNT_OPEN_SET_ASIDE = "SELECT count(*) FROM set_aside WHERE status = 'open'"
"""How many events wait to be mended."""

COUNT_SET_ASIDE = "SELECT status, code, COUNT(*) FROM set_aside GROUP BY status, code"
"""How many events are set aside, by status and reason."""
