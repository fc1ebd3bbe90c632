"""`/api/cases/{case}/events`: a case's own events as they are stored."""

from fastapi import APIRouter, Request
from pydantic import Field
from starlette.responses import Response

from domain.facts import EventRef
from domain.times import moment
from infra.log_rows import LogRow
from infra.stores import Store
from infra.web.access import MayRead, Right, Who, needs
from infra.web.api.answers import permanent
from infra.web.api.cases import READS
from infra.web.api.models import KnownCase
from infra.web.api.stored import StoredEvent, stored_document
from infra.web.asked import Permanent
from infra.web.desk import Desk


class CaseEvents(KnownCase):
    """A case's own events in the order in which they were received."""

    events: list[StoredEvent] = Field(description="Uden jobnets hændelser, som ikke er sagens egne.")


def routes(store: Store, desk: Desk) -> APIRouter:
    """Give the route. It takes the right to a dossier: whoever may carry the events away in one may see them here."""
    router = APIRouter(prefix="/api/cases/{case}", tags=["sager"], dependencies=[needs(Right.DOSSIER)], redirect_slashes=False)

    @router.get(
        "/events",
        summary="Sagens egne hændelser, som de er gemt",
        description="Alle, som var kendt på tidspunktet known_at, hvis det er nævnt. Dagen og fortolkningerne udelader ingen.",
        operation_id="readCaseEvents",
        responses={200: {"model": CaseEvents}, **READS},
    )
    def events(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "events")
        rows = [_row(store, fact.ref) for fact in case.as_known(asked.known_at, asked.known_by).own]
        document = {
            "case": case.id,
            "known_at": None if asked.known_at is None else moment(asked.known_at).isoformat(),
            "known_by": asked.known_by,
            "log": {"position": asked.position},
            "events": [stored_document(row) for row in sorted(rows)],
        }
        return permanent(request, document)

    return router


def _row(store: Store, ref: EventRef) -> LogRow:
    row = store.find(ref.source, ref.id)
    if row is None:
        raise LookupError("an event that was read a moment ago is gone from the log")
    return row
