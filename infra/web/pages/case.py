"""`GET /sager/{case}`: the page of a case, on which a complaint handler can answer for each day."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from domain.times import TimeError
from infra.telemetry.deriving import deriving
from infra.web.access import MayRead, Right, Who, needs
from infra.web.asked import Permanent, read_day
from infra.web.desk import Desk
from infra.web.pages.case_content.addresses import Addresses
from infra.web.pages.case_content.overview import overview
from infra.web.pages.frame import render
from infra.web.problems import ProblemError, unreadable_question


def routes(desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get("/sager/{case}", dependencies=[needs(Right.CASES)])
    def show(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "case")
        with deriving():
            shown = overview(case, asked)
        return render(request, who, "case/show.html", **shown)

    @router.get("/sager/{case}/dage", dependencies=[needs(Right.CASES)])
    def look_day_up(request: Request, who: Who, may_read: MayRead, asked: Permanent, dato: str = "") -> Response:
        case = desk.read(who, may_read, asked, "day")
        try:
            day = read_day(dato)
        except TimeError:
            raise ProblemError(unreadable_question("dato")) from None
        return RedirectResponse(Addresses.of(case, asked, case.facts).day(day), 303)

    return router
