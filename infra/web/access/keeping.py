"""Adds the cookie of a session that was renewed to whatever the answer is."""

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_KEPT = "kept_cookie"


def keep(request: Request, cookie: str) -> None:
    """Add a cookie's header to the answer to a request."""
    request.scope[_KEPT] = cookie


class KeptSessions:
    """Sees to it that an answer carries the cookie that was to be kept, unless it sets one itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""

        async def keeping(message: Message) -> None:
            cookie = scope.get(_KEPT)
            if cookie and message["type"] == "http.response.start" and not any(name == b"set-cookie" for name, _ in message["headers"]):
                message = {**message, "headers": [*message["headers"], (b"set-cookie", cookie.encode("latin-1"))]}
            await send(message)

        await self._app(scope, receive, keeping)
