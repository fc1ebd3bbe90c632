"""`GET /health/live`, `/health/ready` and `/metrics`: what those ask who run the service."""

import asyncio
from collections.abc import Callable
from typing import Literal

from anyio import to_thread
from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel
from starlette.responses import Response

from infra.web.counters import Counters
from infra.web.described import described
from infra.web.problems import STORE_AWAY, ProblemError


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
    """Give the routes."""
    router = APIRouter(tags=["drift"], redirect_slashes=False)

    @router.get("/health/live", summary="Kører processen?")
    async def live() -> Health:
        return Health(status="live")

    @router.get("/health/ready", summary="Svarer lageret?", responses={**described(STORE_AWAY)})
    async def ready() -> Health:
        if not await asking.answered():
            raise ProblemError(STORE_AWAY)
        return Health(status="ready")

    @router.get(
        "/metrics",
        summary="Tællere til Prometheus",
        response_class=Response,
        responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    )
    async def metrics() -> Response:
        return Response(generate_latest(counters.registry), media_type=CONTENT_TYPE_LATEST)

    return router
