"""What the keyboard alone must reach (WCAG 2.1.1, 2.4.1, 2.4.7)."""

import re

import pytest
from playwright.sync_api import expect

from infra.web.access.rights import Role
from tests.browser.hands import FOCUSED, Keyboard

DAY = "valid_on=2022-04-30"


@pytest.fixture
def keyboard(opened, site):
    keyboard = Keyboard(opened(Role.complaint_handler))
    keyboard.page.goto(f"/sager/{site.town.story}?{DAY}")
    return keyboard


def test_the_first_stop_leads_past_the_menu(keyboard):
    page = keyboard.page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til sidens indhold")).to_be_in_viewport()

    page.keyboard.press("Enter")

    assert page.locator("main").evaluate(FOCUSED)
    page.keyboard.press("Tab")
    assert page.locator("main").evaluate("one => one.contains(document.activeElement)")


def test_each_mark_of_the_drawing_is_a_stop(keyboard):
    page = keyboard.page
    marks = page.locator(".case-drawing svg a")
    keyboard.reach(marks.first)
    stops = 0
    while page.evaluate("document.activeElement.closest('.case-drawing svg a') !== null"):
        stops += 1
        page.keyboard.press("Tab")

    assert stops == marks.count() > 10


def test_a_mark_leads_to_its_event(keyboard):
    page = keyboard.page
    mark = page.locator(".case-drawing svg a[href^='#haendelse-']").first
    place = mark.get_attribute("href")
    keyboard.press(mark)

    expect(page).to_have_url(re.compile(f"{place}$"))
    expect(page.locator(place)).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.locator(place).evaluate("one => Boolean(one.compareDocumentPosition(document.activeElement) & 4)"), "reading goes on there"


def test_a_day_of_the_drawing_leads_to_its_reason(keyboard):
    keyboard.press(keyboard.page.locator(".case-drawing svg a[href*='/dage/']").first)

    expect(keyboard.page.get_by_role("heading", level=1)).to_have_text(re.compile(r"marts 2022$"))


def test_what_is_folded_opens_by_the_keyboard(keyboard):
    keyboard.press(keyboard.page.locator("summary", has_text="Vis tidslinjen som tabel"))

    expect(keyboard.page.get_by_role("table", name="Tidslinjen som tabel")).to_be_visible()
