"""What could not be taken is listed for those who look after it, shown to who may mend it, and taken once it is mended."""

import orjson
import pytest

from tests.api.town import ADMINISTRATOR, AUDITOR, BAD, CASE, DAY, event
from tests.web.serving import problem_of


def resend(town, number, who=ADMINISTRATOR, **others):
    return town.client.post(f"/api/set-aside/{number}/resend", headers=who, **others)


def test_following_next_gives_all_of_them(town):
    numbers, path = [], "/api/set-aside?limit=2"
    while path:
        page = town.client.get(path, headers=AUDITOR).json()
        numbers += [one["number"] for one in page["set_aside"]]
        path = page["next"]

    assert [one.number for one in town.store.set_aside_events()] == numbers


def test_the_content_is_for_who_may_mend_it_alone(town):
    for number, raw in enumerate(BAD, 1):
        seen, hidden = (town.read(f"/set-aside/{number}", who) for who in (ADMINISTRATOR, AUDITOR))
        assert (raw.decode(), None) == (seen["raw"], seen["mended"])
        assert seen | {"raw": None} == hidden


def test_the_list_holds_no_content(town):
    assert "Karla" not in town.ask("/set-aside", ADMINISTRATOR).text


def test_a_mended_event_is_taken_and_the_old_content_kept(own_town):
    mended = orjson.loads(event("bad-1", "jobnet-visited"))
    answer = resend(own_town, 1, json=mended)

    assert {"accepted": 1, "repeated": 0, "set_aside": {}} == answer.json()
    assert [] == own_town.read(f"/cases/{CASE}/set-aside")["set_aside"]
    assert "bad-1" in [one["id"] for one in own_town.read(f"/cases/{CASE}/events", valid_on=DAY)["events"]]
    kept = own_town.read("/set-aside/1", ADMINISTRATOR)
    assert ("resent", BAD[0].decode(), mended) == (kept["status"], kept["raw"], orjson.loads(kept["mended"]))
    assert [1] == [one["number"] for one in own_town.read("/set-aside", status="resent")["set_aside"]]
    assert (409, "resent-already") == problem_of(resend(own_town, 1))


def test_what_is_still_wrong_waits_on(own_town):
    for others in ({}, {"json": orjson.loads(BAD[0])}):
        assert {"accepted": 0, "repeated": 0, "set_aside": {"invalid_time": 1}} == resend(own_town, 1, **others).json()
    assert "open" == own_town.read("/set-aside/1")["status"]


def test_who_may_look_may_not_mend(town):
    assert (403, "forbidden") == problem_of(resend(town, 1, AUDITOR))


@pytest.mark.parametrize("number", ["99", "0", str(2**63), "en"])
def test_what_is_not_there_is_told_so(town, number):
    for answer in (town.ask(f"/set-aside/{number}"), resend(town, number)):
        assert 404 == answer.status_code
        assert problem_of(answer)[1] in {"no-such-set-aside", "not-found"}


@pytest.mark.parametrize("content", [b"[]", b"1", b"{", b'{"x":' + b"9" * 30 + b"}", b'{"x":"\\ud800"}', b'{"\xff":1}'])
def test_a_body_that_cannot_be_read_changes_nothing(town, content):
    answer = resend(town, 1, ADMINISTRATOR | {"content-type": "application/json"}, content=content)

    assert (400, "unreadable-body") == problem_of(answer)
    assert 3 == town.store.open_set_aside()
