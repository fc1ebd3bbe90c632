"""`GET /health/live`, `/health/ready` and `/metrics`: what those ask who run the service."""

import asyncio
from collections.abc import Callable
from typing import Literal

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel
from starlette.responses import Response

from infra.telemetry.readiness import Reason
from infra.telemetry.requests import Telemetry
from infra.web.access import PUBLIC
from infra.web.counters import Counters
from infra.web.described import described
from infra.web.problems import STORE_AWAY, Problem, ProblemError

NOT_READY = {
    Reason.store_away: STORE_AWAY,
    Reason.unmigrated: Problem(
        "unmigrated", 503, "Lageret passer ikke til denne version", "Kør sagsspor migrate som databasens ejer.", {"Retry-After": "60"}
    ),
    Reason.views_behind: Problem(
        "views-behind",
        503,
        "Listerne er for langt bagud",
        "En hændelse har ventet længere på at komme på listerne end tilladt. Se efter, at sagsspor project --follow kører.",
        {"Retry-After": "5"},
    ),
}
"""What is answered for each reason not to be ready."""


class Health(BaseModel):
    """How it is."""

    status: Literal["live", "ready"]


class Asking:
    """Asks the store whether it answers, once at a time however many want to know."""

    def __init__(self, ask: Callable[[], object], seconds: float) -> None:
        self._ask = ask
        self._seconds = seconds
        self._asked: asyncio.Task[object] | None = None

    async def answered(self) -> bool:
        """Say whether an answer came in time. What the store raises is raised here."""
        if self._asked is None or self._asked.done():
            self._asked = asyncio.create_task(to_thread.run_sync(self._ask))
        done, _ = await asyncio.wait({self._asked}, timeout=self._seconds)
        return bool(done) and self._asked.result() is not None


def routes(asking: Asking, counters: Counters) -> APIRouter:
    """Give the routes. They are open: what watches a service on the authority's own network has no login, and nobody's data is in them."""
    router = APIRouter(tags=["drift"], redirect_slashes=False, dependencies=[PUBLIC])
    one_at_a_time = CapacityLimiter(1)

    @router.get("/health/live", summary="Kører processen?", operation_id="isLive")
    async def live() -> Health:
        return Health(status="live")

    @router.get("/health/ready", summary="Svarer lageret?", operation_id="isReady", responses={**described(*NOT_READY.values())})
    async def ready(request: Request) -> Health:
        if not await asking.answered():
            raise ProblemError(STORE_AWAY)
        telemetry = _telemetry(request)
        readiness = telemetry.readiness if telemetry else None
        if readiness and (reason := await to_thread.run_sync(readiness.reason, limiter=one_at_a_time)):
            raise ProblemError(NOT_READY[reason])
        return Health(status="ready")

    @router.get(
        "/metrics",
        summary="Tællere til Prometheus",
        operation_id="readMetrics",
        response_class=Response,
        responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    )
    async def metrics(request: Request) -> Response:
        told = generate_latest(counters.registry)
        if telemetry := _telemetry(request):
            told += await to_thread.run_sync(generate_latest, telemetry.registry, limiter=one_at_a_time)
        return Response(told, media_type=CONTENT_TYPE_LATEST)

    return router


def _telemetry(request: Request) -> Telemetry | None:
    """Give what `observe` has left; an application that nobody observes tells of nothing more."""
    return getattr(request.app.state, "telemetry", None)
