"""`/api/assignments`: which complaint handler has which case."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, Field
from starlette.responses import Response

from domain.document import Document as Written
from domain.times import LAST_DAY, Instant, instant, moment
from infra.assignments import Assigned, UnfitAssignmentError
from infra.web import problems as p
from infra.web.access import Right, Who, needs
from infra.web.api.answers import answer
from infra.web.api.models import Document
from infra.web.assigning import Assigning
from infra.web.described import turned_away
from infra.web.problems import ProblemError


class NewAssignment(BaseModel, extra="forbid"):
    """A case for a complaint handler. Sent again, the newer counts: one with an end takes the case back."""

    case: UUID
    handler: str = Field(
        max_length=200,
        description="Loginets faste navn på klagesagsbehandleren, aldrig et CPR-nummer.",
        json_schema_extra={"minLength": 1, "pattern": r"^\S(.*\S)?$"},
    )
    until: AwareDatetime | None = Field(None, description="Hvornår det hører op; null, til nogen siger til.")


class AssignmentDocument(Document):
    """An assignment as it is kept."""

    number: int
    at: datetime
    case: str
    handler: str
    since: datetime
    until: datetime | None
    by: str = Field(description="Hvem der tildelte.")
    holds: bool = Field(description="Om den gælder nu.")


class AssignmentList(Document):
    """Assignments in the order in which they were made."""

    assignments: list[AssignmentDocument]


def routes(assigning: Assigning) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/api/assignments", tags=["tildelinger"], redirect_slashes=False)

    @router.get(
        "",
        summary="Hvem har sagen",
        operation_id="listAssignments",
        dependencies=[needs(Right.ACCESS_LOG)],
        responses={200: {"model": AssignmentList}, **turned_away(p.unreadable_question("case"))},
    )
    def of_case(case: Annotated[UUID, Query(description="Sagens UUID.")], who: Who) -> Response:
        return answer({"assignments": [_document(one, holds) for one, holds in assigning.of_case(who, str(case))]})

    @router.post(
        "",
        summary="Giv en klagesagsbehandler en sag, eller tag den tilbage",
        operation_id="assignCase",
        status_code=201,
        dependencies=[needs(Right.ASSIGN)],
        responses={
            201: {"model": AssignmentDocument},
            **turned_away(p.UNREADABLE_BODY, p.UNFIT_ASSIGNMENT, p.NO_SUCH_CASE),
        },
    )
    def assign(new: NewAssignment, who: Who) -> Response:
        try:
            given = assigning.give(who, str(new.case), new.handler, None if new.until is None else _end(new.until))
        except UnfitAssignmentError:
            raise ProblemError(p.UNFIT_ASSIGNMENT) from None
        made = answer(_document(given, given.holds(given.at)))
        made.status_code = 201
        return made

    return router


def _end(until: datetime) -> Instant:
    if until.year > LAST_DAY.year:
        raise ProblemError(p.UNFIT_ASSIGNMENT)
    return instant(until)


def _document(one: Assigned, holds: bool) -> Written:
    written = {
        name: None if at is None else moment(at).isoformat() for name, at in (("at", one.at), ("since", one.since), ("until", one.until))
    }
    return {**one._asdict(), **written, "holds": holds}
