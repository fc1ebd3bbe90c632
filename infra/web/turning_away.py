"""Every error becomes a problem document, and none of them tells what was in the request, nor does the log."""

import logging
from collections.abc import Callable, Mapping

import psycopg
from eventsourcing.persistence import InterfaceError, OperationalError
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infra.telemetry.discretion import named
from infra.unreadable import UnreadableEventsError
from infra.web import problems
from infra.web.allowed import allowed
from infra.web.asked import MovedError
from infra.web.intake.lane import BusyError
from infra.web.pages.problem_page import as_page, wants_page
from infra.web.problems import Problem, ProblemError

_STORE_AWAY = (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError)
_BY_STATUS = {400: problems.UNREADABLE_BODY, 404: problems.NOT_FOUND, 405: problems.METHOD_NOT_ALLOWED}

_log = logging.getLogger(__name__)

Heard = Callable[[Problem], None]


def turn_away(app: FastAPI, heard: Heard) -> None:
    """Answer the errors that are thought of, and any other, with problem documents; `heard` hears of each."""

    def problem(request: Request, error: Exception) -> Response:
        return told(request, error.problem if isinstance(error, ProblemError) else problems.BUSY)

    def store_away(request: Request, error: Exception) -> Response:
        _log.warning("Lageret svarer ikke (%s).", named(error))
        return told(request, problems.STORE_AWAY)

    def http(request: Request, error: Exception) -> Response:
        status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
        found = _BY_STATUS.get(status, problems.UNEXPECTED)
        if found is problems.METHOD_NOT_ALLOWED:
            headers = {"Allow": allowed(app, request.url.path)}
        return told(request, found, headers)

    def told(request: Request, found: Problem, headers: Mapping[str, str] | None = None) -> Response:
        heard(found)
        return as_page(request, found, headers) if wants_page(request) else found.response(headers)

    def answer(found: Problem) -> Response:
        heard(found)
        return found.response()

    def unreadable(request: Request, error: Exception) -> Response:
        return told(request, _unreadable(error) if isinstance(error, RequestValidationError) else problems.UNEXPECTED)

    def gone(request: Request, error: Exception) -> Response:
        return told(request, problems.UNREADABLE_EVENTS._replace(detail=str(error)))

    def moved(request: Request, error: Exception) -> Response:
        status = 307 if request.url.path.startswith("/api/") else 302
        return RedirectResponse(error.url if isinstance(error, MovedError) else "/", status, {"Cache-Control": "no-store"})

    handlers = {
        RequestValidationError: unreadable,
        UnreadableEventsError: gone,
        MovedError: moved,
        ProblemError: problem,
        BusyError: problem,
        HTTPException: http,
        **dict.fromkeys(_STORE_AWAY, store_away),
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)
    app.add_middleware(_LastResort, answer=answer)


def _unreadable(error: RequestValidationError) -> Problem:
    """Name what cannot be read, never what it held."""
    places = [one["loc"] for one in error.errors()]
    if any(place[0] == "path" for place in places):
        return problems.NO_SUCH_CASE if ("path", "case") in places else problems.NOT_FOUND
    if any(place[0] == "body" for place in places):
        return problems.UNREADABLE_BODY
    return problems.unreadable_question(*dict.fromkeys(str(place[1]) for place in places))


class _LastResort:
    """Answers an error that nobody thought of. Left to the server, it would be logged with its message, which may quote a person's data."""

    def __init__(self, app: ASGIApp, answer: Callable[[Problem], Response]) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except ClientDisconnect:
            _log.info("En afsender lukkede forbindelsen, før hele indholdet var modtaget.")
        except Exception as error:  # noqa: BLE001 - see the class, and a traceback ends with the message
            _log.error("Uventet fejl (%s).", named(error))
            if not begun:
                await self._answer(problems.UNEXPECTED)(scope, receive, send)
