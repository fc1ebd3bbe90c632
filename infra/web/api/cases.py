"""`/api/cases/{case}`: what a case says, in whole and in parts."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from domain.derive import derive
from domain.document import Document, as_document
from infra.cases import Case
from infra.set_aside_documents import waiting_document
from infra.telemetry.deriving import deriving
from infra.timeline import timeline
from infra.timeline_document import entry_as_document
from infra.web import problems as p
from infra.web import spelled
from infra.web.access import MayRead, Right, Who, needs
from infra.web.api import models
from infra.web.api.answers import UNCHANGED, answer, permanent
from infra.web.asked import Asked, AskedNow, Permanent, read_day
from infra.web.described import turned_away
from infra.web.desk import Desk
from infra.web.problems import ProblemError, unreadable_question

BASIS = ("case", "valid_on", "known_at", "known_by", "policy", "rules")
DAY_LISTS = ("sanctionable_days", "blocked_days", "no_show_days", "registration_gap")
MOVED: dict[int | str, dict[str, Any]] = {
    307: {
        "description": "Spørgsmålet nævner ikke sin dag eller sin position. Adressen, der gør, er varig.",
        "content": {},
        "headers": {"Location": {"required": True, "schema": {"type": "string"}, "description": "Den varige adresse."}},
    },
    304: UNCHANGED,
}
"""What else a permanent document can be answered with."""
QUESTION = (unreadable_question("valid_on"), p.NO_SUCH_CASE, p.NO_SUCH_POSITION, p.UNREADABLE_EVENTS)
READS = {**MOVED, **turned_away(*QUESTION)}
DayAsked = Annotated[str, Path(description="Dagen: 2022-03-16.", json_schema_extra=spelled.DAY_IN_PATH)]


def routes(desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/api/cases/{case}", tags=["sager"], dependencies=[needs(Right.CASES)], redirect_slashes=False)

    def document(who: Who, may_read: MayRead, asked: Asked, what: str) -> Document:
        return case_document(desk.read(who, may_read, asked, what), asked)

    @router.get("", summary="Hvad sagen siger på en dag", operation_id="readCase", responses={200: {"model": models.CaseView}, **READS})
    def show(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        return permanent(request, document(who, may_read, asked, "case"))

    @router.get(
        "/obligations", summary="Frister og pligter", operation_id="readObligations", responses={200: {"model": models.Duties}, **READS}
    )
    def obligations(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        return permanent(request, part(document(who, may_read, asked, "obligations"), ("deadlines", "obligations")))

    @router.get(
        "/days", summary="Dagene med deres begrundelser", operation_id="readDays", responses={200: {"model": models.DayLists}, **READS}
    )
    def days(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        return permanent(request, part(document(who, may_read, asked, "days"), DAY_LISTS))

    @router.get(
        "/days/{day}",
        summary="Én dag med sine begrundelser",
        operation_id="readDay",
        responses={200: {"model": models.DayVerdicts}, **MOVED, **turned_away(unreadable_question("day"), *QUESTION)},
    )
    def one_day(request: Request, day: DayAsked, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        return permanent(request, verdicts(document(who, may_read, asked, "day"), _day(day)))

    @router.get(
        "/timeline",
        summary="Hændelserne, og hvad der følger af dem",
        operation_id="readTimeline",
        responses={200: {"model": models.Timeline}, **READS},
    )
    def told(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "timeline")
        entries = timeline(case.as_known(asked.known_at, asked.known_by), asked.valid_on, asked.policy)
        return permanent(request, {**basis(case, asked), "entries": list(map(entry_as_document, entries))})

    @router.get(
        "/set-aside",
        summary="Hændelser om sagen, der ikke kunne tages ind, og venter",
        operation_id="listSetAsideOfCase",
        responses={200: {"model": models.SetAsideOfCase}, **turned_away(*QUESTION)},
    )
    def set_aside(who: Who, may_read: MayRead, asked: AskedNow) -> Response:
        case = desk.read(who, may_read, asked, "set-aside")
        return answer({"set_aside": list(map(waiting_document, case.set_aside))})

    return router


def case_document(case: Case, asked: Asked) -> Document:
    """Spell out what a case says."""
    with deriving():
        view = derive(case.history, asked.valid_on, asked.known_at, asked.policy, asked.known_by)
    return {**as_document(view, case.id), "log": {"position": asked.position}}


def basis(case: Case, asked: Asked) -> Document:
    """Name what an answer rests on."""
    return part(case_document(case, asked), ())


def part(document: Document, keys: Iterable[str]) -> Document:
    """Give some of a case's document, with what it rests on."""
    return {key: document[key] for key in (*BASIS, "log", *keys)}


def verdicts(document: Document, day: date) -> Document:
    """Give what is said of one day."""
    found = {key: one for key in DAY_LISTS for one in document[key] if one["date"] == day.isoformat()}
    return {**part(document, ()), "date": day.isoformat(), "lists": found}


def _day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError:
        raise ProblemError(unreadable_question("day")) from None
