from tests.browser.every_page import OTHERS
from tests.browser.page_rules import PageRules


class TestOtherPages(PageRules):
    PAGES = OTHERS
