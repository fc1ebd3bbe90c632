"""`POST /events`: the one way in, over HTTP."""

from collections.abc import Mapping
from typing import Any

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from starlette.responses import Response

from infra.web import problems as p
from infra.web.access import Right, Who, needs
from infra.web.access.sources import all_within
from infra.web.counters import Counters
from infra.web.described import REQUEST, described
from infra.web.intake.body import read_body
from infra.web.intake.content_modes import Split, split_by
from infra.web.intake.lane import Lane
from infra.web.intake.results import Results, response

AT_ONCE = 64 * 1024
"""Bytes that are split sooner than a thread has taken them over."""

_ANSWERS: Mapping[int | str, dict[str, Any]] = described(
    p.NOT_A_BATCH,
    p.NO_ATTRIBUTES,
    p.UNREADABLE_ATTRIBUTE,
    p.UNKNOWN_PURPOSE,
    p.UNAUTHENTICATED,
    p.INVALID_TOKEN,
    p.FORBIDDEN,
    p.FOREIGN_SOURCE,
    p.TOO_SLOW,
    p.TOO_LARGE,
    p.TOO_MANY_EVENTS,
    p.UNSUPPORTED_MEDIA_TYPE,
    p.UNSUPPORTED_ENCODING,
    p.BUSY,
    p.UNEXPECTED,
    p.STORE_AWAY,
    p.ISSUER_AWAY,
)


def routes(lane: Lane, counters: Counters, body_seconds: float) -> APIRouter:
    """Give the route."""
    router = APIRouter(tags=["events"], redirect_slashes=False)
    splitting = CapacityLimiter(1)

    @router.post(
        "/events",
        dependencies=[needs(Right.PUBLISH)],
        status_code=202,
        response_model=Results,
        response_description="Et resultat for hver hændelse, i deres rækkefølge.",
        responses={**_ANSWERS},
        openapi_extra=REQUEST,
        summary="Tag hændelser ind",
        operation_id="publishEvents",
    )
    async def post_events(request: Request, who: Who) -> Response:
        """Hver hændelse tages ind én gang, hvor ofte den end sendes: source og id kender den.

        En hændelse, der ikke følger sit skema, stopper ikke de andre: den lægges til side med sin grund.
        """
        split = split_by(request.headers)
        with lane.place():
            lines = await lines_of(await read_body(request, body_seconds), split)
            if who.sources and not await to_thread.run_sync(all_within, lines, who.sources, limiter=splitting):
                raise p.ProblemError(p.FOREIGN_SOURCE)
            told = await lane.take(lines)
        counters.count(told)
        return response(told)

    async def lines_of(body: bytes, split: Split) -> list[bytes]:
        return split(body) if len(body) <= AT_ONCE else await to_thread.run_sync(split, body, limiter=splitting)

    return router
