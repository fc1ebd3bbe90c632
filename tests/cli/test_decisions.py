"""`sagsspor case decisions`: what was decided, what the file showed then, what it shows now."""

from pathlib import Path

import pytest
from commanding import Sagsspor
from late_sickness import CASE, DECIDED, FALLEN, NOW, SOURCE, STANDING, STORY
from story import CASE as UNDECIDED
from story import event as story_event


def event(id_: str, name: str, registered: str, data: dict[str, object]) -> bytes:
    return story_event(id_, name, registered, data, case=CASE)


@pytest.fixture
def decided(sagsspor: Sagsspor, tmp_path: Path) -> Sagsspor:
    file = tmp_path / "events.ndjson"
    file.write_bytes(b"\n".join(STORY))
    assert 0 == sagsspor(f"ingest {file}").code
    return sagsspor


def test_a_decision_that_differs_now_ends_the_command_with_3(decided: Sagsspor):
    assert 3 == decided(f"case decisions {CASE} --valid-on {NOW}").code


def test_before_the_late_fact_was_registered_it_differed_from_nothing(decided: Sagsspor):
    outcome = decided(f"case decisions {CASE} --valid-on {NOW} --known-at 2022-04-03 --json")

    assert (0, False) == (outcome.code, outcome.json["differs_now"])


def test_the_document_says_each_day_that_differs_and_why(decided: Sagsspor):
    found = decided(f"case decisions {CASE} --valid-on {NOW} --json").json

    [check] = found["decisions"]
    assert (NOW, None, "registered", "2020-01-01") == tuple(found[key] for key in ("valid_on", "known_at", "known_by", "rules"))
    assert (DECIDED, DECIDED, STANDING) == (check["days"], check["when_made"]["derivable_days"], check["now"]["derivable_days"])
    assert FALLEN == [day["date"] for day in check["now"]["decided_not_derivable"]]
    assert ["R-2.15-7"] == check["now"]["decided_not_derivable"][0]["rules"]
    assert {"source": SOURCE, "id": "10"} in check["now"]["decided_not_derivable"][0]["because"]
    assert ["refund_needed"] == [note["code"] for note in check["refunds"]]


def test_the_requirements_stand_in_order_with_what_they_rest_on(decided: Sagsspor):
    [check] = decided(f"case decisions {CASE} --valid-on {NOW} --json").json["decisions"]

    assert [
        ("hearing", "met", "met", ["7"]),
        ("guidance", "met", "met", ["3"]),
        ("other_circumstances", "met", "met", ["8"]),
        ("time_limit", "met", "not_known", ["9"]),
        ("legal_basis", "met", "met", ["8"]),
    ] == [(one["code"], one["status"], one["when_made"], [ref["id"] for ref in one["because"]]) for one in check["requirements"]]


def test_people_see_what_was_decided_what_was_shown_and_what_is_shown(decided: Sagsspor):
    told = decided(f"case decisions {CASE} --valid-on {NOW}").text

    assert "Afviger fra det, sagen viser nu" in told
    assert "Afgjort 9.–13. marts 2022 (5 dage)" in told
    assert "Sagen viser nu 9.–11. marts 2022 (3 dage)" in told
    assert "− 12.–13. marts 2022 (2 dage) tæller ikke med" in told
    assert "Bygger på" in told


def test_by_reception_the_file_showed_what_this_system_had(decided: Sagsspor):
    """Everything came to this system at once, the sickness after the decision."""
    [check] = decided(f"case decisions {CASE} --valid-on {NOW} --by received --json").json["decisions"]

    assert ("received", True) == (check["when_made"]["known_by"], check["now"]["differs"])


def test_a_day_left_out_is_shown_with_its_reason(sagsspor: Sagsspor, tmp_path: Path):
    short = event(
        "8",
        "sanction-decided",
        "2022-03-23T10:00:00+01:00",
        {"effective": "2022-03-23", "deadline_id": "D1", "days": DECIDED[:4], "other_circumstances_assessed": False},
    )
    (tmp_path / "events.ndjson").write_bytes(b"\n".join([*STORY[:6], short]))
    sagsspor(f"ingest {tmp_path}/events.ndjson")

    outcome = sagsspor(f"case decisions {CASE} --valid-on {NOW}")

    assert 3 == outcome.code
    assert "Kan udledes nu, men ikke afgjort + 13. marts 2022" in outcome.text
    assert "Partshøring nej nej Der er ikke registreret en partshøring" in outcome.text


def test_a_case_without_decisions_says_so(a_case: Sagsspor):
    outcome = a_case(f"case decisions {UNDECIDED}")

    assert (0, True) == (outcome.code, "ikke truffet nogen afgørelse" in outcome.text)


def test_an_unknown_case_is_not_found(a_case: Sagsspor):
    assert 4 == a_case(f"case decisions {UNDECIDED.replace('1', '2')}").code


def test_what_people_have_written_freely_is_not_quoted(sagsspor: Sagsspor, tmp_path: Path):
    revoked = event(
        "11",
        "sanction-revoked",
        "2022-04-20T10:00:00+02:00",
        {"effective": "2022-04-20", "deadline_id": "D1", "reason": "Borger er indlagt"},
    )
    (tmp_path / "events.ndjson").write_bytes(b"\n".join([*STORY, revoked]))
    sagsspor(f"ingest {tmp_path}/events.ndjson")

    for options in ("", "--json"):
        outcome = sagsspor(f"case decisions {CASE} --valid-on {NOW} {options}")
        assert (0, False) == (outcome.code, b"indlagt" in outcome.out)
    assert "Ophævet 20. april 2022" in sagsspor(f"case decisions {CASE} --valid-on {NOW}").text
