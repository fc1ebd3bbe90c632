"""`/`: the front page, and the search for a case."""

from collections.abc import Callable
from typing import Annotated, NamedTuple
from uuid import UUID

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from infra.cases import Case, read_case
from infra.cpr_numbers import holds_cpr_number
from infra.stores import Store
from infra.web.access import MayRead, Principal, Right, Who, needs
from infra.web.pages.frame import render
from infra.web.pages.typed_case import NO_UUID

NO_KEY = "Skriv både hændelsens source og dens id, som de står i fagsystemet eller i et brev."
NO_CASE = "Der er ingen sag, som dit login giver adgang til, med det, du har søgt efter. Kontrollér det, og søg igen."
CPR = (
    "Det ligner et CPR-nummer. Sagsspor kender ikke CPR-numre og kan ikke søge efter dem. Det, du skrev, er hverken gemt eller logget. "
    "Find sagens UUID i fagsystemet, og søg efter det."
)
LONGEST = 200
"""Characters of a source and of an id (see the contract)."""


class Wanted(NamedTuple):
    """The case that a search leads to, or what is to be mended: the field, and the sentence about it."""

    case: str | None
    error: tuple[str, str] | None = None


def routes(store: Store) -> APIRouter:
    """Give the routes."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get("/", dependencies=[needs(Right.RULES)])
    def front(request: Request, who: Who) -> Response:
        return _page(request, who)

    # By POST, so that nothing that is typed here comes to stand in an address, a history or a log.
    @router.post("/", dependencies=[needs(Right.CASES)])
    def search(
        request: Request,
        who: Who,
        may_read: MayRead,
        case: Annotated[str, Form()] = "",
        source: Annotated[str, Form()] = "",
        id: Annotated[str, Form()] = "",  # noqa: A002 - its name in the form
    ) -> Response:
        wanted = _wanted(store, may_read, case.strip(), source.strip(), id.strip())
        if wanted.case is None:
            return _page(request, who, 422, [wanted.error] if wanted.error else [])
        return RedirectResponse(f"/sager/{wanted.case}", 303, {"Cache-Control": "no-store"})

    return router


def _page(request: Request, who: Principal, status: int = 200, errors: list[tuple[str, str]] | None = None) -> Response:
    """Write the page. What was typed is not repeated: it may be a CPR number."""
    return render(request, who, "front/front.html", status, errors=errors or [])


def _wanted(store: Store, may_read: Callable[[Case], bool], case: str, source: str, id_: str) -> Wanted:
    if any(map(holds_cpr_number, (case, id_, source))) and not _is_uuid(case):
        return Wanted(None, ("case", CPR))
    if case:
        return _readable(store, may_read, str(UUID(case)), "case") if _is_uuid(case) else Wanted(None, ("case", NO_UUID))
    if not source or not id_ or max(len(source), len(id_)) > LONGEST:
        return Wanted(None, ("source", NO_KEY) if source or id_ else ("case", NO_UUID))
    found = store.find(source, id_)
    return _readable(store, may_read, found.case, "source") if found else Wanted(None, ("source", NO_CASE))


def _readable(store: Store, may_read: Callable[[Case], bool], case: str, field: str) -> Wanted:
    """Lead to a case that may be read. One that may not is answered as one that is not there."""
    found = read_case(store, case)
    return Wanted(case) if found and may_read(found) else Wanted(None, (field, NO_CASE))


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
