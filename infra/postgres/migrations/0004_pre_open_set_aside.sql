-- Which cases wait for a set-aside event is asked for every case shown on a worklist.
CREATE INDEX set_aside_open_by_case ON sagsspor.set_aside (case_id) WHERE status = 'open' AND case_id IS NOT NULL;
