from tests.browser.every_page import OF_A_CASE
from tests.browser.page_rules import PageRules


class TestPagesOfACase(PageRules):
    PAGES = OF_A_CASE
