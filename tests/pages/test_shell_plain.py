"""Where the design system was not fetched, the pages use their own sheet."""

import pytest
from fastapi import FastAPI, Request

from infra.web.access.demo import demo_principal
from infra.web.access.rights import Role
from infra.web.pages import templating
from infra.web.pages.frame import Frame, framed, render
from infra.web.pages.static_files import FOLDER, StaticFiles
from tests.pages.markup import Page


@pytest.fixture
def without_design(tmp_path, monkeypatch):
    for path in FOLDER.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(templating, "static_files", lambda: StaticFiles(tmp_path))
    templating.environment.cache_clear()
    yield StaticFiles(tmp_path)
    templating.environment.cache_clear()


def test_a_page_needs_nothing_of_the_design_system(without_design):
    app = FastAPI()
    framed(app, Frame("Eksempelby Kommune"))
    request = Request({"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b"", "app": app})
    page = Page(render(request, demo_principal(Role.caseworker), "front/front.html", errors=[]).body.decode())

    assert [] == page.faults
    assert [without_design.url(name) for name in ("plain.css", "site.css", "logo.svg", "site.js", "logo.svg")] == page.resources
    assert "Demo-login" not in page.text
