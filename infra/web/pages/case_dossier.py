"""`/sager/{case}/dossier`: what a dossier is, whether it can be proven yet, and the dossier itself as PDF and as HTML."""

from importlib.metadata import version
from typing import NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import Response

from infra.cases import Case
from infra.dossier.gathering import UnprovenError, gather
from infra.dossier.question import Question
from infra.web.access import MayRead, Principal, Right, Who, needs
from infra.web.asked import Asked, Permanent
from infra.web.desk import Desk
from infra.web.pages.case_content.dossier_page import dossier_page
from infra.web.pages.frame import render
from infra.web.parts import Parts
from infra.web.problems import NO_PDF

PATH = "/sager/{case}/dossier"


class File(NamedTuple):
    """One of the two forms of a dossier."""

    suffix: str
    media_type: str
    place: int


PDF = File("pdf", "application/pdf", 0)
HTML = File("html", "text/html; charset=utf-8", 1)


def routes(parts: Parts, desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get(PATH, dependencies=[needs(Right.DOSSIER)])
    def show(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "case")
        return _page(request, who, case, asked, _unproven(parts, case, asked))

    @router.get(f"{PATH}.pdf", dependencies=[needs(Right.DOSSIER)])
    def pdf(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        return _download(request, who, desk.read(who, may_read, asked, "dossier"), asked, PDF)

    @router.get(f"{PATH}.html", dependencies=[needs(Right.DOSSIER)])
    def html(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        return _download(request, who, desk.read(who, may_read, asked, "dossier"), asked, HTML)

    def _download(request: Request, who: Principal, case: Case, asked: Asked, file: File) -> Response:
        try:
            made = parts.make_dossier(case, _question(case, asked))
        except UnprovenError as error:
            return _page(request, who, case, asked, str(error), 409)
        except OSError:
            return _page(request, who, case, asked, NO_PDF.detail, 503)
        name = f'attachment; filename="dossier-{case.id}.{file.suffix}"'
        return Response(made[file.place], media_type=file.media_type, headers={"Content-Disposition": name})

    return router


def _page(request: Request, who: Principal, case: Case, asked: Asked, wrong: str, status: int = 200) -> Response:
    return render(request, who, "case/dossier.html", status, **dossier_page(case, asked), wrong=wrong)


def _unproven(parts: Parts, case: Case, asked: Asked) -> str:
    """Say why the case cannot be proven yet; nothing where it can."""
    try:
        gather(parts.store, parts.seals, case, _question(case, asked))
    except UnprovenError as error:
        return str(error)
    return ""


def _question(case: Case, asked: Asked) -> Question:
    aside = tuple(one.number for one in case.set_aside)
    return Question(case.id, asked.valid_on, asked.known_at, asked.known_by, asked.policy, aside, f"sagsspor {version('sagsspor')}")
