"""A problem as a page, for people who meet it in a browser."""

from collections.abc import Mapping

from fastapi import Request
from starlette.responses import Response
from starlette.types import Scope

from infra.web.access import Principal
from infra.web.access.next_page import is_page
from infra.web.access.recognising import Gate
from infra.web.pages.frame import render
from infra.web.pages.mending import UNREADABLE, mending
from infra.web.problems import Problem

_IN_A_BROWSER: Mapping[str, tuple[str, str]] = {
    "not-found": ("Siden findes ikke", "Kontrollér adressen, eller gå til forsiden."),
    "method-not-allowed": ("Siden kan ikke bruges sådan", "Gå til forsiden, og begynd forfra."),
    "busy": ("Der er travlt lige nu", "Vent et øjeblik, og hent siden igen."),
    "too-large": ("Indholdet fylder for meget", "Send mindre ad gangen."),
    "unexpected": ("Uventet fejl", "Fejlen er noteret. Prøv igen senere. Bliver den ved, så sig det til administratoren."),
    "store-away": ("Lageret svarer ikke", "Vent et øjeblik, og hent siden igen. Bliver det ved, så sig det til administratoren."),
    "unauthenticated": ("Du er ikke logget ind", "Log ind, og hent siden igen."),
    "no-such-set-aside": ("Intet er lagt til side under det nummer", "Find nummeret i listen over det, der er lagt til side."),
    "no-such-rule": ("Ingen regel har det id", "Find reglen i listen over reglerne."),
    "unreadable-question": (
        "Noget af det skrevne kan ikke læses",
        "Ret det. En dato skrives med dag, måned og år, for eksempel 09/03/2022.",
    ),
    "unreadable-body": ("Formularen kan ikke læses", "Gå tilbage, hent siden igen, og udfyld den på ny."),
}
"""By the problem's name, where its own words are for programs."""


def wants_page(request: Request) -> bool:
    """Say whether a browser asks, and for a page."""
    return is_page(request.url.path) and "text/html" in request.headers.get("accept", "")


def as_page(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Write a problem as a page. Its headers are those of the problem document."""
    title, detail = _IN_A_BROWSER.get(problem.name, (problem.title, problem.detail))
    told = {
        "title": title,
        "detail": detail,
        "name": problem.name,
        "mending": mending(request, problem.parameters),
        "unreadable": UNREADABLE,
    }
    page = render(request, _who(request), "problem/problem.html", problem.status, **told)
    page.headers.update({**problem.headers, **(headers or {}), "Cache-Control": "no-store"})
    return page


def refused(scope: Scope, problem: Problem) -> Response:
    """Answer a request that is turned away before any route has seen it."""
    request = Request(scope)
    return as_page(request, problem) if wants_page(request) else problem.response()


def _who(request: Request) -> Principal | None:
    """Say who is logged in, for the page's head. Without a login there is none."""
    gate: Gate | None = getattr(request.app.state, "gate", None)
    session = gate.session(request) if gate else None
    return session.principal if session else None
