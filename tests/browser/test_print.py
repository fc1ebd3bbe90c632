"""What comes out of the printer."""

from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import expect

from infra.web.access.rights import Role
from tests.browser.looking import FAINT


@pytest.fixture
def page(opened, site):
    page = opened(Role.complaint_handler)
    page.goto(f"/sager/{site.town.story}?valid_on=2022-04-30")
    return page


def test_a_printed_case_has_its_timeline_and_days_and_no_ways_elsewhere(page):
    page.emulate_media(media="print")

    expect(page.locator(".case-drawing svg")).to_be_visible()
    expect(page.get_by_role("table", name="Dage, som der kan ske fradrag for")).to_be_visible()
    expect(page.locator(".case-shown")).to_be_visible()
    expect(page.locator(".case-permanent")).to_be_visible()
    for hidden in ("nav", "form", "[data-print]"):
        assert [] == [one.inner_text() for one in page.locator(hidden).all() if one.is_visible()], hidden


def test_what_is_printed_can_be_read_without_its_grounds(opened, site):
    page = opened(Role.auditor)
    page.goto(f"/sager/{site.town.busy}?valid_on=2022-06-30")
    page.emulate_media(media="print")

    assert [] == page.evaluate(FAINT, True)


def test_the_drawing_fits_the_paper(page):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".case-drawing svg").bounding_box()["width"] <= 718


def test_the_pdf_of_a_case_is_tagged_and_in_danish(page):
    with pikepdf.open(BytesIO(page.pdf(format="A4", tagged=True))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "da" == str(pdf.Root.Lang)
        assert pdf.Root.StructTreeRoot.K
