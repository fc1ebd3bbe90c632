"""`/api/cases/{case}/dossier`: the case in one file that proves itself."""

from collections.abc import Callable
from importlib.metadata import version

from fastapi import APIRouter, Request
from starlette.responses import Response

from infra.cases import Case
from infra.dossier.gathering import UnprovenError
from infra.dossier.question import Question
from infra.web import problems as p
from infra.web.access import MayRead, Right, Who, needs
from infra.web.api.answers import tagged
from infra.web.api.cases import MOVED, QUESTION
from infra.web.asked import Asked, Permanent
from infra.web.described import turned_away
from infra.web.desk import Desk
from infra.web.problems import ProblemError

PDF = "application/pdf"
HTML = "text/html; charset=utf-8"
FILE = {"type": "string", "format": "binary"}

Make = Callable[[Case, Question], tuple[bytes, bytes]]
"""Makes a dossier as PDF and as HTML. Raises `UnprovenError`."""


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
        return _download(request, made(desk.read(who, may_read, asked, "dossier"), asked, make)[0], PDF, f"dossier-{asked.case}.pdf")

    @router.get(
        "/dossier.html",
        summary="Sagens dossier som én HTML-side",
        operation_id="makeDossierPage",
        response_class=Response,
        responses={200: {"content": {"text/html": {"schema": {"type": "string"}}}}, **problems},
    )
    def html(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        return _download(request, made(desk.read(who, may_read, asked, "dossier"), asked, make)[1], HTML, f"dossier-{asked.case}.html")

    return router


def made(case: Case, asked: Asked, make: Make) -> tuple[bytes, bytes]:
    """Make a dossier, or say why there is none."""
    aside = tuple(one.number for one in case.set_aside)
    program = f"sagsspor {version('sagsspor')}"
    try:
        return make(case, Question(case.id, asked.valid_on, asked.known_at, asked.known_by, asked.policy, aside, program))
    except UnprovenError as error:
        raise ProblemError(p.NOT_PROVEN._replace(detail=str(error))) from None
    except OSError:
        raise ProblemError(p.NO_PDF) from None


def _download(request: Request, content: bytes, media_type: str, name: str) -> Response:
    found = tagged(request, content, media_type)
    found.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return found
