"""A page that nobody looks at is a page that nobody knows is broken."""

from fastapi.routing import iter_route_contexts

from infra.web.access.login import demo_login
from infra.web.app import build
from infra.web.parts import parts_for
from infra.wiring import opened_store, sqlite_url
from tests.browser.every_page import NO_PAGES, OF_A_CASE, OTHERS, VARIANTS

PAGES = OF_A_CASE + OTHERS


def test_each_route_of_a_page_is_looked_at(tmp_path):
    with opened_store(sqlite_url(tmp_path / "s.db"), create=True) as store, parts_for(store) as parts:
        app = build(parts, demo_login(parts.assigned))

    routes = [one for one in iter_route_contexts(app.routes) if "GET" in (one.methods or ())]
    assert {one.path for one in routes if not one.include_in_schema} == {one.route for one in PAGES if one.route} | NO_PAGES.keys()


def test_each_page_is_looked_at_whole_in_some_state():
    whole = {one.route for one in PAGES if one.status == 200 and one.name not in VARIANTS}

    assert {one.name for one in PAGES} >= VARIANTS
    assert {one.route for one in PAGES if one.status == 200} == whole


def test_no_two_have_a_name_in_common():
    assert len(PAGES) == len({one.name for one in PAGES})
