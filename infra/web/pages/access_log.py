"""`/adgangslog`: who has read a case, for a citizen who asks and for a revision."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from infra.access_log import AccessLog
from infra.access_log.words import READS
from infra.web.access import LABELS, Right, Who, needs
from infra.web.desk import Desk
from infra.web.pages.frame import render
from infra.web.pages.typed_case import NO_UUID, uuid_typed

PAGE = 100
READ = "access-log"
"""What is noted of a search: who looks into the log has read something too."""


def routes(log: AccessLog, desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/adgangslog", include_in_schema=False, redirect_slashes=False, dependencies=[needs(Right.ACCESS_LOG)])

    @router.get("")
    def front(request: Request, who: Who) -> Response:
        return render(request, who, "access_log/search.html", error="", head=log.head())

    # By POST: what is typed may be anything, and comes into no address.
    @router.post("")
    def search(request: Request, who: Who, case: Annotated[str, Form()] = "") -> Response:
        found = uuid_typed(case)
        if found is None:
            return render(request, who, "access_log/search.html", 422, error=NO_UUID, head=log.head())
        return RedirectResponse(f"/adgangslog/{found}", 303, {"Cache-Control": "no-store"})

    @router.get("/{case}")
    def of_case(request: Request, who: Who, case: UUID, after: Annotated[int, Query(ge=0, le=2**62)] = 0) -> Response:
        found = log.of_case(str(case), after, PAGE + 1)
        desk.note(who, READ, None, str(case))
        reads = [one.access for one in found[:PAGE]]
        following = f"/adgangslog/{case}?after={found[PAGE - 1].number}" if len(found) > PAGE else None
        first = f"/adgangslog/{case}" if after else None
        return render(
            request, who, "access_log/reads.html", case=str(case), reads=reads, next=following, first=first, words=READS, role=role
        )

    return router


def role(code: str) -> str:
    """Name a role. One that is no longer used is shown as it was noted."""
    return {one.value: label for one, label in LABELS.items()}.get(code, code)
