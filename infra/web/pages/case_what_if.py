"""`/sager/{case}/hvad-nu-hvis`: a case with facts that did not happen, or without facts that did. Nothing is written."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from infra.web.access import MayRead, Right, Who, needs
from infra.web.asked import AskedNow, Permanent
from infra.web.desk import Desk
from infra.web.pages.case_content.imagined_facts import Typed
from infra.web.pages.case_content.imagined_page import answer, form, imagined
from infra.web.pages.frame import render

PATH = "/sager/{case}/hvad-nu-hvis"
NOT_KEPT = {"Cache-Control": "no-store"}
Field = Annotated[str, Form()]


def routes(desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get(PATH, dependencies=[needs(Right.WHAT_IF)])
    def ask(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "what-if")
        return render(request, who, "case/what_if.html", **form(case, asked, Typed(), {}), found=None)

    @router.post(PATH, dependencies=[needs(Right.WHAT_IF)])
    def imagine(
        request: Request,
        who: Who,
        may_read: MayRead,
        asked: AskedNow,
        without: Annotated[list[str], Form()] = [],  # noqa: B006 - FastAPI makes a list of its own for each request
        kind: Field = "",
        day: Field = "",
        first: Field = "",
        last: Field = "",
        registered: Field = "",
        lines: Field = "",
    ) -> Response:
        typed = Typed(kind, day, first, last, registered, lines, tuple(without))
        case = desk.read(who, may_read, asked, "what-if")
        history, errors = imagined(case, asked, typed)
        found = None if history is None else answer(case, asked, history)
        page = render(request, who, "case/what_if.html", 422 if errors else 200, **form(case, asked, typed, errors), found=found)
        page.headers.update(NOT_KEPT)
        return page

    return router
