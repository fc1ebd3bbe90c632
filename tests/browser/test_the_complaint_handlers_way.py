"""From the login to the dossier: with the mouse, by the keyboard alone, and without JavaScript."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Hands, Keyboard, Mouse
from tests.browser.site import Site

__all__ = ["sagsspor"]
from tests.sealing_commands import sagsspor

WAYS = {
    "mouse": (Mouse, {}),
    "keyboard": (Keyboard, {}),
    "without_javascript": (Mouse, {"java_script_enabled": False}),
    "phone": (Mouse, {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}),
}


@pytest.fixture(params=WAYS)
def hands(request, opened) -> Hands:
    kind, options = WAYS[request.param]
    return kind(opened(None, **options))


def main(page: Page):
    return page.locator("main")


def log_in(hands: Hands) -> None:
    hands.page.goto("/")
    assert "/login" == urlsplit(hands.page.url).path
    hands.press(main(hands.page).get_by_role("button", name="Log ind"))
    expect(hands.page.locator(".site-user")).to_contain_text("Klagesagsbehandler")


def find_the_case(hands: Hands, case: str) -> None:
    hands.write(hands.page.get_by_label("Sagens UUID"), case)
    hands.press(hands.page.get_by_role("button", name="Find sagen", exact=True))
    expect(hands.page).to_have_title(re.compile(f"Sag {case}"))
    assert {"valid_on", "position"} <= parse_qs(urlsplit(hands.page.url).query).keys()


def ask(hands: Hands, valid_on: str, known_at: str) -> None:
    hands.write(hands.page.get_by_label("Dagen, der spørges om"), valid_on)
    hands.write(hands.page.get_by_label("Kendt til og med"), known_at)
    hands.press(hands.page.get_by_role("button", name="Vis", exact=True))


def leave_for(hands: Hands, name: str) -> None:
    hands.press(hands.page.get_by_role("navigation", name="Sider om sagen").get_by_role("link", name=name, exact=True))


def counted(page: Page):
    return page.locator(".site-card").filter(has_text="der kan ske fradrag for")


def test_from_the_search_to_the_explained_day_and_the_dossier(hands: Hands, site: Site, sagsspor, tmp_path):
    page, case = hands.page, site.town.story
    log_in(hands)
    find_the_case(hands, case)

    ask(hands, "30/04/2022", "23/03/2022")
    expect(counted(page)).to_contain_text("5 dage")
    ask(hands, "30/04/2022", "")
    expect(counted(page)).to_contain_text("3 dage")

    hands.press(main(page).get_by_role("link", name="Forklaringen for dagen 12.3.").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Lørdag den 12. marts 2022")
    expect(main(page)).to_contain_text("Nej, der kan ikke ske fradrag for dagen")
    expect(main(page)).to_contain_text("Hvad sagde sagen om dagen tidligere?")
    hands.press(main(page).get_by_role("link", name=case).first)

    leave_for(hands, "Da og nu")
    hands.write(page.get_by_label("Da: kendt til og med"), "23/03/2022")
    hands.press(page.get_by_role("button", name="Sammenlign"))
    expect(page.get_by_role("table", name="Sagen da og nu")).to_contain_text("9.–13. marts 2022 (5 dage)")
    expect(page.get_by_role("table", name="Sagen da og nu")).to_contain_text("9.–11. marts 2022 (3 dage)")

    leave_for(hands, "Hvad nu hvis")
    hands.choose(page.get_by_label("Tænkt hændelse"), "Afmeldt på grund af sygdom")
    hands.write(page.get_by_label("Skete den"), "08/03/2022")
    hands.press(page.get_by_role("button", name="Vis det tænkte"))
    expect(main(page)).to_contain_text("TÆNKT. Sådan ville sagen se ud. Intet er skrevet.")

    leave_for(hands, "Afgørelser")
    expect(main(page)).to_contain_text("9.–13. marts 2022 (5 dage)")
    expect(page.get_by_role("table", name="Er afgørelsen fuldstændig?")).to_be_visible()

    leave_for(hands, "Dossier")
    with page.expect_download() as coming:
        hands.press(page.get_by_role("link", name="Hent dossieret som PDF/A-3"))
    coming.value.save_as(tmp_path / "dossier.pdf")
    assert f"dossier-{case}.pdf" == coming.value.suggested_filename
    assert 0 == sagsspor(f"dossier verify {tmp_path / 'dossier.pdf'} --public-key {site.key}").code
