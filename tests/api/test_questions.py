"""What is asked is read as it is meant, or turned away without being repeated."""

import pytest

from tests.api.town import AUDITOR, CASE, DAY, STORY, event
from tests.web.serving import problem_of

DECIDED = [f"2022-03-{day:02}" for day in (9, 10, 11, 12, 13)]
STANDING = DECIDED[:3]


def days(town, **asked):
    return [one["date"] for one in town.read(f"/cases/{CASE}/days", **({"valid_on": DAY} | asked))["sanctionable_days"]]


@pytest.mark.parametrize(
    ("known_at", "expected"),
    [
        ("2022-03-23T10:00:00+01:00", DECIDED),
        ("2022-03-23T09:00:00Z", DECIDED),
        ("2022-04-03", DECIDED),
        ("2022-04-04T11:29:59+02:00", DECIDED),
        ("2022-04-04T11:30:00+02:00", STANDING),
        ("2022-04-04", STANDING),
        ("04/04/2022", STANDING),
        ("2021-12-31", []),
    ],
)
def test_what_was_known_by_registration(town, known_at, expected):
    assert expected == days(town, known_at=known_at)


def test_by_receipt_nothing_was_known_before_it_was_received(town):
    received = town.case().own[-1].received
    assert [] == days(town, known_at="2022-04-30", by="received")
    assert received > town.case().own[-1].registered
    assert STANDING == days(town, known_at="2199-12-31", by="received")


def test_a_position_is_the_log_as_it_ended_there(town):
    sickness = len(STORY)
    assert (DECIDED, STANDING) == (days(town, position=sickness - 1), days(town, position=sickness))


@pytest.mark.parametrize("day", ["2022-03-10", "10/03/2022", "10/3/2022"])
def test_a_day_may_be_written_as_the_forms_write_it(town, day):
    assert "2022-03-10" == town.read(f"/cases/{CASE}", valid_on=day)["valid_on"]
    assert "2022-03-10" == town.read(f"/cases/{CASE}/days/2022-03-10", valid_on=DAY)["date"]


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("", {"valid_on": "i går"}),
        ("", {"valid_on": "2022-02-30"}),
        ("", {"valid_on": "1899-12-31"}),
        ("", {"valid_on": "32/01/2022"}),
        ("", {"known_at": "onsdag"}),
        ("", {"known_at": "2022-03-16 12:00"}),
        ("", {"known_at": "2022-03-16T25:00"}),
        ("", {"by": "gæt"}),
        ("", {"policy": "gæt:calendar"}),
        ("", {"policy": "day_calendar:altid"}),
        ("", {"policy": "day_calendar"}),
        ("", {"position": "sidst"}),
        ("", {"position": "-77"}),
        ("/diff", {"from": "i går", "to": "2022-04-30"}),
        ("/diff", {"to": "altid", "from": "2022-04-30"}),
    ],
    ids=str,
)
def test_a_question_that_cannot_be_read_is_named_and_never_repeated(town, path, wrong):
    name, value = next(iter(wrong.items()))
    answer = town.ask(f"/cases/{CASE}{path}", **wrong)

    assert (400, "unreadable-question") == problem_of(answer)
    assert name in answer.json()["detail"]
    assert value not in answer.text


def test_a_difference_needs_both_moments(town):
    answer = town.ask(f"/cases/{CASE}/diff", **{"from": DAY})

    assert (400, "unreadable-question") == problem_of(answer)
    assert "Ret det, der står i: to." in answer.json()["detail"]


def test_a_day_that_is_none_is_named(town):
    answer = town.ask(f"/cases/{CASE}/days/nytår", valid_on=DAY)

    assert (400, "unreadable-question") == problem_of(answer)
    assert "day" in answer.json()["detail"]


def test_more_than_one_reading_may_be_named(town):
    found = town.read(f"/cases/{CASE}", valid_on=DAY, policy=["day_calendar:weekdays", "month_clamp:next_first"])

    assert {"weekdays", "next_first"} <= set(found["policy"].values())


def test_the_log_is_not_longer_than_it_is(town):
    for position in (town.store.last_position() + 1, 2**62):
        assert (404, "no-such-position") == problem_of(town.ask(f"/cases/{CASE}", valid_on=DAY, position=position))


def test_what_is_no_case_is_as_one_that_does_not_exist(town):
    answers = [town.ask(f"/cases/{case}", valid_on=DAY) for case in ("jobnet", "1", "99999999-9999-4999-8999-999999999999")]

    assert [(404, "no-such-case")] * 3 == list(map(problem_of, answers))
    assert 1 == len({answer.content for answer in answers})


def test_a_case_that_came_later_was_not_there_before(own_town):
    came = "00000000-0000-4000-8000-00000000000f"
    before = own_town.store.last_position()
    own_town.take([event("f1", "jobnet-visited", case=came)])

    assert 200 == own_town.ask(f"/cases/{came}", valid_on=DAY).status_code
    assert (404, "no-such-case") == problem_of(own_town.ask(f"/cases/{came}", valid_on=DAY, position=before))


def test_an_address_that_is_none_is_told_so(town):
    assert (404, "not-found") == problem_of(town.client.get("/api/cases", headers=AUDITOR))
