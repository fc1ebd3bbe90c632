"""The service with its municipality, and readers who are logged in to it in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page, Response

from infra import clock
from infra.assignments.log import assigned_in
from infra.web.access.demo import demo_principal
from infra.web.access.login import demo_login
from infra.web.access.rights import Role
from infra.web.access.sessions import Sessions
from infra.web.hardening.settings import Hardening, Rate, Rates
from infra.wiring import assignments_for, opened_store, sqlite_url
from tests.browser.every_page import Seen
from tests.browser.municipality import Town, fill
from tests.web.serving import served

UNHURRIED = Hardening(rates=Rates(login=Rate(10_000, 60), other=Rate(100_000, 60)))
"""The tests turn pages faster than anybody does."""


class Site(NamedTuple):
    """Where the service is, what there is to see, and what lets somebody in."""

    address: str
    town: Town
    sessions: Sessions
    key: Path
    """The public key of its seals."""

    def url(self, path: str) -> str:
        """Give an address; a page's path may name a case of the town."""
        return self.address + path.format(**self.town._asdict())

    def context(self, browser: Browser, role: Role | None, **options: Any) -> BrowserContext:
        """Open a browser of somebody's own, in which they are logged in; None is nobody."""
        context = browser.new_context(base_url=self.address, locale="da-DK", timezone_id="Europe/Copenhagen", **options)
        if role is not None:
            name, _, value = self.sessions.set_cookie(self.sessions.begin(demo_principal(role))).partition(";")[0].partition("=")
            context.add_cookies([{"name": name, "value": value, "url": self.address}])
        return context


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """Serve the municipality for as long as the block runs."""
    with opened_store(sqlite_url(folder / "sager.db"), create=True) as store:
        town = fill(store, folder)
        login = demo_login(assigned_in(assignments_for(store), clock.now))
        with served(store, login=login, hardening=UNHURRIED) as client:
            yield Site(str(client.base_url).rstrip("/"), town, login.gate.sessions, folder / "segl.key.pub")


def visit(page: Page, site: Site, seen: Seen) -> Response:
    """Open a page and bring it into its state."""
    response = page.goto(site.url(seen.path))
    assert response
    if seen.button:
        for id_, text in seen.typed.items():
            field = page.locator(f"main #{id_}")
            field.select_option(text) if field.evaluate("one => one.tagName") == "SELECT" else field.fill(text)
        with page.expect_navigation() as going:
            page.locator("main").get_by_role("button", name=seen.button, exact=True).click()
        response = going.value
    assert seen.status == response.status
    return response
