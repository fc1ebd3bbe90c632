"""Every error becomes a problem document, and none of them tells what was in the request, nor does the log."""

import logging
from collections.abc import Callable
from pathlib import Path

import psycopg
from eventsourcing.persistence import InterfaceError, OperationalError
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infra.web import problems
from infra.web.intake.lane import BusyError
from infra.web.problems import Problem, ProblemError

_STORE_AWAY = (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError)
_BY_STATUS = {404: problems.NOT_FOUND, 405: problems.METHOD_NOT_ALLOWED}

_log = logging.getLogger(__name__)

Heard = Callable[[Problem], None]


def turn_away(app: FastAPI, heard: Heard) -> None:
    """Answer the errors that are thought of, and any other, with problem documents; `heard` hears of each."""

    def problem(_: Request, error: Exception) -> Response:
        return answer(error.problem if isinstance(error, ProblemError) else problems.BUSY)

    def store_away(_: Request, error: Exception) -> Response:
        _log.warning("Lageret svarer ikke (%s).", _named(error))
        return answer(problems.STORE_AWAY)

    def http(_: Request, error: Exception) -> Response:
        status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (500, None)
        found = _BY_STATUS.get(status, problems.UNEXPECTED)
        heard(found)
        return found.response(headers)

    def answer(found: Problem) -> Response:
        heard(found)
        return found.response()

    handlers = {ProblemError: problem, BusyError: problem, HTTPException: http, **dict.fromkeys(_STORE_AWAY, store_away)}
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)
    app.add_middleware(_LastResort, answer=answer)


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
            _log.error("Uventet fejl (%s).", _named(error))
            if not begun:
                await self._answer(problems.UNEXPECTED)(scope, receive, send)


def _named(error: BaseException) -> str:
    """Name the kind of error and where it was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{type(error).__name__}, {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else type(error).__name__
