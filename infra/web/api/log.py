"""`/api/log`: the events as they are stored."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from infra.stores import Store
from infra.web import problems as p
from infra.web.access import Right, Who, needs
from infra.web.api.answers import answer
from infra.web.api.models import Document
from infra.web.api.paging import MOST, PAGE, following
from infra.web.api.stored import StoredEvent, stored_document
from infra.web.described import turned_away
from infra.web.desk import Desk

After = Annotated[int, Query(ge=0, le=2**62, description="Vis det, der kommer efter denne position.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Så mange hændelser på en side.")]


class LogPage(Document):
    """A stretch of the log."""

    events: list[StoredEvent]
    next: str | None = Field(description="Adressen på næste side; null, når loggen ender her.")


def routes(store: Store, desk: Desk) -> APIRouter:
    """Give the route."""
    router = APIRouter(prefix="/api/log", tags=["log"], dependencies=[needs(Right.LOG)], redirect_slashes=False)

    @router.get(
        "",
        summary="Loggen, side for side",
        operation_id="readLog",
        responses={200: {"model": LogPage}, **turned_away(p.unreadable_question("after"))},
    )
    def log(who: Who, after: After = 0, limit: Limit = PAGE) -> Response:
        rows = store.read_log(after, limit)
        desk.note(who, "log", rows[-1].position if rows else after, *dict.fromkeys(row.case for row in rows))
        onwards = following("/api/log", [row.position for row in rows], limit)
        return answer({"events": list(map(stored_document, rows)), "next": onwards})

    return router
