-- The log, what was set aside, how far each source has been read, and who may do what with them.

-- Everybody who runs Sagsspor is a member of this role. It owns no table, so it can give itself no right.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sagsspor_app') THEN
        CREATE ROLE sagsspor_app NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;  -- roles belong to the whole server: another database has just made it
END $$;

-- Each publisher's name once: it stands in every row of the log and of its key.
CREATE TABLE sagsspor.sources (
    number integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    source text COLLATE "C" NOT NULL UNIQUE
);

-- The log in the order of reception. The middle columns are empty only in rows written through the library's own interface.
-- `source` is a number in `sources`, without a foreign key: it would be checked row by row, a third of what an append costs.
CREATE TABLE sagsspor.events (
    notification_id bigint NOT NULL,
    originator_id text COLLATE "C" NOT NULL,
    originator_version bigint NOT NULL,
    topic text COLLATE "C" NOT NULL,
    source integer,
    event_id text COLLATE "C",
    effective bigint,
    day text COLLATE "C",
    registered bigint,
    received bigint,
    state bytea NOT NULL,
    CONSTRAINT events_by_position PRIMARY KEY (notification_id),
    CONSTRAINT events_by_case UNIQUE (originator_id, originator_version),
    CONSTRAINT events_by_key UNIQUE (source, event_id)
);

-- The log is only ever added to, whoever asks, the owner included.
CREATE FUNCTION sagsspor.refuse_to_change_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log is only added to: % of sagsspor.events is refused.', TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'Correct a fact by an event of its own.';
END $$;
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON sagsspor.events
    FOR EACH STATEMENT EXECUTE FUNCTION sagsspor.refuse_to_change_the_log();
ALTER TABLE sagsspor.events ENABLE ALWAYS TRIGGER only_added_to;

-- Events that could not be taken; never deleted.
CREATE TABLE sagsspor.set_aside (
    number bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    received bigint NOT NULL,
    raw bytea NOT NULL,
    code text COLLATE "C" NOT NULL,
    message text NOT NULL,
    source text COLLATE "C",
    event_id text COLLATE "C",
    case_id text COLLATE "C",
    status text COLLATE "C" NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'resent')),
    mended bytea
);
-- The open ones first to be found.
CREATE INDEX set_aside_by_status ON sagsspor.set_aside (status, number);
-- What a case misses.
CREATE INDEX set_aside_by_case ON sagsspor.set_aside (case_id, number) WHERE case_id IS NOT NULL;

-- How far each source has been read, and by which claim.
CREATE TABLE sagsspor.places (
    name text COLLATE "C" PRIMARY KEY,
    epoch bigint NOT NULL,
    position bigint
);

-- How far in the log each reader has come.
CREATE TABLE sagsspor.tracking (
    application_name text COLLATE "C" PRIMARY KEY,
    notification_id bigint NOT NULL
);

-- The views are made anew and swapped by the application, in a schema where nothing else lies.
CREATE SCHEMA sagsspor_views;

GRANT USAGE ON SCHEMA sagsspor TO sagsspor_app;
GRANT USAGE, CREATE ON SCHEMA sagsspor_views TO sagsspor_app;
GRANT SELECT ON sagsspor.migrations TO sagsspor_app;
GRANT SELECT, INSERT ON sagsspor.sources, sagsspor.events TO sagsspor_app;
GRANT SELECT, INSERT, UPDATE (code, message, source, event_id, case_id, status, mended) ON sagsspor.set_aside TO sagsspor_app;
GRANT SELECT, INSERT, UPDATE ON sagsspor.places, sagsspor.tracking TO sagsspor_app;
