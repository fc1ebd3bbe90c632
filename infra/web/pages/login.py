"""Logging in and out, and saying what for."""

from typing import Annotated

from fastapi import APIRouter, FastAPI, Form, Request
from starlette.responses import RedirectResponse, Response

from infra.web.access import PUBLIC, PURPOSES, Principal, Right, Who, needs
from infra.web.access.login import Login
from infra.web.access.next_page import next_page
from infra.web.access.recognising import Gate
from infra.web.pages import login_demo, login_provider
from infra.web.pages.frame import render

PURPOSE_PAGE = "/login/formaal"
NOT_KEPT = {"Cache-Control": "no-store"}


def install_login(app: FastAPI, login: Login) -> None:
    """Give an application its login: how those who ask are recognised, and the pages on which they log in and out."""
    gate, provider = login
    gate.install(app)
    app.include_router(routes(gate))
    app.include_router(login_demo.routes(gate.sessions) if provider is None else login_provider.routes(gate.sessions, provider))


def routes(gate: Gate) -> APIRouter:
    """Give the routes that every login has."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get("/log-ud", dependencies=[PUBLIC])
    def log_out_page(request: Request) -> Response:
        session = gate.session(request)
        return render(request, session and session.principal, "login/log_out.html", logged_in=session is not None, end=None)

    @router.post("/log-ud", dependencies=[PUBLIC])
    def log_out(request: Request) -> Response:
        session = gate.session(request)
        page = render(request, None, "login/log_out.html", logged_in=False, end=session and session.logout)
        page.headers.append("set-cookie", gate.sessions.clear_cookie())
        page.headers["clear-site-data"] = '"cache"'
        return page

    @router.get(PURPOSE_PAGE, dependencies=[needs(Right.RULES)])
    def purpose_page(request: Request, who: Who, next: str = "") -> Response:  # noqa: A002 - its name in the address
        return render(request, who, "login/purpose.html", purposes=PURPOSES[who.role], next=next_page(next))

    @router.post(PURPOSE_PAGE, dependencies=[needs(Right.RULES)])
    def choose_purpose(
        request: Request,
        who: Who,
        purpose: Annotated[str, Form()] = "",
        next: Annotated[str, Form()] = "",  # noqa: A002 - its name in the form
    ) -> Response:
        chosen = purpose if purpose in PURPOSES[who.role] else who.purpose
        session = gate.session(request)
        answer = RedirectResponse(next_page(next), 303, NOT_KEPT)
        if session is not None:
            answer.headers.append("set-cookie", gate.sessions.set_cookie(session._replace(principal=who._replace(purpose=chosen))))
        return answer

    return router


def has_a_choice(who: Principal) -> bool:
    """Say whether somebody can read for more than one purpose."""
    return len(PURPOSES[who.role]) > 1
