"""Where the design system was not fetched the pages have a plain sheet of our own: it must do."""

import pytest

from tests.browser.every_page import OF_A_CASE, OTHERS
from tests.browser.looking import look
from tests.browser.test_colours import STATIC

NAMES = {"case", "front", "list"}
DESIGN = "**/dkfds.min.css"


@pytest.mark.parametrize("seen", [one for one in OF_A_CASE + OTHERS if one.name in NAMES], ids=lambda seen: seen.name)
def test_a_plain_page_is_as_accessible_as_the_others(browser, site, seen):
    with site.context(browser, seen.role) as context:
        context.route(DESIGN, lambda route: route.fulfill(path=STATIC / "plain.css", content_type="text/css"))
        found = look(context, site, seen)

    assert ([], [], []) == (found.violations, found.sideways, found.faint)
