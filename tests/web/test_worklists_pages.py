"""The pages of the worklists: in Danish, one page after the other without JavaScript, and nothing that was typed repeated."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest
from listing import AUDITOR, CASEWORKER, filled_parts, served_lists

from domain.alerts import ALERT_RULES, ALERTS
from domain.register import rule
from infra.labels import WORKLISTS
from infra.worklist_words import GROUPS, MEANINGS

DAY = "2023-03-03"
LIST = "no_deadline_no_interview"


@pytest.fixture(scope="module")
def parts(tmp_path_factory) -> Iterator:
    with filled_parts(tmp_path_factory.mktemp("lists")) as parts:
        yield parts


@pytest.fixture(scope="module")
def client(parts) -> Iterator:
    with served_lists(parts) as client:
        yield client


def page(client, path="", who=AUDITOR, status=200, **asked):
    response = client.get(f"/lister{path}", params={"on": DAY, **asked}, headers=who)
    assert status == response.status_code
    return unescape(response.text)


def test_every_list_is_in_one_group_with_its_meaning_and_its_rules():
    grouped = [name for names in GROUPS.values() for name in names]

    assert sorted(ALERTS) == sorted(grouped) == sorted(MEANINGS) == sorted(WORKLISTS)
    assert all(rule(one).short for name in grouped for one in ALERT_RULES[name])


def test_the_first_lists_are_those_where_waiting_costs_a_right(client):
    text = page(client)

    assert list(GROUPS) == re.findall(r"<h2>(.*?)</h2>", text)
    assert "deduction_deadline_near" == re.findall(r'href="/lister/(\w+)', text)[0]


def test_a_list_leads_to_its_cases_on_that_day(client, parts):
    cases = [row.case for row in parts.views.worklist(LIST, date.fromisoformat(DAY))]

    assert cases == re.findall(rf'href="/sager/([0-9a-f-]+)\?valid_on={DAY}"', page(client, f"/{LIST}"))


def test_a_list_says_what_it_means_and_which_rules_it_rests_on(client):
    for name in WORKLISTS:
        text = page(client, f"/{name}")
        assert MEANINGS[name] in text
        assert list(ALERT_RULES[name]) == re.findall(r'href="/regler/([^"]+)"', text)


def test_pages_follow_one_another(client, parts, monkeypatch):
    monkeypatch.setattr("infra.web.pages.worklists.PAGE", 4)
    found, text = [], page(client, f"/{LIST}", CASEWORKER)
    while True:
        found += re.findall(r'href="/sager/([0-9a-f-]+)', text)
        following = re.search(r'href="([^"]+)" rel="next"', text)
        if following is None:
            break
        text = unescape(client.get(following[1], headers=CASEWORKER).text)
        assert "Første side" in text

    assert len(found) > 4
    assert found == [item["case"] for item in client.get(f"/api/worklists/{LIST}?on={DAY}&limit=200", headers=CASEWORKER).json()["items"]]


def test_a_caseworker_has_no_choice_of_municipality(client):
    for path in ("", f"/{LIST}"):
        assert 'name="municipality"' in page(client, path)
        assert 'name="municipality"' not in page(client, path, CASEWORKER)
        assert "kommune 0751" in page(client, path, CASEWORKER)


def test_what_a_date_field_sends_is_read(client):
    assert page(client, f"/{LIST}") == page(client, f"/{LIST}", on="03/03/2023")


@pytest.mark.parametrize(
    ("path", "wrong"), [("", {"on": "010175-1234"}), (f"/{LIST}", {"on": "010175-1234"}), (f"/{LIST}", {"since_before": "<b>"})]
)
def test_what_cannot_be_read_is_pointed_out_and_not_repeated(client, path, wrong):
    ((name, value),) = wrong.items()
    text = page(client, path, status=422, **wrong)

    assert f'href="#{name}"' in text
    assert "Skriv en dato, der findes" in text
    assert value not in text.replace("<body>", "")


def test_a_list_on_which_nobody_stands_says_so(client):
    assert "Ingen sager står på listen den dag." in page(client, f"/{LIST}", on="2020-01-01")
    assert "Ingen af sagerne på listen svarer til det valgte." in page(client, f"/{LIST}", set_aside="true")


def test_each_case_that_is_shown_is_noted(client, parts):
    before = parts.access_log.head().number
    cases = re.findall(r'href="/sager/([0-9a-f-]+)', page(client, f"/{LIST}"))

    assert cases == [one.access.case for one in parts.access_log.all(before)]


def test_a_page_has_nothing_that_the_policy_for_content_forbids(client):
    for path in ("", f"/{LIST}"):
        assert not re.search(r"<script(?! src=)|<style| style=| on\w+=", client.get(f"/lister{path}", headers=AUDITOR).text)
