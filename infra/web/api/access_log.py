"""`/api/access-log`: who read what, for a citizen who asks and for an auditor."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema
from starlette.responses import Response

from domain.document import Document as Written
from domain.times import moment
from infra.access_log.chain import Noted
from infra.access_log.log import AccessLog
from infra.web import problems as p
from infra.web.access import Right, Who, needs
from infra.web.api.answers import answer
from infra.web.api.models import Document
from infra.web.api.paging import PAGE, After, Limit, following
from infra.web.described import turned_away
from infra.web.desk import Desk

CaseAsked = Annotated[UUID | SkipJsonSchema[None], Query(description="Kun læsninger af denne sag.")]


class ReadDocument(Document):
    """Somebody read something."""

    number: int
    at: datetime
    who: str
    role: str
    case: str | None
    purpose: str
    what: str = Field(description="Læsningens art ved sin kode: case, timeline, dossier, worklist; refused er en, der blev afvist.")
    position: int | None = Field(description="Hvor loggen sluttede i det, der blev læst.")
    hash: str = Field(description="SHA-256 over læsningen og hash'en før den, hexadecimalt.")


class Reads(Document):
    """Some reads, in their order."""

    reads: list[ReadDocument]
    next: str | None = Field(description="Adressen på næste side; null, når loggen ender her.")


def routes(access_log: AccessLog, desk: Desk) -> APIRouter:
    """Give the route."""
    router = APIRouter(prefix="/api/access-log", tags=["adgangslog"], dependencies=[needs(Right.ACCESS_LOG)], redirect_slashes=False)

    @router.get(
        "",
        summary="Hvem har set hvad",
        operation_id="listReads",
        responses={200: {"model": Reads}, **turned_away(p.unreadable_question("case"))},
    )
    def reads(
        who: Who,
        case: CaseAsked = None,
        after: After = 0,
        limit: Limit = PAGE,
    ) -> Response:
        about = () if case is None else (str(case),)
        desk.note(who, "access-log", None, *about)
        found = access_log.of_case(*about, after, limit) if about else access_log.all(after, limit)
        onwards = following("/api/access-log", [one.number for one in found], limit, **({} if case is None else {"case": case}))
        return answer({"reads": list(map(_document, found)), "next": onwards})

    return router


def _document(one: Noted) -> Written:
    fields = one.access._asdict()
    return {"number": one.number, **fields, "at": moment(one.access.at).isoformat(), "hash": one.hash.hex()}
