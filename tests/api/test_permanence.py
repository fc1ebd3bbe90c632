"""A URL that names its day and its log's end gives the same bytes for ever."""

from urllib.parse import parse_qs, urlsplit

import pytest

from infra import clock
from tests.api.town import ADMINISTRATOR, AUDITOR, BAD, CASE, DAY, HANDLER, MISSING, OWN_CASE, SOURCE, event
from tests.web.serving import problem_of

PARTS = ["", "/timeline", "/obligations", "/days", "/days/2022-03-12", "/decisions", "/events", "/dossier.html", "/diff"]
MOMENTS = {"from": "2022-03-23T10:00", "to": "2022-04-30"}
TARGET = {"target_source": SOURCE, "reason": "fejl"}
OUTAGE = {"from": "2022-03-09T08:00:00+01:00", "to": "2022-03-09T20:00:00+01:00"}
LATE = [
    event("11", "event-corrected", target_id="10", data={"effective": "2022-03-13", "cause": "sickness"}, **TARGET),
    event("12", "event-retracted", time="2022-02-01T09:00:00+01:00", target_id="6", **TARGET),
    event("o1", "outage-recorded", case="jobnet", effective="2022-03-09", **OUTAGE),
]
"""Everything that could change an answer: a correction, a retraction registered before what was asked, an outage on the due date."""


def asked_of(part):
    return {"valid_on": DAY} | (MOMENTS if part == "/diff" else {})


def test_what_comes_later_changes_no_permanent_answer(own_town):
    before = {part: own_town.ask(f"/cases/{CASE}{part}", **asked_of(part)) for part in PARTS}
    own_town.take(LATE)
    after = {part: own_town.client.get(answer.url, headers=AUDITOR) for part, answer in before.items()}
    now = {part: own_town.ask(f"/cases/{CASE}{part}", **asked_of(part)) for part in PARTS if part != "/dossier.html"}

    assert len(BAD) == own_town.store.open_set_aside()  # the late events were taken in
    assert {part: answer.content for part, answer in before.items()} == {part: answer.content for part, answer in after.items()}
    assert {part: answer.headers["etag"] for part, answer in before.items()} == {part: one.headers["etag"] for part, one in after.items()}
    changed = {part for part, answer in now.items() if answer.json() | {"log": 0} != before[part].json() | {"log": 0}}
    assert {"", "/timeline", "/obligations", "/days", "/days/2022-03-12", "/decisions", "/events", "/diff"} == changed


@pytest.mark.parametrize("part", PARTS)
def test_a_question_without_its_position_is_sent_to_the_url_that_names_it(town, part):
    answer = town.client.get(f"/api/cases/{CASE}{part}", params=asked_of(part) | {"by": "received"}, headers=AUDITOR)
    way = urlsplit(answer.headers["location"])

    assert (307, f"/api/cases/{CASE}{part}", "no-store") == (answer.status_code, way.path, answer.headers["cache-control"])
    whole = asked_of(part) | {"by": "received", "position": str(town.store.last_position())}
    assert whole == {name: ",".join(values) for name, values in parse_qs(way.query).items()}


def test_without_a_day_today_is_named(town):
    answer = town.client.get(f"/api/cases/{CASE}", headers=AUDITOR)

    assert clock.today().isoformat() == parse_qs(urlsplit(answer.headers["location"]).query)["valid_on"][0]


def test_the_way_leads_nobody_further_than_they_may_go(town):
    answers = [town.client.get(f"/api/cases/{case}", headers=HANDLER, follow_redirects=True) for case in (MISSING, OWN_CASE)]

    assert [(404, "no-such-case")] * 2 == list(map(problem_of, answers))


@pytest.mark.parametrize(
    ("part", "spelled"), [*((part, "{}") for part in (*PARTS, "/dossier")), ("", "W/{}"), ("", '"other", {}'), ("", "*")]
)
def test_who_has_the_answer_is_told_so_and_the_read_is_noted(town, part, spelled):
    first = town.ask(f"/cases/{CASE}{part}", **asked_of(part))
    before = town.reads()
    again = town.client.get(first.url, headers={**AUDITOR, "if-none-match": spelled.format(first.headers["etag"])})

    assert (304, b"", first.headers["etag"]) == (again.status_code, again.content, again.headers["etag"])
    assert 1 == len(town.noted(before))


def test_a_tag_of_another_answer_brings_the_answer(town):
    first, other = (town.ask(f"/cases/{CASE}", valid_on=day) for day in (DAY, "2022-05-01"))
    again = town.client.get(first.url, headers={**AUDITOR, "if-none-match": other.headers["etag"]})

    assert (200, first.content) == (again.status_code, again.content)


def test_an_answer_is_kept_by_nobody_else_and_asked_for_again(town):
    assert "private, no-cache" == town.ask(f"/cases/{CASE}", valid_on=DAY).headers["cache-control"]


def test_what_is_of_this_moment_has_no_tag(town):
    for path, who in ((f"/cases/{CASE}/set-aside", AUDITOR), ("/intake", ADMINISTRATOR), ("/set-aside", ADMINISTRATOR), ("/log", AUDITOR)):
        assert {"etag"}.isdisjoint(town.ask(path, who).headers)
