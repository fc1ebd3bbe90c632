"""`sagsspor case what-if`: marked as imagined everywhere, written nowhere, with how late it could have been."""

import sqlite3
from pathlib import Path

import pytest
from commanding import Sagsspor
from late_sickness import CASE, DECIDED, FALLEN, LATE, NOW, SICKNESS, STANDING, STORY

DECIDED_AT, DEDUCTED_AT = "2022-03-23T10:00:00+01:00", "2022-03-31T06:00:00+02:00"


@pytest.fixture
def decided(sagsspor: Sagsspor, tmp_path: Path) -> Sagsspor:
    """Give the story without its late sickness, which lies beside it in a file."""
    (tmp_path / "events.ndjson").write_bytes(b"\n".join(STORY[:-1]))
    (tmp_path / "sickness.ndjson").write_bytes(SICKNESS)
    assert 0 == sagsspor(f"ingest {tmp_path}/events.ndjson").code
    return sagsspor


def rows(path: Path) -> list[str]:
    with sqlite3.connect(path) as store:
        return list(store.iterdump())


@pytest.mark.parametrize(
    "options", ["--with {folder}/sickness.ndjson", "--without urn:fagsystem:test:001/6", "--with {folder}/sickness.ndjson --json"]
)
def test_nothing_is_written(decided: Sagsspor, tmp_path: Path, options: str):
    decided("project")
    before = rows(tmp_path / "sager.db")

    assert 0 == decided(f"case what-if {CASE} --valid-on {NOW} {options.format(folder=tmp_path)}").code

    assert before == rows(tmp_path / "sager.db")


def test_what_is_imagined_is_marked_first_and_last(decided: Sagsspor, tmp_path: Path):
    told = decided(f"case what-if {CASE} --valid-on {NOW} --with {tmp_path}/sickness.ndjson").out.decode().strip().splitlines()
    document = decided(f"case what-if {CASE} --valid-on {NOW} --with {tmp_path}/sickness.ndjson --json").json

    assert ("TÆNKT", "TÆNKT") == (told[0].split()[0], told[-1].split()[0])
    assert ("imagined", "10") == (next(iter(document)), document["imagined"]["with"][0]["id"])


def test_the_contrast_tells_by_when_it_had_to_be_so_and_by_when_to_be_known(decided: Sagsspor, tmp_path: Path):
    [contrast] = decided(f"case what-if {CASE} --valid-on {NOW} --with {tmp_path}/sickness.ndjson --json").json["imagined"]["contrast"]

    assert (FALLEN, [], "2022-03-12", "2022-03-13") == tuple(
        contrast[key] for key in ("gone", "come", "latest_effective", "latest_effective_for_any")
    )
    assert [("decision", DECIDED_AT, False, FALLEN), ("deduction", DEDUCTED_AT, False, FALLEN)] == [
        (step["step"], step["latest"], step["in_time"], step["days"]) for step in contrast["steps"]
    ]
    assert "Var det registreret senest den 23. marts 2022 kl. 10.00, da afgørelsen blev truffet" in contrast["text"]


def test_people_read_the_same_words(decided: Sagsspor, tmp_path: Path):
    command = f"case what-if {CASE} --valid-on {NOW} --with {tmp_path}/sickness.ndjson"

    [contrast] = decided(f"{command} --json").json["imagined"]["contrast"]

    assert contrast["text"] in decided(command).text


def test_a_real_late_fact_is_asked_about_by_leaving_it_out(sagsspor: Sagsspor, tmp_path: Path):
    (tmp_path / "events.ndjson").write_bytes(b"\n".join(STORY))
    sagsspor(f"ingest {tmp_path}/events.ndjson")

    found = sagsspor(f"case what-if {CASE} --valid-on {NOW} --without {LATE} --json").json

    assert DECIDED == [day["date"] for day in found["sanctionable_days"]]
    assert FALLEN == found["imagined"]["contrast"][0]["gone"]


def test_a_fact_that_changes_no_day_says_so(decided: Sagsspor):
    told = decided(f"case what-if {CASE} --valid-on {NOW} --without urn:fagsystem:test:001/4").text

    assert "»Tilmeldt som jobsøgende« 3. januar 2022 ændrer ingen dage med fradrag ved udgangen af 30. april 2022." in told


def test_what_was_known_then_can_be_imagined_on(decided: Sagsspor, tmp_path: Path):
    """An imagined fact, too, is known from its own registration on."""
    told = f"case what-if {CASE} --valid-on 2022-03-16 --with {tmp_path}/sickness.ndjson --json"

    assert DECIDED == [day["date"] for day in decided(f"{told} --known-at 2022-03-16").json["sanctionable_days"]]
    assert STANDING == [day["date"] for day in decided(f"{told} --known-at 2022-04-04").json["sanctionable_days"]]
