"""`/api/set-aside`: the events that could not be taken, and the way to try them again."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Path, Query
from pydantic import Field
from starlette.responses import Response

from consumers.event_store import SetAside, Status
from consumers.intake import IntakeReport
from domain.document import Document as Written
from infra.set_aside_documents import set_aside_document
from infra.stores import Store
from infra.web import problems as p
from infra.web.access import GRANTED, Right, Who, needs
from infra.web.api.answers import answer, sendable
from infra.web.api.models import Document
from infra.web.api.paging import PAGE, After, Limit, following
from infra.web.described import turned_away
from infra.web.desk import Desk
from infra.web.problems import ProblemError

Resend = Callable[[Sequence[int] | None, bytes | None], IntakeReport]
Number = Annotated[int, Path(ge=1, le=2**62, description="Nummeret fra svaret på afsendelsen, eller fra listen.")]
Mended = Annotated[dict[str, object] | None, Body(description="Den rettede hændelse; uden indhold prøves den, der blev sendt.")]


class SetAsideEvent(Document):
    """An event that could not be taken, without its content."""

    number: int
    received: datetime
    code: str
    message: str = Field(description="Hvorfor, og hvad der skal gøres.")
    source: str | None
    id: str | None
    case: str | None = Field(description="Den sag, som den siger, at den er om; jobnet ved driftsforstyrrelser.")
    status: Status = Field(description="open venter; resent er taget ind siden.")


class SetAsidePage(Document):
    """Some of them, by number."""

    set_aside: list[SetAsideEvent]
    next: str | None = Field(description="Adressen på næste side; null, når der ikke er flere.")


class SetAsideContent(SetAsideEvent):
    """One of them with its content."""

    raw: str | None = Field(description="Som den blev sendt. Kun for dem, der kan rette den; ellers null.")
    mended: str | None = Field(description="Det, der blev taget ind i stedet, hvor det er noget andet.")


class Resent(Document):
    """What became of it."""

    accepted: int
    repeated: int
    set_aside: dict[str, int] = Field(description="Lagt til side igen, efter grund.")


def routes(store: Store, resend: Resend, desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/api/set-aside", tags=["lagt til side"], redirect_slashes=False)

    @router.get(
        "",
        summary="Hændelser, der ikke kunne tages ind",
        operation_id="listSetAside",
        dependencies=[needs(Right.SET_ASIDE)],
        responses={200: {"model": SetAsidePage}, **turned_away(p.unreadable_question("after"))},
    )
    def page(
        who: Who,
        status: Annotated[Literal[Status, "all"], Query(description="Dem, der venter, dem, der er taget ind siden, eller alle.")] = "open",
        after: After = 0,
        limit: Limit = PAGE,
    ) -> Response:
        found = store.set_aside_events(None if status == "all" else status, after=after, limit=limit)
        desk.note(who, "set-aside", None, *dict.fromkeys(one.case for one in found if one.case))
        onwards = following("/api/set-aside", [one.number for one in found], limit, status=status)
        return answer({"set_aside": list(map(set_aside_document, found)), "next": onwards})

    @router.get(
        "/{number}",
        summary="Én af dem, for den, der kan rette den, med sit indhold",
        operation_id="readSetAside",
        dependencies=[needs(Right.SET_ASIDE)],
        responses={200: {"model": SetAsideContent}, **turned_away(p.NO_SUCH_SET_ASIDE, p.NOT_FOUND)},
    )
    def one(number: Number, who: Who) -> Response:
        found = _find(store, number)
        desk.note(who, "set-aside", None, *([found.case] if found.case else []))
        return answer(content_document(found, shown=who.role in GRANTED[Right.RESEND]))

    @router.post(
        "/{number}/resend",
        summary="Prøv den igen, som den er eller rettet",
        operation_id="resend",
        dependencies=[needs(Right.RESEND)],
        responses={
            200: {"model": Resent},
            **turned_away(p.UNREADABLE_BODY, p.NO_SUCH_SET_ASIDE, p.NOT_FOUND, p.RESENT_ALREADY),
        },
    )
    def again(number: Number, who: Who, mended: Mended = None) -> Response:
        waiting = _find(store, number)
        if waiting.status == "resent":
            raise ProblemError(p.RESENT_ALREADY)
        desk.note(who, "resend", None, *([waiting.case] if waiting.case else []))
        report = resend([number], None if mended is None else sendable(mended))
        return answer({"accepted": report.accepted, "repeated": report.repeated, "set_aside": dict(report.set_aside)})

    return router


def content_document(one: SetAside, *, shown: bool) -> Written:
    """Write a set-aside event, with its content where that may be shown: it may be anything, about anybody."""
    raw, mended = (_text(content) if shown and content is not None else None for content in (one.raw, one.mended))
    return {**set_aside_document(one), "raw": raw, "mended": mended}


def _find(store: Store, number: int) -> SetAside:
    found = store.set_aside_events(None, numbers=[number])
    if not found:
        raise ProblemError(p.NO_SUCH_SET_ASIDE)
    return found[0]


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", errors="backslashreplace")
