"""Who lacks a right sees neither the way to a page nor the page."""

import pytest
from playwright.sync_api import expect

from infra.web.access.rights import GRANTED, Right, Role
from infra.web.pages.navigation import WAYS

PEOPLE = (Role.caseworker, Role.complaint_handler, Role.auditor, Role.administrator)
PARTS_OF_A_CASE = {
    "Sagsforløb": Right.CASES,
    "Da og nu": Right.CASES,
    "Afgørelser": Right.CASES,
    "Hvad nu hvis": Right.WHAT_IF,
    "Dossier": Right.DOSSIER,
}


@pytest.mark.parametrize("role", PEOPLE)
def test_the_menu_has_the_ways_of_the_role_alone(opened, role):
    page = opened(role)
    page.goto("/")

    menu = page.get_by_role("navigation", name="Hovedmenu").get_by_role("link")
    assert [way.text for way in WAYS if role in GRANTED[way.right]] == [one.strip() for one in menu.all_inner_texts()]


@pytest.mark.parametrize("role", PEOPLE)
def test_a_page_without_the_right_to_it_says_so(opened, role):
    page = opened(role)
    for way in WAYS:
        response = page.goto(way.href)
        assert (200 if role in GRANTED[way.right] else 403) == response.status, way.href


@pytest.mark.parametrize("role", [Role.caseworker, Role.auditor])
def test_a_case_has_the_ways_of_the_role_alone(opened, site, role):
    page = opened(role)
    page.goto(f"/sager/{site.town.busy}?valid_on=2022-06-30")

    ways = page.get_by_role("navigation", name="Sider om sagen").get_by_role("link")
    assert [text for text, right in PARTS_OF_A_CASE.items() if role in GRANTED[right]] == ways.all_inner_texts()


def test_a_caseworker_gets_no_dossier(opened, site):
    page = opened(Role.caseworker)

    assert 403 == page.goto(f"/sager/{site.town.busy}/dossier?valid_on=2022-06-30").status
    expect(page.get_by_role("heading", level=1)).to_have_text("Rollen giver ikke adgang")


def test_a_case_of_others_looks_like_one_that_is_not_there(opened, site):
    page = opened(Role.complaint_handler)
    shown = []
    for case in (site.town.busy, "00000000-0000-4000-8000-00000000dead"):
        assert 404 == page.goto(f"/sager/{case}?valid_on=2022-06-30").status
        shown.append(page.locator("main").inner_text())

    assert shown[0] == shown[1]
