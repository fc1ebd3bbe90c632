"""`GET /sager/{case}/sammenlign`: then and now, side by side."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from domain.times import Instant, TimeError, end_of, parse_known_at
from infra.web.access import MayRead, Right, Who, needs
from infra.web.asked import Permanent, read_day
from infra.web.desk import Desk
from infra.web.pages.case_content.as_of import known_moments
from infra.web.pages.case_content.comparison import choosing, comparison
from infra.web.pages.frame import render
from infra.web.problems import ProblemError, unreadable_question

Until = Annotated[str, Query(alias="and")]


def routes(desk: Desk) -> APIRouter:
    """Give the route."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get("/sager/{case}/sammenlign", dependencies=[needs(Right.CASES)])
    def show(request: Request, who: Who, may_read: MayRead, asked: Permanent, until: Until = "") -> Response:
        second = _moment(until)
        case = desk.read(who, may_read, asked, "diff")
        moments = known_moments(case.facts, asked.known_by)
        if asked.known_at is None or not moments:
            return render(request, who, "case/compare_form.html", **choosing(case, asked))
        found = comparison(case, asked, asked.known_at, moments[-1] if second is None else second)
        return render(request, who, "case/compare.html", **found)

    return router


def _moment(text: str) -> Instant | None:
    if not text:
        return None
    try:
        return end_of(read_day(text)) if "/" in text else parse_known_at(text)
    except TimeError:
        raise ProblemError(unreadable_question("and")) from None
