"""`GET /sager/{case}/afgoerelser`: each decision beside what the file showed when it was made, and shows now."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from infra.web.access import MayRead, Right, Who, needs
from infra.web.asked import Permanent
from infra.web.desk import Desk
from infra.web.pages.case_content.decisions_page import decisions_page
from infra.web.pages.frame import render


def routes(desk: Desk) -> APIRouter:
    """Give the route."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get("/sager/{case}/afgoerelser", dependencies=[needs(Right.CASES)])
    def show(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "decisions")
        return render(request, who, "case/decisions.html", **decisions_page(case, asked))

    return router
