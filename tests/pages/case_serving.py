"""The pages about the case of the story over a real server, as an auditor meets them, and the words of a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

import httpx
import pytest

from infra.wiring import intake_for, opened_store, sqlite_url
from tests.dossier.story import CASE, STORY
from tests.web.serving import served

NOW = "2022-04-30"
AT = f"/sager/{CASE}?valid_on={NOW}&by=registered&position=10"
THEN = AT.replace("&by", "&known_at=2022-03-31T23:59:59.999999%2B02:00&by")


def under(name, asked=AT):
    """Give the address of another page about the case."""
    return asked.replace("?", f"/{name}?")


class _Words(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.ids, self.hidden = [], [], []
        self.feed(text)

    def handle_starttag(self, _, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        if ("type", "hidden") in attrs:
            self.hidden.append((dict(attrs)["name"], dict(attrs)["value"]))

    def handle_data(self, data):
        self.found += data.split()


def words(page):
    """Give what a page says, from its first word to its last."""
    return " ".join(_Words(page.text).found)


def places(page):
    return _Words(page.text).ids


def hidden(response):
    """Give what the forms of an answer carry along."""
    return _Words(main_of(response)).hidden


def main_of(response):
    """Give the part of a page that is the answer, without the frame around it."""
    return response.text.partition("<main")[2].partition("</main>")[0]


@contextmanager
def serving(store) -> Iterator[httpx.Client]:
    """Serve a store; who asks is led on to the address that names the clocks."""
    with served(store) as client:
        client.follow_redirects = True
        yield client


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with opened_store(sqlite_url(tmp_path_factory.mktemp("pages") / "s.db"), create=True) as store:
        intake_for(store).take(STORY)
        yield store


@pytest.fixture(scope="module")
def client(store):
    with serving(store) as client:
        yield client


@pytest.fixture
def auditor(visit):
    return visit("auditor")
