"""`/api/cases/{case}/changes`: tells a reader that something has come, as server-sent events."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, Header, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic.json_schema import SkipJsonSchema

from infra.unreadable import UnreadableEventsError
from infra.web.access import MayRead, Right, Who, needs
from infra.web.api.cases import QUESTION
from infra.web.asked import AskedNow
from infra.web.described import turned_away
from infra.web.desk import Desk
from infra.web.problems import ProblemError

RETRY = 1000
"""Milliseconds after which the reader comes again."""

LastEventId = Annotated[str | SkipJsonSchema[None], Header(alias="Last-Event-ID", description="Den position, som læseren sidst hørte om.")]


def routes(desk: Desk, life: float, pause: float) -> APIRouter:
    """Give the route.

    Args:
        desk: hands out the cases.
        life: seconds after which the reader must come again: rights are looked at anew, and a service that stops waits no longer.
        pause: seconds between two looks at the log.

    """
    router = APIRouter(prefix="/api/cases/{case}", tags=["sager"], dependencies=[needs(Right.CASES)], redirect_slashes=False)

    def heard_of(request: Request, who: Who, may_read: MayRead, asked: AskedNow, last: LastEventId = None) -> int:
        """Give the position after which the reader has heard nothing. Rights are looked at here, before the answer has begun."""
        known = _position(last)
        if known is None and "position" not in request.query_params:
            desk.read(who, may_read, asked, "changes")
            return asked.position
        # Who comes again, or from a page that names its position, has read up to there: that was noted.
        known = asked.position if known is None else known
        desk.changed(may_read, asked.case, known, asked.position)
        return known

    @router.get(
        "/changes",
        summary="Besked, når der kommer hændelser om sagen",
        description="Hver besked hedder changed; dens id er loggens position. Forbindelsen lukkes efter kort tid; læseren åbner den igen "
        "og nævner i hovedet Last-Event-ID, hvor langt den var, som en browsers EventSource gør.",
        operation_id="followCase",
        response_class=EventSourceResponse,
        responses={**turned_away(*QUESTION)},
    )
    async def changes(may_read: MayRead, asked: AskedNow, known: Annotated[int, Depends(heard_of)]) -> AsyncIterator[ServerSentEvent]:
        now = asyncio.get_running_loop().time
        end = now() + life
        yield ServerSentEvent(comment="venter", retry=RETRY, id=str(known))  # a reader that heard nothing else comes again with this
        while True:
            last = await to_thread.run_sync(desk.last_position)
            try:
                news = await to_thread.run_sync(desk.changed, may_read, asked.case, known, last)
            except ProblemError:
                return  # the reader may not hear more; coming again, they are told so
            except UnreadableEventsError:
                news = True  # reading the case tells what has happened to it
            if news:
                yield ServerSentEvent(event="changed", id=str(last), data={"position": last})
            known = max(known, last)
            if now() + pause > end:
                return
            await asyncio.sleep(pause)

    return router


def _position(last: str | None) -> int | None:
    """Read a position. What is none is heard as if nothing had been said."""
    return int(last) if last and last.isascii() and last.isdecimal() and len(last) < len(str(2**62)) else None
