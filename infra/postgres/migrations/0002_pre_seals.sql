-- The Merkle tree over the log, and the signed checkpoints of it.

-- 256 hashes a row; the last row of a level grows.
CREATE TABLE sagsspor.seal_tiles (
    level integer NOT NULL,
    number bigint NOT NULL,
    hashes bytea NOT NULL,
    PRIMARY KEY (level, number)
);

-- The signed checkpoints in their order.
CREATE TABLE sagsspor.seals (
    number bigint PRIMARY KEY,
    made bigint NOT NULL,
    note text NOT NULL
);

-- The tree and the seals are only added to, whoever asks, the owner included.
CREATE FUNCTION sagsspor.refuse_to_change_a_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The tree and the seals are only added to: % of sagsspor.% is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege', HINT = 'See what is wrong with sagsspor verify.';
END $$;
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON sagsspor.seals
    FOR EACH STATEMENT EXECUTE FUNCTION sagsspor.refuse_to_change_a_seal();
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON sagsspor.seal_tiles
    FOR EACH STATEMENT EXECUTE FUNCTION sagsspor.refuse_to_change_a_seal();
CREATE TRIGGER only_grows BEFORE UPDATE ON sagsspor.seal_tiles FOR EACH ROW
    WHEN (substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes OR (NEW.level, NEW.number) <> (OLD.level, OLD.number))
    EXECUTE FUNCTION sagsspor.refuse_to_change_a_seal();
ALTER TABLE sagsspor.seals ENABLE ALWAYS TRIGGER only_added_to;
ALTER TABLE sagsspor.seal_tiles ENABLE ALWAYS TRIGGER never_removed;
ALTER TABLE sagsspor.seal_tiles ENABLE ALWAYS TRIGGER only_grows;

GRANT SELECT, INSERT ON sagsspor.seals TO sagsspor_app;
GRANT SELECT, INSERT, UPDATE (hashes) ON sagsspor.seal_tiles TO sagsspor_app;
