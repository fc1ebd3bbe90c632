from pathlib import Path

import pytest
from commanding import Sagsspor
from pyarrow import parquet
from story import CASE, MISSED_DEADLINE, event


def test_a_worklist_names_the_cases_on_a_day(a_case: Sagsspor):
    a_case("project")

    rows = a_case("worklist assess_consequence --on 2022-03-12 --json").json

    assert [(CASE, "2022-03-10")] == [(row["case"], row["since"]) for row in rows]


def test_a_worklist_marks_the_cases_of_which_events_are_set_aside(a_case: Sagsspor, tmp_path: Path):
    bad = tmp_path / "bad.ndjson"
    bad.write_bytes(event("B1", "jobnet-visited", "i går", {"effective": "2022-03-10"}))
    a_case("project")
    before = a_case("worklist assess_consequence --on 2022-03-12 --json").json
    a_case(f"ingest {bad}")

    assert [False] == [row["set_aside"] for row in before]
    assert [True] == [row["set_aside"] for row in a_case("worklist assess_consequence --on 2022-03-12 --json").json]
    assert "hændelser lagt til side" in a_case("worklist assess_consequence --on 2022-03-12").text


def test_worklists_that_are_not_built_say_so(a_case: Sagsspor):
    assert "sagsspor rebuild" in a_case("worklist assess_consequence").err


def test_a_worklist_that_lags_behind_the_log_says_so(a_case: Sagsspor, tmp_path: Path):
    a_case("project")
    new = tmp_path / "new.ndjson"
    new.write_bytes(event("N1", "jobnet-visited", "2022-03-10T09:00:00+01:00", {"effective": "2022-03-10"}))
    a_case(f"ingest {new}")

    assert "de seneste 1 hændelser" in a_case("worklist assess_consequence").err


def test_rebuilt_lists_say_the_same(a_case: Sagsspor):
    a_case("project")
    before = a_case("worklist assess_consequence --on 2022-03-12 --json").out

    assert {"events": 6, "cases": 1, "position": 6} == a_case("rebuild --json").json
    assert before == a_case("worklist assess_consequence --on 2022-03-12 --json").out


def test_without_a_name_all_lists_are_counted(a_case: Sagsspor):
    a_case("project")

    sizes = {row["name"]: row["cases"] for row in a_case("worklist --on 2022-03-12 --json").json}

    assert (18, 1) == (len(sizes), sizes["assess_consequence"])


@pytest.mark.parametrize(("code", "cases"), [("0000", 1), ("000", 1), ("0751", 0)])
def test_a_worklist_may_be_one_municipality_s(a_case: Sagsspor, code: str, cases: int):
    a_case("project")
    day = "--on 2022-03-12 --json"

    assert cases == len(a_case(f"worklist assess_consequence {day} --municipality {code}").json)
    assert cases == {row["name"]: row["cases"] for row in a_case(f"worklist {day} --municipality {code}").json}["assess_consequence"]


def test_a_part_of_a_worklist_says_where_the_next_begins(a_case: Sagsspor):
    a_case("project")
    part = a_case("worklist assess_consequence --on 2022-03-12 --limit 1").text

    assert f"--after 2022-03-10.{CASE}" in part
    assert [] == a_case(f"worklist assess_consequence --on 2022-03-12 --json --after 2022-03-10.{CASE}").json


@pytest.mark.parametrize("wrong", ["--municipality by", "--after i-går"])
def test_a_place_or_a_municipality_that_cannot_be_read_is_refused(a_case: Sagsspor, wrong: str):
    assert 2 == a_case(f"worklist assess_consequence {wrong}").code


def test_a_list_of_another_name_is_not_found(a_case: Sagsspor):
    assert 4 == a_case("worklist no_such_list").code


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("postgresql://127.0.0.1:1/sager", "Databasen svarer ikke"),
        ("sager.db", "sqlite:///STI"),
        ("sqlite:////nowhere/at/all.db", "intet lager"),
    ],
)
def test_a_store_that_cannot_be_opened_is_an_error_in_plain_words(sagsspor: Sagsspor, url: str, word: str):
    outcome = sagsspor(f"case show {CASE} --store {url}")

    assert 1 == outcome.code
    assert word in outcome.err


def test_the_store_named_at_the_command_wins_over_the_one_before_it(a_case: Sagsspor, url: str):
    assert 1 == a_case(f"--store sqlite:////nowhere.db case show {CASE} --json").code
    assert 0 == a_case(f"--store sqlite:////nowhere.db case show {CASE} --json --store {url}").code


def test_an_exported_log_can_be_taken_in_again(a_case: Sagsspor, tmp_path: Path):
    assert 0 == a_case(f"export --format ndjson -o {tmp_path}/out").code

    again = a_case(f"ingest {tmp_path}/out/events.ndjson --json").json
    elsewhere = a_case(f"ingest {tmp_path}/out/events.ndjson --json --store sqlite:///{tmp_path}/new.db").json

    assert (0, len(MISSED_DEADLINE)) == (again["accepted"], again["repeated"])
    assert len(MISSED_DEADLINE) == elsewhere["accepted"]


def test_a_log_becomes_a_table(a_case: Sagsspor, tmp_path: Path):
    assert 0 == a_case(f"export --format parquet -o {tmp_path}/out").code

    table = parquet.read_table(tmp_path / "out" / "events.parquet").to_pylist()
    assert list(range(1, 7)) == [row["position"] for row in table]
    assert ("contact-restored", "2022-03-11") == (table[-1]["event"], table[-1]["day"].isoformat())


def test_schemas_are_one_document_or_a_file_each(sagsspor: Sagsspor, tmp_path: Path):
    schemas = sagsspor("schema").json
    sagsspor(f"schema -o {tmp_path}/schemas")

    assert sorted(f"{name}.json" for name in schemas) == sorted(path.name for path in (tmp_path / "schemas").iterdir())
