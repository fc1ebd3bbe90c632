"""Headers by which a browser guards what it was sent: on every answer, errors and redirects included."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_UNUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb")

ALWAYS: Mapping[str, str] = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    # What we say it is, it is: an event's text must not be run as a script.
    "x-content-type-options": "nosniff",
    # An address names a case. `no-referrer` would say less still, but makes browsers send `Origin: null` with our own forms.
    "referrer-policy": "same-origin",
    # No other site's window or page gets hold of ours.
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
}
OVER_HTTPS: Mapping[str, str] = {"strict-transport-security": "max-age=31536000"}
"""Said over https alone: elsewhere browsers do not heed it. Other names of the same authority are its own affair."""
UNLESS_SET: Mapping[str, str] = {"cache-control": "no-store"}
"""Personal data stays in no cache, unless the route knows better."""


class SecurityHeaders:
    """Adds the headers. A route cannot loosen them; it can say how its answer may be kept."""

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self._app = app
        self._ours = _raw({**ALWAYS, **(OVER_HTTPS if https else {})})
        self._unless_set = _raw(UNLESS_SET)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._guarded(message.get("headers", ()))}
            await send(message)

        await self._app(scope, receive, guarded if scope["type"] == "http" else send)

    def _guarded(self, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        kept = [(name, value) for name, value in headers if name.lower() not in self._ours]
        named = {name.lower() for name, _ in kept}
        return [*kept, *self._ours.items(), *((name, value) for name, value in self._unless_set.items() if name not in named)]


def _raw(headers: Mapping[str, str]) -> dict[bytes, bytes]:
    return {name.encode("latin-1"): value.encode("latin-1") for name, value in headers.items()}
