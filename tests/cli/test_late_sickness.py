"""Issue 4: sickness registered late turns 5 days into 3, and every way of asking tells it the same way."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from commanding import Sagsspor
from late_sickness import CASE, DECIDED, FALLEN, LATE, NOW, SOURCE, STANDING, STORY

WHEN_DECIDED = "2022-03-23T10:00"
SICKNESS = {"source": SOURCE, "id": "10"}
EXPLANATION = ("reason", "rules", "law", "because")


class Told(NamedTuple):
    """The documents of each way of asking."""

    then: dict[str, Any]
    now: dict[str, Any]
    diff: dict[str, Any]
    what_if: dict[str, Any]
    decision: dict[str, Any]


def dates(days: list[dict[str, Any]]) -> list[str]:
    return [day["date"] for day in days]


def explained(days: list[dict[str, Any]]) -> dict[str, list[Any]]:
    return {day["date"]: [day[key] for key in EXPLANATION] for day in days}


@pytest.fixture
def told(sagsspor: Sagsspor, tmp_path: Path) -> Told:
    (tmp_path / "events.ndjson").write_bytes(b"\n".join(STORY))
    assert 0 == sagsspor(f"ingest {tmp_path}/events.ndjson").code

    def asked(question: str) -> dict[str, Any]:
        return sagsspor(f"case {question} --json").json

    return Told(
        asked(f"show {CASE} --valid-on {NOW} --known-at {WHEN_DECIDED}"),
        asked(f"show {CASE} --valid-on {NOW}"),
        asked(f"diff {CASE} --known-at {WHEN_DECIDED} --and {NOW} --valid-on {NOW}"),
        asked(f"what-if {CASE} --without {LATE} --valid-on {NOW}"),
        asked(f"decisions {CASE} --valid-on {NOW}")["decisions"][0],
    )


def test_five_days_were_decided_and_three_stand(told: Told):
    assert DECIDED == dates(told.then["sanctionable_days"]) == told.decision["days"] == told.decision["when_made"]["derivable_days"]
    assert STANDING == dates(told.now["sanctionable_days"]) == told.decision["now"]["derivable_days"]


def test_the_same_two_days_fall_away(told: Told):
    [contrast] = told.what_if["imagined"]["contrast"]

    assert (
        FALLEN
        == dates(told.diff["changes"]["sanctionable_days"]["removed"])
        == dates(told.what_if["changes"]["sanctionable_days"]["added"])
        == dates(told.decision["now"]["decided_not_derivable"])
        == contrast["gone"]
        == contrast["steps"][0]["days"]
    )


def test_without_the_late_event_it_is_as_it_was_when_decided(told: Told):
    """Leaving it out gives the 5 days back, each for the reason it had then."""
    assert explained(told.then["sanctionable_days"]) == explained(told.what_if["sanctionable_days"])


def test_they_fall_away_for_the_same_reason_by_the_same_rules(told: Told):
    removed = [{"date": day["date"], **day["now"]} for day in told.diff["changes"]["sanctionable_days"]["removed"]]

    assert explained(removed) == explained(told.decision["now"]["decided_not_derivable"])
    assert ["R-2.15-7"] == removed[0]["rules"]


def test_the_days_that_stand_are_explained_alike_then_now_and_imagined(told: Told):
    then, now, imagined = (explained(view["sanctionable_days"]) for view in (told.then, told.now, told.what_if))

    assert [now[day] for day in STANDING] == [then[day] for day in STANDING] == [imagined[day] for day in STANDING]


def test_the_late_event_is_behind_it_everywhere(told: Told):
    [contrast] = told.what_if["imagined"]["contrast"]

    assert all([SICKNESS] == day["caused_by"] for day in told.diff["changes"]["sanctionable_days"]["removed"])
    assert all(SICKNESS in day["because"] for day in told.decision["now"]["decided_not_derivable"])
    assert [SICKNESS] == told.what_if["imagined"]["without"] == [{key: contrast[key] for key in ("source", "id")}]


def test_the_decision_was_right_when_made_and_what_was_deducted_must_be_paid_back(told: Told):
    assert (False, True) == (told.decision["when_made"]["differs"], told.decision["now"]["differs"])
    [refund] = told.decision["refunds"]
    assert refund in told.now["alerts"]
    assert refund["text"] in [alert["text"] for alert in told.diff["changes"]["alerts"]["added"]]


def test_each_answer_names_the_day_the_knowledge_the_policy_and_the_rules(told: Told):
    for document in (told.then, told.now, told.diff, told.what_if):
        assert {"valid_on", "known_at", "known_by", "policy", "rules"} <= set(document)
