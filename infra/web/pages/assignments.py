"""`/tildelinger`: which complaint handler has a case; giving it to somebody, and taking it back."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple
from uuid import UUID

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from infra.assignments import Assigned, UnfitAssignmentError
from infra.web.access import Principal, Right, Who, needs
from infra.web.assigning import Assigning
from infra.web.pages.frame import render
from infra.web.pages.typed_case import NO_UUID, uuid_typed

UNFIT = "Skriv det faste navn, som loginet kender klagesagsbehandleren under, aldrig et CPR-nummer. Intet er gemt."
SUPERSEDED, TAKEN_BACK, ENDED = "afløst af nr. {}", "sagen blev taget tilbage", "tiden er udløbet"


class Row(NamedTuple):
    """An assignment as it is shown."""

    made: Assigned
    holds: bool
    why_not: str


def routes(assigning: Assigning) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/tildelinger", include_in_schema=False, redirect_slashes=False)

    @router.get("", dependencies=[needs(Right.ASSIGN)])
    def front(request: Request, who: Who) -> Response:
        return render(request, who, "assignments/search.html", error="")

    # By POST: what is typed may be anything, and comes into no address.
    @router.post("", dependencies=[needs(Right.ASSIGN)])
    def search(request: Request, who: Who, case: Annotated[str, Form()] = "") -> Response:
        found = uuid_typed(case)
        return render(request, who, "assignments/search.html", 422, error=NO_UUID) if found is None else _to_case(found)

    @router.get("/{case}", dependencies=[needs(Right.ACCESS_LOG)])
    def of_case(request: Request, who: Who, case: UUID) -> Response:
        assigning.must_exist(str(case))
        return page(request, who, str(case))

    @router.post("/{case}", dependencies=[needs(Right.ASSIGN)])
    def change(
        request: Request, who: Who, case: UUID, handler: Annotated[str, Form()] = "", take_back: Annotated[int | None, Form()] = None
    ) -> Response:
        try:
            if take_back is None:
                assigning.give(who, str(case), handler.strip())
            else:
                assigning.take_back(who, str(case), take_back)
        except UnfitAssignmentError:
            return page(request, who, str(case), 422, error=UNFIT)
        return _to_case(str(case))

    def page(request: Request, who: Principal, case: str, status: int = 200, *, error: str = "") -> Response:
        """Write a case's page. A name that was typed and cannot be kept is not repeated: it may be a CPR number."""
        rows = list(_rows(assigning.of_case(who, case)))
        return render(request, who, "assignments/case.html", status, case=case, rows=rows, error=error)

    return router


def _to_case(case: str) -> Response:
    return RedirectResponse(f"/tildelinger/{case}", 303, {"Cache-Control": "no-store"})


def _rows(assigned: list[tuple[Assigned, bool]]) -> Iterator[Row]:
    for one, holds in assigned:
        newer = (other.number for other, _ in assigned if other.handler == one.handler and other.number > one.number)
        yield Row(one, holds, "" if holds else _why_not(one, next(newer, None)))


def _why_not(one: Assigned, newer: int | None) -> str:
    """Say why an assignment does not hold. One that ended as it began is how a case is taken back."""
    if one.until == one.since:
        return TAKEN_BACK
    return ENDED if newer is None else SUPERSEDED.format(newer)
