"""One service for all, one browser a module, and a profile of its own for each test.

A browser a session would be quicker, but while it runs no other test of the same process can start an event loop.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from infra.web.access.rights import Role
from tests.browser.chromium import chromium
from tests.browser.looking import Look
from tests.browser.looking import look as look_at
from tests.browser.site import Site, serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("browser")) as site:
        yield site


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def opened(browser: Browser, site: Site) -> Iterator:
    """Open a browser for somebody; all are closed after the test."""
    contexts: list[BrowserContext] = []

    def open_for(role: Role | None, **options) -> Page:
        contexts.append(site.context(browser, role, **options))
        contexts[-1].set_default_timeout(15_000)
        return contexts[-1].new_page()

    yield open_for
    for context in contexts:
        context.close()


@pytest.fixture(scope="class")
def look(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Look]:
    """Look at a page of the class."""
    with site.context(browser, request.param.role) as context:
        yield look_at(context, site, request.param)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Look at each page of a class once, for all of its rules."""
    if "look" in metafunc.fixturenames:
        metafunc.parametrize("look", metafunc.cls.PAGES, indirect=True, ids=lambda seen: seen.name, scope="class")
