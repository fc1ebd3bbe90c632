-- The log of reads: who read which case, when, and for what purpose.

-- Entries in the order in which they were noted, each with a hash over its content and the hash before it.
CREATE TABLE sagsspor.accesses (
    number bigint PRIMARY KEY,
    at bigint NOT NULL,
    who text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    case_id text COLLATE "C",
    purpose text COLLATE "C" NOT NULL,
    what text COLLATE "C" NOT NULL,
    position bigint,
    hash bytea NOT NULL
);
-- Who read a case.
CREATE INDEX accesses_by_case ON sagsspor.accesses (case_id, number) WHERE case_id IS NOT NULL;

-- The log of reads is only ever added to, whoever asks, the owner included.
CREATE FUNCTION sagsspor.refuse_to_change_an_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The log of reads is only added to: % of sagsspor.accesses is refused.', TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'See whether it is whole with sagsspor access-log --check.';
END $$;
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON sagsspor.accesses
    FOR EACH STATEMENT EXECUTE FUNCTION sagsspor.refuse_to_change_an_access();
ALTER TABLE sagsspor.accesses ENABLE ALWAYS TRIGGER only_added_to;

GRANT SELECT, INSERT ON sagsspor.accesses TO sagsspor_app;
