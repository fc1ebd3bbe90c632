"""Somebody with a role, who visits pages in a browser."""

from typing import NamedTuple

import httpx

from tests.pages.markup import Page


class Visitor(NamedTuple):
    client: httpx.Client
    role: str

    @property
    def headers(self):
        return {"authorization": f"Bearer demo-{self.role}", "accept": "text/html"}

    def get(self, path):
        return self.client.get(path, headers=self.headers)

    def post(self, path, **typed):
        return self.client.post(path, data=typed, headers=self.headers)

    def page(self, path):
        return well_made(self.get(path))


def well_made(response):
    """Read a page, and see to it that nothing is wrong with it."""
    assert "text/html; charset=utf-8" == response.headers["content-type"]
    page = Page(response.text)
    assert [] == page.faults
    return page
