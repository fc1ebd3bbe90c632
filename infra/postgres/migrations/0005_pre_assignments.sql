-- Which complaint handler has which case, and who said so.

-- Assignments in the order in which they were made; of those of one handler to one case the newest counts.
CREATE TABLE sagsspor.assignments (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at bigint NOT NULL,
    case_id text COLLATE "C" NOT NULL,
    handler text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    until bigint,
    given_by text COLLATE "C" NOT NULL
);
-- A handler's cases, and the newest word of each.
CREATE INDEX assignments_by_handler ON sagsspor.assignments (handler, case_id, number);
-- A case's handlers.
CREATE INDEX assignments_by_case ON sagsspor.assignments (case_id, number);

-- Assignments are only ever added to, whoever asks, the owner included: an end is a new row.
CREATE FUNCTION sagsspor.refuse_to_change_an_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Assignments are only added to: % of sagsspor.assignments is refused.', TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'End an assignment by adding one that ends.';
END $$;
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON sagsspor.assignments
    FOR EACH STATEMENT EXECUTE FUNCTION sagsspor.refuse_to_change_an_assignment();
ALTER TABLE sagsspor.assignments ENABLE ALWAYS TRIGGER only_added_to;

GRANT SELECT, INSERT ON sagsspor.assignments TO sagsspor_app;
