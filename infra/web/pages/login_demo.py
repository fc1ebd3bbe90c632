"""The login for trying out: a choice of who to be."""

import re
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from infra.simulation.systems import MUNICIPALITY
from infra.web.access import ALL_CASES, LABELS, PUBLIC, PURPOSES, Purpose, Role
from infra.web.access.demo import demo_principal
from infra.web.access.next_page import LOGIN, next_page
from infra.web.access.sessions import Sessions
from infra.web.pages.frame import render

ROLES = (Role.caseworker, Role.complaint_handler, Role.auditor, Role.administrator)
"""Whom a person can be: a fagsystem has a token."""
USUAL = ""
"""The purpose that a role has where nothing is said."""
_CODE = re.compile(r"[0-9]{3,4}", re.ASCII)


def routes(sessions: Sessions) -> APIRouter:
    """Give the routes."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get(LOGIN, dependencies=[PUBLIC])
    def login_page(request: Request, next: str = "") -> Response:  # noqa: A002 - its name in the address
        return _page(request, next=next_page(next))

    @router.post(LOGIN, dependencies=[PUBLIC])
    def log_in(
        request: Request,
        role: Annotated[str, Form()] = "",
        municipality: Annotated[str, Form()] = "",
        purpose: Annotated[str, Form()] = "",
        cases: Annotated[str, Form()] = "",
        next: Annotated[str, Form()] = "",  # noqa: A002 - its name in the form
    ) -> Response:
        errors = _errors(role, municipality.strip(), purpose)
        if errors:
            return _page(request, 422, next=next_page(next), errors=errors, role=role, purpose=purpose, cases=cases)
        chosen = frozenset({ALL_CASES}) if cases == "all" else frozenset[str]()
        who = demo_principal(Role(role), municipality.strip() or MUNICIPALITY, purpose or None, chosen)
        answer = RedirectResponse(next_page(next), 303, {"Cache-Control": "no-store"})
        answer.headers.append("set-cookie", sessions.set_cookie(sessions.begin(who)))
        return answer

    return router


def _errors(role: str, municipality: str, purpose: str) -> dict[str, str]:
    if role not in ROLES:
        return {"role": "Vælg en rolle."}
    if municipality and not _CODE.fullmatch(municipality):
        return {"municipality": "Skriv kommunens kode med 3 eller 4 cifre, for eksempel 751."}
    if purpose and purpose not in PURPOSES[Role(role)]:
        return {"purpose": f"{LABELS[Role(role)]} kan ikke have det formål. Vælg {' eller '.join(PURPOSES[Role(role)])}."}
    return {}


def _page(
    request: Request,
    status: int = 200,
    *,
    next: str,  # noqa: A002 - its name in the form
    errors: dict[str, str] | None = None,
    **typed: str,
) -> Response:
    """Write the form. What was typed as a municipality is not repeated: it may be anything."""
    return render(
        request,
        None,
        "login/demo.html",
        status,
        errors=errors or {},
        next=next,
        roles=[(role.value, LABELS[role]) for role in ROLES],
        purposes=[(USUAL, "Det, rollen plejer"), *((purpose.value, purpose.capitalize()) for purpose in Purpose)],
        municipality=MUNICIPALITY,
        typed={"role": Role.complaint_handler.value, "purpose": USUAL, "cases": "assigned"} | typed,
    )
