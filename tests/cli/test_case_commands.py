from pathlib import Path

import orjson
import pytest
from commanding import Sagsspor
from story import ACCEPTED_GROUND, CASE, SOURCE, event


def dates(days: list[dict[str, object]]) -> list[object]:
    return [day["date"] for day in days]


def test_the_view_says_each_day_and_why(a_case: Sagsspor):
    view = a_case(f"case show {CASE} --valid-on 2022-03-17 --json").json

    assert ["2022-03-09", "2022-03-10"] == dates(view["sanctionable_days"])
    assert "Personen genoprettede kontakten" in view["sanctionable_days"][0]["reason"]


def test_the_view_leaves_out_what_was_not_yet_registered(a_case: Sagsspor):
    view = a_case(f"case show {CASE} --valid-on 2022-03-12 --known-at 2022-03-16T12:00 --json").json

    assert ["2022-03-09", "2022-03-10", "2022-03-11", "2022-03-12"] == dates(view["sanctionable_days"])
    assert "overdue" == view["deadlines"][0]["state"]


def test_by_reception_nothing_was_known_then(a_case: Sagsspor):
    """The events came to this system today, whenever the authority registered them."""
    view = a_case(f"case show {CASE} --valid-on 2022-03-12 --known-at 2022-03-16 --by received --json").json

    assert ([], None) == (view["deadlines"], view["group"])


@pytest.mark.parametrize("written", ["count_end_day: true\n", '{"count_end_day": true}'])
def test_a_policy_file_chooses_another_reading(a_case: Sagsspor, tmp_path: Path, written: str):
    policy = tmp_path / "policy.yaml"
    policy.write_text(written)

    view = a_case(f"case show {CASE} --valid-on 2022-03-17 --policy {policy} --json").json

    assert view["policy"]["count_end_day"] is True
    assert ["2022-03-09", "2022-03-10", "2022-03-11"] == dates(view["sanctionable_days"])


@pytest.mark.parametrize("written", ["count_end_day: maybe\n", "unknown: 1\n", "[]", "a: [", "count_end_day: 1\n"])
def test_a_file_that_holds_no_policy_is_refused_with_a_word_on_what_to_do(a_case: Sagsspor, tmp_path: Path, written: str):
    policy = tmp_path / "policy.yaml"
    policy.write_text(written)

    outcome = a_case(f"case show {CASE} --policy {policy}")

    assert 1 == outcome.code
    assert "policy.yaml" in outcome.err


def test_people_see_runs_of_days_and_the_way_to_them(a_case: Sagsspor):
    told = a_case(f"case show {CASE} --valid-on 2022-03-17").text

    assert "Dage, som der kan ske fradrag for: 2 dage 9.–10. marts 2022 (2 dage) frist D1" in told
    assert "Kontakt genoprettet 11. marts 2022" in told
    assert "LAS § 37 a" in told


def test_the_timeline_tells_events_and_what_follows_and_what_came_late(a_case: Sagsspor):
    entries = a_case(f"case timeline {CASE} --valid-on 2022-03-17 --json").json

    told = [(entry["day"], entry["kind"], entry.get("state") or entry.get("event") or entry.get("dates")) for entry in entries]
    assert told[4:] == [
        ("2022-02-24", "event", "DeadlineSet"),
        ("2022-03-09", "sanctionable_days", ["2022-03-09", "2022-03-10"]),
        ("2022-03-10", "deadline_state", "overdue"),
        ("2022-03-11", "event", "ContactRestored"),
        ("2022-03-11", "deadline_state", "ended_contact"),
    ]
    assert 6 == entries[-2]["days_late"]
    assert "17. marts 2022 kl. 09.00, 6 dage efter" in a_case(f"case timeline {CASE} --valid-on 2022-03-17").text


def test_the_timeline_leaves_out_what_was_not_yet_known(a_case: Sagsspor):
    """The call of 11 March was registered on 17 March: the evening before, the days ran on."""
    entries = a_case(f"case timeline {CASE} --valid-on 2022-03-17 --known-at 2022-03-16 --json").json

    assert "6" not in [entry.get("id") for entry in entries]
    assert [[f"2022-03-{day:02}" for day in range(9, 18)]] == [e["dates"] for e in entries if e["kind"] == "sanctionable_days"]
    assert [] == a_case(f"case timeline {CASE} --valid-on 2022-03-17 --known-at 2022-03-16 --by received --json").json


def test_a_diff_names_the_event_and_the_rules_behind_each_change(a_case: Sagsspor):
    question = f"case diff {CASE} --known-at 2022-03-16 --and 2022-03-17"
    found = a_case(f"{question} --json").json["changes"]

    [contact] = [{"source": SOURCE, "id": "6"}]
    assert all([contact] == day["caused_by"] for day in found["sanctionable_days"]["removed"])
    assert all("R-2.5-7" in day["now"]["rules"] for day in found["sanctionable_days"]["removed"])
    assert [contact] == found["deadlines"]["D1"]["caused_by"]
    told = a_case(question).text
    assert "Skyldes: Kontakt genoprettet 11. marts 2022" in told
    assert "Regler: R-2.5-6, R-2.5-8, R-2.5-7" in told


def test_a_diff_tells_what_was_learnt_and_what_it_changed(a_case: Sagsspor):
    found = a_case(f"case diff {CASE} --known-at 2022-03-16 --and 2022-03-17 --json").json

    assert [("ContactRestored", "6")] == [(event["event"], event["id"]) for event in found["learnt"]]
    assert [f"2022-03-{day}" for day in range(11, 18)] == dates(found["changes"]["sanctionable_days"]["removed"])
    assert ("overdue", "ended_contact") == tuple(found["changes"]["deadlines"]["D1"][side]["state"] for side in ("before", "after"))
    assert "− 11.–17. marts 2022 (7 dage)" in a_case(f"case diff {CASE} --known-at 2022-03-16 --and 2022-03-17").text


def test_a_diff_in_which_nothing_was_learnt_says_so(a_case: Sagsspor):
    told = a_case(f"case diff {CASE} --known-at 2022-04-01 --and 2022-04-02").text

    assert "Ingen nye hændelser." in told
    assert "Det ændrer ingenting" in told


def test_a_what_if_adds_facts_and_writes_nothing(a_case: Sagsspor, tmp_path: Path):
    imagined = tmp_path / "imagined.ndjson"
    imagined.write_bytes(ACCEPTED_GROUND)

    view = a_case(f"case what-if {CASE} --with {imagined} --valid-on 2022-03-31 --json").json
    real = a_case(f"case show {CASE} --valid-on 2022-03-31 --json").json

    assert ([], ["T1"]) == (view["sanctionable_days"], [event["id"] for event in view["imagined"]["with"]])
    assert ["2022-03-09", "2022-03-10"] == dates(view["blocked_days"]) == dates(real["sanctionable_days"])


def test_a_what_if_takes_facts_away(a_case: Sagsspor):
    outcome = a_case(f"case what-if {CASE} --without {SOURCE}/3 --valid-on 2022-03-31")

    assert "TÆNKT" in outcome.text
    assert "vejledt skriftligt" in outcome.text


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (f"--without {SOURCE}/99", 4),
        ("", 2),
        ("--with {folder}/events.ndjson", 1),
        ("--with {folder}/other_case.ndjson", 1),
        ("--with {folder}/missing.ndjson", 1),
    ],
)
def test_a_what_if_that_cannot_be_imagined_says_why(a_case: Sagsspor, tmp_path: Path, arguments: str, code: int):
    """An event that is there already, another case's event, no event at all."""
    other = orjson.loads(ACCEPTED_GROUND) | {"subject": CASE.replace("1", "2")}
    (tmp_path / "other_case.ndjson").write_bytes(orjson.dumps(other))

    outcome = a_case(f"case what-if {CASE} {arguments.format(folder=tmp_path)}")

    assert (code, True) == (outcome.code, bool(outcome.err))


def test_free_text_that_people_have_written_stays_out_of_every_view(a_case: Sagsspor):
    for line in ("show", "timeline", "timeline --json", "diff --known-at 2022-03-16 --and 2022-03-17"):
        command, _, options = line.partition(" ")
        assert b"indlagt" not in a_case(f"case {command} {CASE} --valid-on 2022-03-31 {options}").out


def test_a_case_says_that_an_event_about_it_was_set_aside(a_case: Sagsspor, tmp_path: Path):
    bad = tmp_path / "bad.ndjson"
    bad.write_bytes(event("B1", "jobnet-visited", "i går", {"effective": "2022-03-10"}))
    a_case(f"ingest {bad}")
    shown = a_case(f"case show {CASE} --json")

    assert [(1, "invalid_time", SOURCE, "B1")] == [
        (one["number"], one["code"], one["source"], one["id"]) for one in shown.json["set_aside"]
    ]
    assert "1 hændelse om sagen er lagt til side og indgår ikke: nr. 1." in " ".join(shown.err.split())


def test_a_case_of_which_nothing_could_be_taken_is_no_unknown_case(sagsspor: Sagsspor, tmp_path: Path):
    bad = tmp_path / "bad.ndjson"
    bad.write_bytes(event("B1", "jobnet-visited", "i går", {"effective": "2022-03-10"}))
    sagsspor(f"ingest {bad}")
    shown = sagsspor(f"case show {CASE} --json")

    assert (0, ["B1"]) == (shown.code, [one["id"] for one in shown.json["set_aside"]])


def test_once_mended_and_sent_again_it_is_no_longer_missed(a_case: Sagsspor, tmp_path: Path):
    bad, good = tmp_path / "bad.ndjson", tmp_path / "good.json"
    bad.write_bytes(event("B1", "jobnet-visited", "i går", {"effective": "2022-03-10"}))
    good.write_bytes(event("B1", "jobnet-visited", "2022-03-10T09:00:00+01:00", {"effective": "2022-03-10"}))
    a_case(f"ingest {bad}")
    a_case(f"set-aside resend 1 --with {good}")

    assert [] == a_case(f"case show {CASE} --json").json["set_aside"]
