"""Every read of a case is noted once, with who read what for which purpose; a case that somebody may not read is as none."""

import pytest

from tests.api.town import ADMINISTRATOR, AUDITOR, CASE, CASEWORKER, DAY, HANDLER, MISSING, OWN_CASE, SOURCE, as_
from tests.web.serving import problem_of

READS = {
    "": "case",
    "/timeline": "timeline",
    "/obligations": "obligations",
    "/days": "days",
    "/days/2022-03-12": "day",
    "/diff?from=2022-03-23&to=2022-04-30": "diff",
    "/decisions": "decisions",
    "/events": "events",
    "/dossier": "dossier",
    "/dossier.html": "dossier",
    "/set-aside": "set-aside",
}


@pytest.mark.parametrize(("path", "purpose"), [*((path, "tilsyn og revision") for path in READS), ("", "aktindsigt eller indsigtsret")])
def test_a_read_is_noted_once(town, path, purpose):
    before = town.reads()
    asked = f"{path}{'&' if '?' in path else '?'}valid_on={DAY}&position=10"
    answer = town.client.get(f"/api/cases/{CASE}{asked}", headers=as_("auditor", **{"sagsspor-purpose": purpose.replace(" ", "%20")}))

    assert 200 == answer.status_code
    assert [(CASE, READS[path], "demo-auditor", purpose, 10)] == town.noted(before)


def test_what_if_is_noted_too(town):
    before = town.reads()
    town.client.post(f"/api/cases/{CASE}/what-if?position=10", json={}, headers=HANDLER)

    assert [(CASE, "what-if", "demo-complaint-handler", "klagesag", 10)] == town.noted(before)


def test_a_page_of_the_log_is_a_read_of_each_case_in_it(town):
    before = town.reads()
    events = town.read("/log", after=5, limit=300)["events"]
    cases = dict.fromkeys(event["case"] for event in events if event["case"] != "jobnet")

    assert len(cases) > 3
    assert [(case, "log", "demo-auditor", "tilsyn og revision", 305) for case in cases] == town.noted(before)


def test_what_was_set_aside_is_a_read_of_the_citizens_case_and_jobnet_is_none(town):
    before = town.reads()
    for number in (1, 2, 3):
        town.read(f"/set-aside/{number}", ADMINISTRATOR)
    town.read("/set-aside")

    assert [(CASE, "set-aside"), (None, "set-aside"), (None, "set-aside"), (CASE, "set-aside")] == [one[:2] for one in town.noted(before)]


def test_who_looks_at_the_reads_is_noted(town):
    before = town.reads()
    reads = town.read("/access-log", ADMINISTRATOR, case=CASE, limit=1000)["reads"]
    town.read("/access-log", after=before)
    town.read("/assignments", ADMINISTRATOR, case=CASE)

    assert {CASE} == {one["case"] for one in reads}
    assert [(CASE, "access-log"), (None, "access-log"), (CASE, "assignments")] == [one[:2] for one in town.noted(before)]


def test_following_next_gives_every_read_once(town):
    numbers, path = [], "/api/access-log?limit=3"
    while path and len(numbers) < 9:
        page = town.client.get(path, headers=AUDITOR).json()
        numbers += [one["number"] for one in page["reads"]]
        path = page["next"]

    assert list(range(1, len(numbers) + 1)) == numbers


@pytest.mark.parametrize("path", READS)
def test_a_case_that_somebody_may_not_read_is_as_one_that_does_not_exist_and_that_they_asked_is_noted(town, path):
    who, name, purpose = (CASEWORKER, "demo-caseworker", "sagsbehandling")
    if path.startswith(("/events", "/dossier")):
        who, name, purpose = (HANDLER, "demo-complaint-handler", "klagesag")
    other = OWN_CASE if who is HANDLER else CASE
    asked = f"{path}{'&' if '?' in path else '?'}valid_on={DAY}&position={town.store.last_position()}"
    before = town.reads()
    there, nowhere = (town.client.get(f"/api/cases/{case}{asked}", headers=who) for case in (other, MISSING))
    for answer in (there, nowhere):
        del answer.headers["date"]

    assert (404, "no-such-case") == problem_of(there)
    assert (nowhere.status_code, nowhere.content, dict(nowhere.headers)) == (there.status_code, there.content, dict(there.headers))
    assert [(other, "refused", name, purpose, town.store.last_position())] == town.noted(before)


def test_the_same_holds_for_what_is_imagined(town):
    body = {"without": [{"source": SOURCE, "id": "10"}]}
    answers = [town.client.post(f"/api/cases/{case}/what-if", json=body, headers=CASEWORKER) for case in (CASE, MISSING)]

    assert answers[0].content == answers[1].content
    assert (404, "no-such-case") == problem_of(answers[0])


def test_a_purpose_that_the_role_cannot_have_reads_nothing(town):
    before = town.reads()
    answer = town.client.get(f"/api/cases/{CASE}?valid_on={DAY}&position=1", headers=as_("auditor", **{"sagsspor-purpose": "nysgerrighed"}))

    assert (400, "unknown-purpose") == problem_of(answer)
    assert "nysgerrighed" not in answer.text
    assert [] == town.noted(before)


def test_what_names_no_case_is_not_noted(town):
    before = town.reads()
    for path in ("/intake", "/seals", "/seals/1", "/log/1/proof", "/rules", "/rules/R-2.15-7"):
        assert 200 == town.ask(path).status_code

    assert [] == town.noted(before)
