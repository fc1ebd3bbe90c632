"""HTTP requests as those who run the service see them: by route, never by address, since that may name a case or a person."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter
from typing import Any, NamedTuple

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from opentelemetry.trace import Span, SpanKind, Status, StatusCode
from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infra.telemetry import contexts
from infra.telemetry.deriving import timed_by
from infra.telemetry.readiness import Readiness
from infra.telemetry.tracing import Tracing

SECONDS = (0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OTHER, UNMATCHED = "_OTHER", "unmatched"
QUIET = ("/health/live", "/health/ready", "/metrics", "/static")
"""Asked for so often that only a log of everything holds them."""
CLIENT_GONE = 499
"""What stands as the status where the client left before there was an answer."""

_log = logging.getLogger(__name__)


class Telemetry:
    """What the HTTP interface tells those who run it."""

    def __init__(self, registry: CollectorRegistry, tracing: Tracing, readiness: Readiness | None = None) -> None:
        self.registry = registry
        self.tracing = tracing
        self.readiness = readiness
        self._requests = Counter("sagsspor_http_requests", "Requests answered, by route", ["method", "route", "status"], registry=registry)
        self._seconds = Histogram(
            "sagsspor_http_request_duration_seconds", "Time to answer a request", ["method", "route"], buckets=SECONDS, registry=registry
        )
        self._derivation = Histogram(
            "sagsspor_derivation_seconds", "Time to derive a case for a reader", buckets=SECONDS, registry=registry
        )

    @contextmanager
    def deriving(self) -> Iterator[None]:
        """Time a derivation for somebody who reads a case."""
        begun = perf_counter()
        with self.tracing.span("derive case"):
            yield
        self._derivation.observe(perf_counter() - begun)

    def answered(self, request: "_Request", seconds: float) -> None:
        """Count a request."""
        self._requests.labels(request.method, request.route, str(request.status)).inc()
        self._seconds.labels(request.method, request.route).observe(seconds)
        level = logging.DEBUG if request.route in QUIET else logging.INFO
        if _log.isEnabledFor(level):
            known = {name: value for name, value in request._asdict().items() if value is not None}
            _log.log(level, "Forespørgsel besvaret.", extra={**known, "ms": round(seconds * 1000, 1)})


def observe(app: FastAPI, telemetry: Telemetry) -> None:
    """Have every request counted, logged and traced. Call it last: what is added later is not seen."""
    app.state.telemetry = telemetry
    app.add_middleware(_Observing, telemetry=telemetry)


class _Request(NamedTuple):
    method: str
    route: str
    status: int
    role: str | None


class _Observing:
    def __init__(self, app: ASGIApp, telemetry: Telemetry) -> None:
        self._app = app
        self._telemetry = telemetry
        self._routes: Mapping[object, str] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, begun = CLIENT_GONE, perf_counter()
        state = scope.setdefault("state", {})
        method = scope["method"] if scope["method"] in METHODS else OTHER

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with self._telemetry.tracing.span(method, kind=SpanKind.SERVER, brought_by=_callers(scope, self._telemetry.tracing)) as span:
            try:
                with timed_by(self._telemetry.deriving):
                    await self._app(scope, receive, noting)
            finally:
                role = state.get("role")
                request = _Request(method, self._route(scope), status, str(role) if role else None)
                _describe(span, request, scope)
                self._telemetry.answered(request, perf_counter() - begun)

    def _route(self, scope: Scope) -> str:
        """Give the route's whole template. The scope knows the end of it alone, without what its routers begin with."""
        if self._routes is None:
            self._routes = _templates(scope["app"])
        return self._routes.get(scope.get("endpoint"), UNMATCHED)


def _templates(app: FastAPI) -> dict[object, str]:
    """Give the template of each endpoint; that of a mount is the application mounted."""
    known = (
        (getattr(one, "endpoint", None) or getattr(one.original_route, "app", None), one.path) for one in iter_route_contexts(app.routes)
    )
    return {endpoint: path for endpoint, path in known if endpoint is not None and path}


def _callers(scope: Scope, tracing: Tracing) -> list[Any]:
    named = [text.decode("latin-1") for name, text in scope["headers"] if name == b"traceparent"] if tracing.is_on else []
    return contexts.read(named[:1])


def _describe(span: Span, request: _Request, scope: Scope) -> None:
    if not span.is_recording():
        return
    span.update_name(request.method if request.route == UNMATCHED else f"{request.method} {request.route}")
    span.set_attribute("http.request.method", request.method)
    span.set_attribute("http.response.status_code", request.status)
    span.set_attribute("url.scheme", scope["scheme"])
    if request.route != UNMATCHED:
        span.set_attribute("http.route", request.route)
    if request.status >= 500:
        span.set_attribute("error.type", str(request.status))
        span.set_status(Status(StatusCode.ERROR))
