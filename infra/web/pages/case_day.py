"""`GET /sager/{case}/dage/{dato}`: one day explained."""

from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.times import ONE_DAY, TimeError, parse_day
from infra.web.access import MayRead, Right, Who, needs
from infra.web.asked import Permanent
from infra.web.desk import Desk
from infra.web.pages.case_content.day_page import day_page
from infra.web.pages.frame import render
from infra.web.problems import ProblemError, unreadable_question


def routes(desk: Desk) -> APIRouter:
    """Give the route."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get("/sager/{case}/dage/{dato}", dependencies=[needs(Right.CASES)])
    def show(request: Request, who: Who, may_read: MayRead, asked: Permanent, dato: str) -> Response:
        day = _day(dato)
        case = desk.read(who, may_read, asked, "day")
        return render(request, who, "case/day.html", **day_page(case, asked, day))

    return router


def _day(text: str) -> date:
    """Read the day of the path. The very first and last that the law knows have no neighbour to lead to."""
    try:
        day = parse_day(text)
        parse_day((day - ONE_DAY).isoformat())
        parse_day((day + ONE_DAY).isoformat())
    except TimeError:
        raise ProblemError(unreadable_question("dato")) from None
    return day
