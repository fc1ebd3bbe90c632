"""The body of a form is read whole before its route sees it: no larger than it may be, and no slower.

Events have limits of their own, and far larger ones (`infra.web.intake.body`).
"""

import asyncio
from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infra.web.hardening.refusing import Refuse
from infra.web.problems import FORM_TOO_LARGE, TOO_SLOW


class _TooLargeError(Exception):
    """More came than may."""


class SmallBodies:
    """Reads the bodies of all but the paths that do so themselves."""

    def __init__(self, app: ASGIApp, most: int, seconds: float, refuse: Refuse, themselves: Collection[str] = ("/events",)) -> None:
        self._app = app
        self._most = most
        self._seconds = seconds
        self._refuse = refuse
        self._themselves = themselves

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the body at hand, or refuse to."""
        if scope["type"] != "http" or scope["path"] in self._themselves or not _has_body(headers := Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        try:
            self._check_declared(headers)
            async with asyncio.timeout(self._seconds):
                body = await self._read(receive)
        except (_TooLargeError, TimeoutError) as error:
            problem = FORM_TOO_LARGE if isinstance(error, _TooLargeError) else TOO_SLOW
            await self._refuse(scope, problem)(scope, receive, send)
            return
        await self._app(scope, _at_hand(body, receive), send)

    def _check_declared(self, headers: Headers) -> None:
        declared = headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > self._most:
            raise _TooLargeError

    async def _read(self, receive: Receive) -> bytes:
        parts: list[bytes] = []
        length, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            parts.append(message.get("body", b""))
            more = message.get("more_body", False)
            length += len(parts[-1])
            if length > self._most:
                raise _TooLargeError
        return b"".join(parts)


def _has_body(headers: Headers) -> bool:
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


def _at_hand(body: bytes, receive: Receive) -> Receive:
    """Give the body in one piece, and then whatever the sender does."""
    given = False

    async def giving() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return giving
