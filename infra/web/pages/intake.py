"""`/indtag`: whether the facts arrive."""

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.times import Instant
from infra.intake_status import LATELY, Counting, Viewing, delay, intake_status
from infra.stores import Heard
from infra.web.access import Right, Who, needs
from infra.web.pages.frame import render
from infra.web.pages.templating import number

_MINUTE = 60_000_000
_UNITS = ((1440 * _MINUTE, "døgn", "døgn"), (60 * _MINUTE, "time", "timer"), (_MINUTE, "minut", "minutter"))


def routes(store: Counting, views: Viewing, now: Callable[[], Instant]) -> APIRouter:
    """Give the route."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)

    @router.get("/indtag", dependencies=[needs(Right.INTAKE)])
    def show(request: Request, who: Who) -> Response:
        status, moment = intake_status(store, views), now()
        sources = [_told(one, moment) for one in status.sources]
        return render(request, who, "intake/status.html", status=status, sources=sources, now=moment, lately=LATELY)

    return router


def _told(one: Heard, now: Instant) -> tuple[Heard, str, str]:
    """Give a source, how long ago it was heard, and how long its last event was under way."""
    late = delay(one)
    return one, "" if one.received is None else lasting(max(0, now - one.received)), "" if late is None else lasting(late)


def lasting(microseconds: int) -> str:
    """Write how long something lasts, in its largest unit: 3 timer."""
    for size, one, many in _UNITS:
        if microseconds >= size:
            count = microseconds // size
            return f"{number(count)} {one if count == 1 else many}"
    return "under et minut"
