"""The worklists over the interface: whose cases somebody sees, page by page, and what is noted of it."""

from collections.abc import Iterator
from datetime import date

import pytest
from listing import AUDITOR, CASEWORKER, as_, filled_parts, served_lists
from serving import problem_of

from infra.stores import Narrowed
from infra.web.api.worklists import WorklistPage, Worklists
from infra.web.parts import parts_for
from infra.wiring import intake_for, opened_store
from tests.contracts.event_store import line

DAY = "2023-03-03"
LIST = "no_deadline_no_interview"
OWN, OTHER = "0751", "0101"
"""The municipality of the demo's caseworker, and another."""


@pytest.fixture(scope="module")
def parts(tmp_path_factory) -> Iterator:
    with filled_parts(tmp_path_factory.mktemp("lists")) as parts:
        yield parts


@pytest.fixture(scope="module")
def client(parts) -> Iterator:
    with served_lists(parts) as client:
        yield client


def ask(client, path="", who=AUDITOR, **asked):
    return client.get(f"/api/worklists{path}", params={"on": DAY, **asked}, headers=who)


def read(*asked, **more):
    response = ask(*asked, **more)
    assert 200 == response.status_code, response.text
    return response.json()


def sizes(*asked, **more):
    return {one["name"]: one["cases"] for one in read(*asked, **more)["worklists"]}


def cases_on(parts, municipality=None):
    return [row.case for row in parts.views.worklist(LIST, date.fromisoformat(DAY), Narrowed(municipality))]


def test_all_lists_are_counted(client, parts):
    answer = read(client)
    Worklists.model_validate(answer)

    assert parts.views.worklist_sizes(date.fromisoformat(DAY)) == {name: number for name, number in sizes(client).items() if number}
    assert {"position": parts.store.last_position()} == answer["views"] == answer["log"]
    assert (DAY, None) == (answer["on"], answer["municipality"])


def test_an_auditor_may_choose_a_municipality_and_a_caseworker_sees_the_own(client, parts):
    assert sizes(client, municipality=OWN) == sizes(client, who=CASEWORKER) != sizes(client, municipality=OTHER)
    for asked, municipality in (({}, None), ({"municipality": "101"}, OTHER), ({"who": CASEWORKER}, OWN)):
        answer = read(client, f"/{LIST}", limit=200, **asked)
        assert municipality == answer["municipality"]
        assert cases_on(parts, municipality) == [item["case"] for item in answer["items"]]


def test_a_caseworker_who_asks_for_another_municipality_is_refused(client):
    for path in ("", f"/{LIST}"):
        assert (403, "forbidden") == problem_of(ask(client, path, CASEWORKER, municipality=OTHER))
        assert 200 == ask(client, path, CASEWORKER, municipality="751").status_code


@pytest.mark.parametrize("role", ["fagsystem", "complaint-handler", "administrator"])
def test_who_has_no_right_to_the_lists_is_refused(client, role):
    assert {(403, "forbidden")} == {problem_of(ask(client, path, as_(role))) for path in ("", f"/{LIST}")}


def test_following_next_gives_the_whole_list_once(client, parts):
    for who, municipality in ((AUDITOR, None), (CASEWORKER, OWN)):
        found, path = [], f"/api/worklists/{LIST}?on={DAY}&limit=3"
        while path:
            page = client.get(path, headers=who).json()
            WorklistPage.model_validate(page)
            found += [item["case"] for item in page["items"]]
            path = page["next"]
        assert cases_on(parts, municipality) == found
        assert len(found) > 6


def test_an_item_says_since_when_and_how_long_the_case_has_waited(client):
    items = read(client, f"/{LIST}", limit=200)["items"]

    assert [item["since"] for item in items] == sorted(item["since"] for item in items)
    assert all((date.fromisoformat(DAY) - date.fromisoformat(item["since"])).days == item["days"] >= 0 for item in items)


def test_who_has_waited_since_before_a_day(client):
    items = read(client, f"/{LIST}", limit=200)["items"]
    bound = items[len(items) // 2]["since"]

    assert [item for item in items if item["since"] < bound] == read(client, f"/{LIST}", limit=200, since_before=bound)["items"]


def test_each_case_that_is_shown_is_noted_and_a_304_too(client, parts):
    before = parts.access_log.head().number
    first = ask(client, f"/{LIST}", limit=4)
    shown = [(item["case"], "worklist", "demo-auditor", parts.store.last_position()) for item in first.json()["items"]]
    again = client.get(first.url, headers={**AUDITOR, "if-none-match": first.headers["etag"]})

    noted = [one.access for one in parts.access_log.all(before)]
    assert (304, b"") == (again.status_code, again.content)
    assert shown * 2 == [(one.case, one.what, one.who, one.position) for one in noted]


def test_a_page_without_cases_is_noted_once(client, parts):
    before = parts.access_log.head().number
    assert [] == read(client, f"/{LIST}", on="2020-01-01")["items"]

    assert [(None, "worklist")] == [(one.access.case, one.access.what) for one in parts.access_log.all(before)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"on": "i går"},
        {"on": "1800-01-01"},
        {"since_before": "2023-02-30"},
        {"municipality": "Randers"},
        {"municipality": "0101751234"},
        {"set_aside": "måske"},
        {"after": "2023-01-01"},
        {"after": "2023-01-01.0101751234"},
    ],
    ids=str,
)
def test_a_question_that_cannot_be_read_is_named_and_never_repeated(client, wrong):
    ((name, value),) = wrong.items()
    response = ask(client, f"/{LIST}", **wrong)

    assert (400, "unreadable-question") == problem_of(response)
    assert name in response.json()["detail"]
    assert value not in response.text


@pytest.mark.parametrize("limit", ["0", "201", "mange"])
def test_a_page_has_between_one_and_two_hundred_cases(client, limit):
    assert 400 == ask(client, f"/{LIST}", limit=limit).status_code


def test_a_list_that_does_not_exist_is_not_found(client):
    assert (404, "no-such-worklist") == problem_of(ask(client, "/nothing"))


def test_lists_that_are_not_built_are_not_shown_as_empty(tmp_path):
    with opened_store(f"sqlite:///{tmp_path}/sager.db", create=True) as store:
        intake_for(store).run([line("a")])
        with parts_for(store) as parts, served_lists(parts) as client:
            assert {(503, "worklists-not-built")} == {problem_of(ask(client, path)) for path in ("", f"/{LIST}")}
            assert "sagsspor rebuild" in ask(client).json()["detail"]


def test_the_lists_are_described_with_their_documents(client):
    described = client.get("/openapi.json").json()

    page = described["paths"]["/api/worklists/{name}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert {"$ref": "#/components/schemas/WorklistPage"} == page
    assert WorklistPage.model_fields.keys() == described["components"]["schemas"]["WorklistPage"]["properties"].keys()
