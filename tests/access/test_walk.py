"""Every route of the application, asked for by everybody: what is not granted is refused."""

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from starlette.routing import Route as Plain

from infra.web.access import PUBLIC, Right, declared, needs
from infra.web.access.demo import demo_id
from infra.web.access.guard import UndeclaredRouteError
from infra.web.access.login import demo_login
from infra.web.app import build
from tests.access.walking import ALLOWED, NOBODY, ROLES, Route

REFUSED = {401, 403}


def routes_of(app):
    return [Route(method, context.path) for context in iter_route_contexts(app.routes) for method in sorted(context.methods or ())]


@pytest.fixture
def app(parts):
    return build(parts, demo_login(parts.assigned))


def test_every_route_stands_in_the_table(app):
    missing = {route.name for route in routes_of(app)} - ALLOWED.keys()

    assert set() == missing, "say in tests/access/walking.py who may have it"


def test_each_route_lets_in_whom_the_table_names_and_nobody_else(app, demo):
    found = {}
    for route in routes_of(app):
        for role in (NOBODY, *ROLES):
            if route.name in ALLOWED:
                found[route.name, role] = let_in(demo, route, role)

    assert {one: one[1] in ALLOWED[one[0]] for one in found} == found


def let_in(client, route, role):
    headers = {} if role is NOBODY else {"authorization": f"Bearer {demo_id(role)}"}
    answer = client.request(route.method, route.address, headers=headers, follow_redirects=False)
    if role is NOBODY and answer.headers.get("location", "").startswith("/login") and route.path != "/login":
        assert (303, True) == (answer.status_code, route.is_page)
        return False
    assert answer.status_code not in {429, 500}, route.name
    return answer.status_code not in REFUSED


def test_nobody_hears_that_a_case_exists_which_they_may_not_see(demo):
    answers = [
        demo.get(f"/api/cases/{case}?valid_on=2022-03-01&position=0", headers={"authorization": "Bearer demo-complaint-handler"})
        for case in ("11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222")
    ]

    assert [404, 404] == [answer.status_code for answer in answers]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("dependencies", [[], [PUBLIC], [needs(Right.CASES)]], ids=["silent", "public", "needing"])
def test_an_application_with_a_route_that_says_nothing_does_not_start(dependencies):
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    router = APIRouter(dependencies=dependencies)
    router.add_api_route("/x", lambda: None)
    app.include_router(router, prefix="/y")
    if dependencies:
        declared(app)
        return
    with pytest.raises(UndeclaredRouteError, match="/y/x"):
        declared(app)


def test_a_plain_route_can_say_nothing_so_it_is_named_or_refused():
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.router.routes.append(Plain("/z", lambda _request: None))
    with pytest.raises(UndeclaredRouteError, match="/z"):
        declared(app)
    declared(app, {"/z"})
