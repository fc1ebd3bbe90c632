"""Every SQL statement of the PostgreSQL store, each with what it does. The tables are made by the migrations."""

SCHEMA = "sagsspor"
ROLE = "sagsspor_app"
CHANNEL = "sagsspor_events"
"""Where the commit of new events is told."""

SET_UP_CONNECTION = f"""
SET ROLE {ROLE};
SET lock_timeout = '{{lock_timeout}}s';
SET idle_in_transaction_session_timeout = '{{idle_timeout}}s';
SET plan_cache_mode = force_custom_plan;
SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3"""
"""Whoever logs in works with the application's rights alone, and what it makes belongs to them all. A client that stops
inside a transaction loses it, and so does one whose machine is gone. A plan made while a table was empty is not kept."""

TRY_LOCK_WRITER = "SELECT pg_try_advisory_xact_lock(1935763315, 1)"
"""Whether nobody else writes to the log or waits to."""

LOCK_WRITER = "SELECT pg_advisory_xact_lock(1935763315, 1)"
"""Wait until nobody else writes to the log. A lock on the table would wait behind VACUUM. What is read afterwards must be read
by a statement of its own: this one sees the log as it was before it waited."""

LOCK_MIGRATIONS = "SELECT pg_advisory_lock(1935763315, 2)"
"""Wait until nobody else migrates; kept until the connection closes."""

END_STOPPED_WRITER = """
SELECT pg_terminate_backend(activity.pid) FROM pg_locks JOIN pg_stat_activity AS activity USING (pid)
WHERE locktype = 'advisory' AND granted AND classid = 1935763315 AND objid = 1
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
AND state = 'active' AND wait_event = 'ClientRead' AND query_start < clock_timestamp() - make_interval(secs => %s)"""
"""End whoever holds the writer's lock in the middle of sending events and has sent none for so long. No timeout of the server
covers that."""

SELECT_LAYOUT = "SELECT number, stage, name, checksum FROM sagsspor.migrations ORDER BY number"
"""The migrations that have been run."""

HAS_LAYOUT = "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'sagsspor' AND tablename = 'migrations')"
"""Whether any migration has been run. Everybody may ask."""

CREATE_LAYOUT = """
CREATE SCHEMA IF NOT EXISTS sagsspor;
CREATE TABLE IF NOT EXISTS sagsspor.migrations (
    number integer PRIMARY KEY,
    stage text NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    done timestamptz NOT NULL DEFAULT now()
)"""
"""Where migrations are noted."""

INSERT_MIGRATION = "INSERT INTO sagsspor.migrations (number, stage, name, checksum) VALUES (%s, %s, %s, %s)"
"""Note a migration in the transaction that ran it."""

IS_MEMBER = "SELECT pg_has_role(current_user, oid, 'MEMBER') FROM pg_roles WHERE rolname = %s"
"""Whether who logged in may take on a role; no row when there is no such role."""

CLAIM_PLACE = """
INSERT INTO sagsspor.places AS place (name, epoch) VALUES (%s, 1)
ON CONFLICT (name) DO UPDATE SET epoch = place.epoch + 1 RETURNING name, epoch, position"""
"""Take a source over from whoever had it."""

ADVANCE_PLACE = """
UPDATE sagsspor.places SET position = %(next)s
WHERE name = %(name)s AND epoch = %(epoch)s AND position IS NOT DISTINCT FROM %(position)s"""
"""Move on in a source that nobody else has claimed or moved since."""

INSERT_SOURCES = "INSERT INTO sagsspor.sources (source) SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING"
"""Give publishers their numbers."""

SELECT_SOURCES = "SELECT number, source FROM sagsspor.sources"
"""All publishers."""

SELECT_HEAD = "SELECT notification_id, received FROM sagsspor.events ORDER BY notification_id DESC LIMIT 1"
"""The last position, and when its event was received."""

SELECT_LAST = "SELECT max(notification_id) FROM sagsspor.events"
"""The last position, or null."""

SELECT_STORED = """
SELECT asked.n FROM unnest(%b::int[], %b::text[]) WITH ORDINALITY AS asked (source, event_id, n),
LATERAL (SELECT FROM sagsspor.events WHERE source = asked.source AND event_id = asked.event_id LIMIT 1) AS stored"""
"""Which of the events are stored, by their number in the question. The limit keeps the planner to one look in the index each."""

COPY_EVENTS = """
COPY sagsspor.events
(notification_id, originator_id, originator_version, topic, source, event_id, effective, day, registered, received, state)
FROM STDIN (FORMAT BINARY)"""
"""Append checked events at given positions. The version within the case is the position: it rises, and needs no reading first."""

COPY_TYPES = ("int8", "text", "int8", "text", "int4", "text", "int8", "text", "int8", "int8", "bytea")
"""The types of those columns."""

NOTIFY = f"SELECT pg_notify('{CHANNEL}', '')"
"""Tell those who follow the log, once this is committed."""

INSERT_STORED_EVENTS = """
INSERT INTO sagsspor.events (notification_id, originator_id, originator_version, topic, state)
SELECT last + n, id, version, topic, state
FROM (SELECT coalesce(max(notification_id), 0) AS last FROM sagsspor.events) AS head,
unnest(%b::text[], %b::bigint[], %b::text[], %b::bytea[]) WITH ORDINALITY AS event (id, version, topic, state, n)
ORDER BY n RETURNING notification_id"""
"""Append events through the library's interface."""

_FACT = "originator_id, topic, source, event_id, effective, day, registered, received, state"
_COLUMNS = f"notification_id, {_FACT}"

SELECT_BY_KEY = f"""
SELECT {_COLUMNS} FROM sagsspor.events
WHERE source = (SELECT number FROM sagsspor.sources WHERE source = %s) AND event_id = %s"""
"""One event by its publisher and id."""

SELECT_BY_KEYS = f"""
SELECT {_COLUMNS} FROM unnest(%b::int[], %b::text[]) AS asked (a, b),
LATERAL (SELECT * FROM sagsspor.events WHERE source = asked.a AND event_id = asked.b LIMIT 1) AS stored"""
"""Those of the events that are stored."""

SELECT_LOG = f"SELECT {_COLUMNS} FROM sagsspor.events WHERE notification_id > %s ORDER BY notification_id LIMIT %s"
"""A stretch of the log."""

SELECT_CASE = f"SELECT {_COLUMNS} FROM sagsspor.events WHERE originator_id = %s ORDER BY originator_version"
"""One case's events."""

SELECT_SOME_CASES = f"""
SELECT {_COLUMNS} FROM sagsspor.events WHERE originator_id = ANY (%s) AND notification_id <= %s
ORDER BY originator_id, originator_version"""
"""The events of some cases, case by case."""

SELECT_PAGE = f"""
SELECT originator_version, {_FACT} FROM sagsspor.events
WHERE (originator_id, originator_version) > (%(case)s, %(version)s) AND originator_id < %(before)s
AND originator_id <> 'jobnet' AND notification_id <= %(until)s
ORDER BY originator_id, originator_version LIMIT %(limit)s"""
"""A page of the log case by case, after an event and before a case."""

SELECT_CASES = """SELECT DISTINCT originator_id FROM sagsspor.events WHERE originator_id <> 'jobnet' ORDER BY originator_id"""
"""Every case."""

COUNT_EVENTS = "SELECT count(*) FROM sagsspor.events"
"""How many events the log holds."""

INSERT_SET_ASIDE = """
INSERT INTO sagsspor.set_aside (received, raw, code, message, source, event_id, case_id)
SELECT %s, raw, code, message, source, event_id, case_id
FROM unnest(%s::bytea[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[]) WITH ORDINALITY
AS event (raw, code, message, source, event_id, case_id, n) ORDER BY n RETURNING number"""
"""Keep events that could not be taken."""

UPDATE_REASON = "UPDATE sagsspor.set_aside SET code = %s, message = %s, source = %s, event_id = %s, case_id = %s WHERE number = %s"
"""Say anew why an event is set aside."""

UPDATE_RESENT = "UPDATE sagsspor.set_aside SET status = 'resent', mended = %s WHERE number = %s AND status = 'open'"
"""Say that a set-aside event was taken after all."""

SELECT_SET_ASIDE = """
SELECT number, received, raw, code, message, source, event_id, case_id, status, mended FROM sagsspor.set_aside
WHERE number > %(after)s AND (%(status)s::text IS NULL OR status = %(status)s)
AND (%(numbers)s::bigint[] IS NULL OR number = ANY (%(numbers)s))
AND (%(case)s::text IS NULL OR case_id = %(case)s)
ORDER BY number LIMIT %(limit)s"""
"""Set-aside events by number."""

SELECT_HEARD = """
WITH lately AS (
    SELECT source, count(*) AS events, max(notification_id) AS last FROM sagsspor.events WHERE notification_id > %s GROUP BY source
)
SELECT sources.source, coalesce(lately.events, 0), last.registered, last.received FROM sagsspor.sources
LEFT JOIN lately ON lately.source = sources.number
LEFT JOIN sagsspor.events AS last ON last.notification_id = lately.last
ORDER BY sources.source"""
"""Each publisher with the last event it has sent after a position, and how many."""

COUNT_OPEN_SET_ASIDE = "SELECT count(*) FROM sagsspor.set_aside WHERE status = 'open'"
"""How many events wait to be mended."""

COUNT_SET_ASIDE = "SELECT status, code, count(*) FROM sagsspor.set_aside GROUP BY status, code"
"""How many events are set aside, by status and reason."""

SELECT_TRACKING = "SELECT notification_id FROM sagsspor.tracking WHERE application_name = %s"
"""How far a reader has come."""
