"""`/api/intake`: whether the facts arrive."""

from datetime import datetime

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from domain.document import Document as Written
from domain.times import Instant, moment
from infra.intake_status import LATELY, Counting, IntakeStatus, Viewing, delay, intake_status
from infra.stores import Heard
from infra.web.access import Right, needs
from infra.web.api.answers import answer
from infra.web.api.models import Document, LogPosition
from infra.web.described import turned_away


class Source(Document):
    """A source, and when it was last heard."""

    source: str
    events: int = Field(description=f"Blandt loggens seneste {LATELY} hændelser.")
    registered: datetime | None = Field(description="Hvornår dens seneste blev registreret hos den; null, hvis ingen er blandt dem.")
    received: datetime | None = Field(description="Hvornår den blev modtaget.")
    delay_seconds: float | None = Field(description="Hvor længe den var undervejs.")


class Intake(Document):
    """How the intake fares now."""

    log: LogPosition
    views: LogPosition = Field(description="Så langt er listerne ført frem.")
    behind: int = Field(description="Hændelser, som listerne ikke har med endnu.")
    accepted: int = Field(description="Hændelser i loggen.")
    waiting: int = Field(description="Lagt til side.")
    resent: int = Field(description="Lagt til side, og taget ind siden.")
    reasons: dict[str, int] = Field(description="Hvor mange der venter af hver grund, de fleste først.")
    sources: list[Source] = Field(description="Den, der ikke er hørt længst, først.")


def routes(store: Counting, views: Viewing) -> APIRouter:
    """Give the route."""
    router = APIRouter(prefix="/api/intake", tags=["indtag"], dependencies=[needs(Right.INTAKE)], redirect_slashes=False)

    @router.get(
        "",
        summary="Hvordan det går med at tage hændelser ind",
        operation_id="readIntake",
        responses={200: {"model": Intake}, **turned_away()},
    )
    def show() -> Response:
        return answer(intake_document(intake_status(store, views)))

    return router


def intake_document(status: IntakeStatus) -> Written:
    """Write how the intake fares."""
    return {
        "log": {"position": status.position},
        "views": {"position": status.viewed},
        "behind": status.behind,
        "accepted": status.accepted,
        "waiting": status.waiting,
        "resent": status.resent,
        "reasons": status.reasons,
        "sources": [_source(one) for one in status.sources],
    }


def _source(one: Heard) -> Written:
    late = delay(one)
    return {
        "source": one.source,
        "events": one.events,
        "registered": _moment(one.registered),
        "received": _moment(one.received),
        "delay_seconds": None if late is None else late / 1_000_000,
    }


def _moment(at: Instant | None) -> str | None:
    return None if at is None else moment(at).isoformat()
