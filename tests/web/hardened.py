"""A small hardened application over a real server: routes that do what a route can do wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import httpx
from fastapi import FastAPI, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from serving import running

from infra.web.hardening import Hardening, harden
from infra.web.turning_away import turn_away


def small_app() -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None)

    @app.get("/page")
    async def page() -> HTMLResponse:
        return HTMLResponse("<p>Side</p>")

    @app.get("/kept")
    async def kept() -> Response:
        loose = {"cache-control": "private, no-cache", "content-security-policy": "default-src *", "x-content-type-options": "off"}
        return Response("kept", headers=loose)

    @app.get("/moved")
    async def moved() -> RedirectResponse:
        return RedirectResponse("/page", 302)

    @app.get("/broken")
    async def broken() -> Response:
        raise ValueError("HEMMELIG")

    @app.get("/static/style.css")
    async def style() -> Response:
        return Response("", media_type="text/css")

    @app.api_route("/form", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
    async def form(request: Request) -> dict[str, int]:
        return {"length": len(await request.body())}

    @app.post("/typed")
    async def typed(word: Annotated[str, Form()]) -> dict[str, str]:
        return {"word": word}

    @app.post("/login")
    @app.post("/events")
    async def taken(request: Request) -> dict[str, int]:
        return {"length": len(await request.body())}

    return app


@contextmanager
def asked_of(app: FastAPI) -> Iterator[httpx.Client]:
    with running(app, proxy_headers=False) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@contextmanager
def hardened(settings=Hardening(), heard=lambda _: None, **others) -> Iterator[httpx.Client]:  # noqa: B008 - it never changes
    app = small_app()
    turn_away(app, heard)
    harden(app, settings, heard, **others)
    with asked_of(app) as client:
        yield client
