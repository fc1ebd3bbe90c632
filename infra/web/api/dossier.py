"""`/api/cases/{case}/dossier`: the case in one file that proves itself."""

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from infra.cases import Case
from infra.dossier.gathering import UnprovenError
from infra.dossier.making import Made, NotDrawnError
from infra.dossier.question import Question
from infra.web import problems as p
from infra.web.access import MayRead, Right, Who, needs
from infra.web.api.answers import following, tagged
from infra.web.api.cases import MOVED, QUESTION
from infra.web.asked import Asked, Permanent
from infra.web.described import turned_away
from infra.web.desk import Desk
from infra.web.problems import ProblemError

PDF = "application/pdf"
HTML = "text/html; charset=utf-8"
FILE = {"type": "string", "format": "binary"}

Make = Callable[[Case, Question], Made]
"""Makes a dossier. Raises `UnprovenError`."""


def routes(desk: Desk, make: Make) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/api/cases/{case}", tags=["sager"], dependencies=[needs(Right.DOSSIER)], redirect_slashes=False)
    problems = {**MOVED, **turned_away(*QUESTION, p.NOT_PROVEN, p.NO_PDF)}

    @router.get(
        "/dossier",
        summary="Sagens dossier som PDF/A-3",
        operation_id="makeDossier",
        response_class=Response,
        responses={200: {"content": {PDF: {"schema": FILE}}}, **problems},
    )
    def pdf(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        made = _made(desk.read(who, may_read, asked, "dossier"), asked, make)
        try:
            return _saved(following(request, made.digests, made.drawn, PDF), asked, "pdf")
        except NotDrawnError:
            raise ProblemError(p.NO_PDF) from None

    @router.get(
        "/dossier.html",
        summary="Sagens dossier som én HTML-side",
        operation_id="makeDossierPage",
        response_class=Response,
        responses={200: {"content": {"text/html": {"schema": {"type": "string"}}}}, **problems},
    )
    def html(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        made = _made(desk.read(who, may_read, asked, "dossier"), asked, make)
        return _saved(tagged(request, made.page, HTML), asked, "html")

    return router


def _made(case: Case, asked: Asked, make: Make) -> Made:
    try:
        return make(case, asked.of(case))
    except UnprovenError as error:
        raise ProblemError(p.NOT_PROVEN._replace(detail=str(error))) from None


def _saved(answer: Response, asked: Asked, suffix: str) -> Response:
    answer.headers["Content-Disposition"] = f'attachment; filename="dossier-{asked.case}.{suffix}"'
    return answer
