"""`sagsspor reopen`: which cases change, how, why, and what was looked at."""

import csv
import io
from pathlib import Path

import orjson
import pytest
from commanding import Sagsspor
from pyarrow import parquet
from story import CASE, MISSED_DEADLINE, SOURCE, event

MARCH = "--from 2022-03-01 --to 2022-03-31 --valid-on 2022-12-31"
OTHER = CASE.replace("1", "2")
NOT_A_TIME = event("B1", "jobnet-visited", "i går", {"effective": "2022-03-10"}, case=CASE.replace("1", "3"))


@pytest.fixture
def two_cases(sagsspor: Sagsspor, tmp_path: Path) -> Sagsspor:
    """Give the story's case, one whose days do not change, and one of which nothing could be taken."""
    booked = event(
        "O6",
        "interview-booked",
        "2022-03-08T09:00:00+01:00",
        {"effective": "2022-03-08", "booking_id": "B", "interview_at": "2022-03-20T10:00:00+01:00"},
        case=OTHER,
    )
    outage = event(
        "S1",
        "outage-recorded",
        "2022-03-02T09:00:00+01:00",
        {"effective": "2022-03-01", "from": "2022-03-01T09:00:00+01:00", "to": "2022-03-01T10:00:00+01:00"},
        case="jobnet",
    )
    others = [orjson.dumps({**orjson.loads(line), "subject": OTHER, "id": "O" + orjson.loads(line)["id"]}) for line in MISSED_DEADLINE[:5]]
    (tmp_path / "events.ndjson").write_bytes(b"\n".join([*MISSED_DEADLINE, *others, booked, outage, NOT_A_TIME]))
    assert 0 == sagsspor(f"ingest {tmp_path}/events.ndjson").code
    (tmp_path / "policy.yaml").write_text("count_end_day: true\n")
    return sagsspor


def test_the_list_names_the_case_its_days_and_why(two_cases: Sagsspor, tmp_path: Path):
    [row] = two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --json").json["cases"]

    assert (CASE, 2, 3, [], ["2022-03-11"], ["count_end_day"]) == tuple(
        row[key] for key in ("case", "days_before", "days_after", "removed", "added", "behind")
    )
    [change] = row["changes"]
    assert ("neither", "sanctionable") == (change["before"]["status"], change["after"]["status"])
    assert "R-2.5-7" in row["rules"]
    assert {"source": SOURCE, "id": "6"} in change["before"]["because"]


def test_everything_looked_at_and_left_out_is_counted(two_cases: Sagsspor, tmp_path: Path):
    counts = two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --json").json["counts"]

    assert {
        "looked_at": {"cases": 2, "events": 12, "system_events": 1},
        "changed": 1,
        "unchanged": 1,
        "days_removed": 0,
        "days_added": 1,
        "changed_with_events_set_aside": 0,
        "left_out": {"nothing_known": 0, "only_events_set_aside": 1},
    } == counts


def test_a_case_that_was_not_known_then_is_left_out_and_counted(two_cases: Sagsspor, tmp_path: Path):
    """On 10 January the cases were opened; on 1 January nobody had heard of them."""
    counts = two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --known-at 2022-01-01 --json").json["counts"]

    assert (0, {"nothing_known": 2, "only_events_set_aside": 1}) == (counts["looked_at"]["cases"], counts["left_out"])


def test_the_question_stands_with_the_answer(two_cases: Sagsspor, tmp_path: Path):
    question = two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --json").json["question"]

    assert ("2022-03-01", "2022-03-31", "2022-12-31", None, "registered", 13) == tuple(
        question[key] for key in ("from", "to", "valid_on", "known_at", "known_by", "position")
    )
    assert {"count_end_day": {"before": False, "after": True}} == question["differing"]


def test_several_processes_give_the_same_bytes(two_cases: Sagsspor, tmp_path: Path):
    alone, together = (two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --json --workers {n}").out for n in (1, 2))

    assert alone == together


def test_a_case_with_events_set_aside_is_marked(two_cases: Sagsspor, tmp_path: Path):
    (tmp_path / "bad.ndjson").write_bytes(event("B2", "jobnet-visited", "i går", {"effective": "2022-03-10"}))
    two_cases(f"ingest {tmp_path}/bad.ndjson")

    found = two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --json").json

    assert ([True], 1) == ([row["set_aside"] for row in found["cases"]], found["counts"]["changed_with_events_set_aside"])
    assert f"{CASE} !" in two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH}").text


def test_another_rule_set_is_asked_for_by_its_id(two_cases: Sagsspor):
    found = two_cases(f"reopen --rules 2016-09-01 {MARCH} --json").json

    assert [(CASE, 2, 0, ["rules"])] == [(row["case"], row["days_before"], row["days_after"], row["behind"]) for row in found["cases"]]


def test_two_policies_can_be_compared(two_cases: Sagsspor, tmp_path: Path):
    (tmp_path / "base.yaml").write_text("count_end_day: true\nday_calendar: weekdays\n")

    found = two_cases(f"reopen --policy {tmp_path}/policy.yaml --base-policy {tmp_path}/base.yaml {MARCH} --json").json

    assert ({"day_calendar": {"before": "weekdays", "after": "calendar"}}, []) == (found["question"]["differing"], found["cases"])


def test_people_see_the_list_and_what_was_looked_at(two_cases: Sagsspor, tmp_path: Path):
    told = two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH}").text

    assert f"{CASE} 2 → 3 11. marts 2022 count_end_day" in told
    assert "2 sager med 12 hændelser: dagene er andre i 1, de samme i 1." in told
    assert "Udeladt: 1 sag, hvor alle hændelser er lagt til side." in told


def test_csv_has_a_line_a_case_and_tells_the_counts_beside(two_cases: Sagsspor, tmp_path: Path):
    outcome = two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --format csv")

    [row] = csv.DictReader(io.StringIO(outcome.out.decode(), newline=""))
    assert (CASE, "false", "2", "3", "2022-03-11", "count_end_day") == tuple(
        row[key] for key in ("case", "set_aside", "days_before", "days_after", "added", "behind")
    )
    assert "dagene er andre i 1" in outcome.err


def test_parquet_has_the_same_columns_and_the_question_in_its_metadata(two_cases: Sagsspor, tmp_path: Path):
    outcome = two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --format parquet -o {tmp_path}/list.parquet")

    table = parquet.read_table(tmp_path / "list.parquet")
    assert (0, [CASE], [["2022-03-11"]]) == (outcome.code, table["case"].to_pylist(), table["added"].to_pylist())
    assert "2022-12-31" == orjson.loads(table.schema.metadata[b"sagsspor.question"])["valid_on"]
    assert 2 == orjson.loads(table.schema.metadata[b"sagsspor.counts"])["looked_at"]["cases"]


def test_json_in_a_file_is_what_would_be_printed(two_cases: Sagsspor, tmp_path: Path):
    printed = two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --format json").out
    two_cases(f"reopen --policy {tmp_path}/policy.yaml {MARCH} --format json -o {tmp_path}/list.json")

    assert printed == (tmp_path / "list.json").read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        MARCH,  # both readings are the standard
        "--rules 2020 --from 2022-03-01 --to 2022-03-31",
        "--rules 2016-09-01 --from 2022-03-31 --to 2022-03-01",
        f"--rules 2016-09-01 {MARCH} --format parquet",
        f"--rules 2016-09-01 {MARCH} -o list.txt",
        "--rules 2016-09-01 --from i-går --to 2022-03-01",
    ],
)
def test_a_question_that_cannot_be_asked_is_a_usage_error(two_cases: Sagsspor, arguments: str):
    assert 2 == two_cases(f"reopen {arguments}").code
