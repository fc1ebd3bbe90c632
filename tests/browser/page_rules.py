"""What holds on every page. A test module subclasses this for the pages that it looks at."""

from tests.browser.every_page import Seen

UNDECIDED = {"color-contrast"}
"""Of what axe-core may say that it cannot tell: it does not see what lies under text in a drawing or over an icon. We measure that."""


class PageRules:
    """Rules of WCAG 2.2 A and AA, of the content security policy, and our own."""

    PAGES: tuple[Seen, ...]

    def test_axe_finds_nothing_wrong_at_any_width(self, look):
        assert [] == look.violations

    def test_axe_leaves_nothing_undecided_that_is_not_measured_here(self, look):
        assert set() == look.doubts - UNDECIDED

    def test_it_never_scrolls_sideways(self, look):
        assert [] == look.sideways

    def test_the_browser_refuses_nothing_and_complains_of_nothing(self, look):
        assert [] == look.complaints

    def test_nothing_is_asked_of_anybody_else(self, look):
        assert [] == look.foreign

    def test_text_and_fields_stand_out(self, look):
        assert [] == look.faint

    def test_no_icon_is_missing(self, look):
        assert [] == look.holes
