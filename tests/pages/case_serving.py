"""The pages about a case over a real server, and the words of a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

import httpx

from tests.dossier.story import CASE
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
        self.found, self.ids = [], []
        self.feed(text)

    def handle_starttag(self, _, attrs):
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_data(self, data):
        self.found += data.split()


def words(page):
    """Give what a page says, from its first word to its last."""
    return " ".join(_Words(page.text).found)


def places(page):
    return _Words(page.text).ids


def main_of(response):
    """Give the part of a page that is the answer, without the frame around it."""
    return response.text.partition("<main")[2].partition("</main>")[0]


@contextmanager
def serving(store) -> Iterator[httpx.Client]:
    """Serve a store; who asks is led on to the address that names the clocks."""
    with served(store) as client:
        client.follow_redirects = True
        yield client
