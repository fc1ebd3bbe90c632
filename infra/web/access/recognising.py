"""From a request to who asks: by a token, or by a session."""

from typing import Protocol, Self
from urllib.parse import unquote

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from infra.web.access.cases import Assigned
from infra.web.access.keeping import KeptSessions, keep
from infra.web.access.next_page import is_page, login_address
from infra.web.access.principal import PURPOSES, Principal
from infra.web.access.sessions import Session, Sessions
from infra.web.problems import INVALID_TOKEN, UNAUTHENTICATED, UNKNOWN_PURPOSE, ProblemError

PURPOSE_HEADER = "sagsspor-purpose"


class Tokens(Protocol):
    """Knows the tokens of programs."""

    async def principal(self, token: str) -> Principal | None:
        """Say whose token it is; None where it is not valid."""


class LoginNeededError(Exception):
    """Somebody asks for a page without being logged in."""


class Gate:
    """How those who ask are recognised, and what is assigned to them."""

    def __init__(self, sessions: Sessions, tokens: Tokens, assigned: Assigned) -> None:
        self.sessions = sessions
        self.tokens = tokens
        self.assigned = assigned

    async def who(self, request: Request) -> Principal:
        """Say who asks.

        Raises:
            LoginNeededError: nobody we know, and what is asked for is a page.
            ProblemError: nobody we know, or with a purpose that the role cannot have.

        """
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return _with_purpose(await self._by_token(token.strip()), request)
        session = self.session(request)
        if session is not None:
            return session.principal
        raise LoginNeededError if is_page(request.url.path) else ProblemError(UNAUTHENTICATED)

    def session(self, request: Request) -> Session | None:
        """Give the session of a browser, and keep it from running out."""
        cookie = request.cookies.get(self.sessions.name)
        session = self.sessions.read(cookie) if cookie else None
        if session is not None and (renewed := self.sessions.renewed(session)):
            keep(request, self.sessions.set_cookie(renewed))
        return session

    async def _by_token(self, token: str) -> Principal:
        who = await self.tokens.principal(token)
        if who is None:
            raise ProblemError(INVALID_TOKEN)
        return who

    def install(self, app: FastAPI) -> Self:
        """Give an application its way of recognising those who ask."""
        app.state.gate = self
        app.add_exception_handler(LoginNeededError, _to_login)
        app.add_middleware(KeptSessions)
        return self


def _with_purpose(who: Principal, request: Request) -> Principal:
    purpose = request.headers.get(PURPOSE_HEADER)
    if purpose is None:
        return who
    if (said := unquote(purpose)) not in PURPOSES[who.role]:
        raise ProblemError(UNKNOWN_PURPOSE)
    return who._replace(purpose=said)


def _to_login(request: Request, _: Exception) -> Response:
    return RedirectResponse(login_address(request), 303, {"Cache-Control": "no-store"})
