"""`/sager/{case}/dossier`: what a dossier is, whether it can be proven yet, and the dossier itself as PDF and as HTML."""

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from infra.cases import Case
from infra.dossier.gathering import UnprovenError, gather
from infra.dossier.making import Made, NotDrawnError
from infra.web.access import MayRead, Principal, Right, Who, needs
from infra.web.asked import Asked, Permanent
from infra.web.desk import Desk
from infra.web.pages.case_content.dossier_page import dossier_page
from infra.web.pages.frame import render
from infra.web.parts import Parts
from infra.web.problems import NO_PDF

PATH = "/sager/{case}/dossier"
PDF = "application/pdf"
HTML = "text/html; charset=utf-8"


def routes(parts: Parts, desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get(PATH, dependencies=[needs(Right.DOSSIER)])
    def show(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "case")
        return _page(request, who, case, asked, _unproven(parts, case, asked))

    @router.get(f"{PATH}.pdf", dependencies=[needs(Right.DOSSIER)])
    def pdf(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "dossier")
        return _made(request, who, case, asked, lambda made: Response(made.drawn(), media_type=PDF, headers=_saved(asked, "pdf")))

    @router.get(f"{PATH}.html", dependencies=[needs(Right.DOSSIER)])
    def html(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "dossier")
        return _made(request, who, case, asked, lambda made: Response(made.page, media_type=HTML, headers=_saved(asked, "html")))

    def _made(request: Request, who: Principal, case: Case, asked: Asked, write: Callable[[Made], Response]) -> Response:
        try:
            return write(parts.make_dossier(case, asked.of(case)))
        except UnprovenError as error:
            return _page(request, who, case, asked, str(error), 409)
        except NotDrawnError:
            return _page(request, who, case, asked, NO_PDF.detail, 503)

    return router


def _saved(asked: Asked, suffix: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="dossier-{asked.case}.{suffix}"'}


def _page(request: Request, who: Principal, case: Case, asked: Asked, wrong: str, status: int = 200) -> Response:
    return render(request, who, "case/dossier.html", status, **dossier_page(case, asked), wrong=wrong)


def _unproven(parts: Parts, case: Case, asked: Asked) -> str:
    """Say why the case cannot be proven yet; nothing where it can."""
    try:
        gather(parts.store, parts.seals, case, asked.of(case))
    except UnprovenError as error:
        return str(error)
    return ""
