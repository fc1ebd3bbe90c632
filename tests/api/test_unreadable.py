"""A case of which something cannot be read any more is not shown without it, and who may not read it hears nothing of that."""

import pytest

from tests.api.town import AUDITOR, CASE, CASEWORKER, DAY, HANDLER, MISSING, OWN_CASE
from tests.web.serving import problem_of

PARTS = ["", "/timeline", "/obligations", "/days", "/diff?from=2022-03-23&to=2022-04-30", "/decisions", "/events", "/dossier"]


@pytest.mark.parametrize("path", PARTS)
@pytest.mark.parametrize("who", [AUDITOR, HANDLER], ids=["auditor", "handler"])
def test_nothing_is_shown_without_it(broken, path, who):
    before = broken.reads()
    asked = f"{path}{'&' if '?' in path else '?'}valid_on={DAY}&position={broken.store.last_position()}"
    answer = broken.client.get(f"/api/cases/{CASE}{asked}", headers=who)

    assert (410, "unreadable-events") == problem_of(answer)
    assert "nr. 6 (urn:fagsystem:test:001, id 6)" in answer.json()["detail"]
    assert [CASE] == [one[0] for one in broken.noted(before)]


def test_nobody_waits_for_news_of_what_cannot_be_read(broken):
    asked = f"/changes?valid_on={DAY}&position={broken.store.last_position()}"
    answer = broken.client.get(f"/api/cases/{CASE}{asked}", headers=AUDITOR)

    assert (410, "unreadable-events") == problem_of(answer)


def test_before_it_the_case_can_be_read(broken):
    assert 200 == broken.ask(f"/cases/{CASE}", valid_on=DAY, position=5).status_code


def test_who_may_not_read_the_case_hears_nothing_of_it(broken):
    before = broken.reads()
    answers = [broken.ask(f"/cases/{case}", CASEWORKER, valid_on=DAY) for case in (CASE, MISSING)]

    assert (404, "no-such-case") == problem_of(answers[0])
    assert answers[0].content == answers[1].content
    assert [(CASE, "refused")] == [one[:2] for one in broken.noted(before)]


def test_another_case_is_not_touched(broken):
    assert 200 == broken.ask(f"/cases/{OWN_CASE}", CASEWORKER, valid_on=DAY).status_code
