"""`/api/cases/{case}/diff`, `/decisions` and `/what-if`: a case beside itself as it was, as it was decided, as it could be."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from domain.decision_check import check_decisions
from domain.decision_document import decisions_document
from domain.derive import derive
from domain.times import Instant, TimeError, parse_known_at
from infra.case_documents import diff_document, learning, what_if_document
from infra.imagining import ImaginedError, imagine
from infra.web import problems as p
from infra.web import spelled
from infra.web.access import MayRead, Right, Who, needs
from infra.web.api import models_compared as models
from infra.web.api.answers import answer, permanent, sendable
from infra.web.api.cases import MOVED, QUESTION, READS
from infra.web.asked import AskedNow, Permanent, in_iso
from infra.web.described import turned_away
from infra.web.desk import Desk
from infra.web.problems import ProblemError, unreadable_question

From = Annotated[
    str,
    Query(alias="from", description="Det ene tidspunkt: RFC 3339, eller en dato for dagens slutning.", json_schema_extra=spelled.A_MOMENT),
]
To = Annotated[
    str, Query(alias="to", description="Det andet. Det er lige meget, hvilket der er senest.", json_schema_extra=spelled.A_MOMENT)
]
NOT_THERE = "without nævner en hændelse, som sagen ikke har. Se dens hændelser på timeline. Intet er skrevet."
"""Told without the name, which may be anything that somebody wrote."""


def routes(desk: Desk) -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/api/cases/{case}", tags=["sager"], redirect_slashes=False)

    @router.get(
        "/diff",
        summary="Hvad der blev kendt mellem to tidspunkter, og hvad det ændrede",
        dependencies=[needs(Right.CASES)],
        operation_id="compareMoments",
        responses={200: {"model": models.Difference}, **MOVED, **turned_away(unreadable_question("from", "to"), *QUESTION)},
    )
    def diff(request: Request, who: Who, may_read: MayRead, asked: Permanent, first: From, second: To) -> Response:
        moments = (_moment("from", first), _moment("to", second))
        case = desk.read(who, may_read, asked, "diff")
        document = diff_document(case, learning(case, asked.valid_on, moments, asked.policy, asked.known_by))
        return permanent(request, {**document, "log": {"position": asked.position}})

    @router.get(
        "/decisions",
        summary="Hver afgørelse mod det, sagen viste da, og det, den viser nu",
        dependencies=[needs(Right.CASES)],
        operation_id="checkDecisions",
        responses={200: {"model": models.Decisions}, **READS},
    )
    def decisions(request: Request, who: Who, may_read: MayRead, asked: Permanent) -> Response:
        case = desk.read(who, may_read, asked, "decisions")
        clocks = (asked.valid_on, asked.known_at, asked.policy, asked.known_by)
        document = decisions_document(check_decisions(case.history, *clocks), derive(case.history, *clocks), case.id)
        return permanent(request, {**document, "log": {"position": asked.position}})

    @router.post(
        "/what-if",
        summary="Sagen med tænkte hændelser; intet bliver skrevet",
        dependencies=[needs(Right.WHAT_IF)],
        operation_id="imagine",
        responses={200: {"model": models.WhatIf}, **turned_away(*QUESTION, p.UNREADABLE_BODY, p.UNFIT_IMAGINED)},
    )
    def what_if(body: models.ImaginedFacts, who: Who, may_read: MayRead, asked: AskedNow) -> Response:
        case = desk.read(who, may_read, asked, "what-if")
        lines = b"\n".join(map(sendable, body.with_))
        try:
            imagined = imagine(case, lines, [f"{one.source}/{one.id}" for one in body.without])
        except ImaginedError as error:
            raise ProblemError(p.UNFIT_IMAGINED._replace(detail=NOT_THERE if error.missing else str(error))) from None
        document = what_if_document(case, imagined, asked.valid_on, asked.known_at, asked.policy, asked.known_by)
        return answer({**document, "log": {"position": asked.position}})

    return router


def _moment(parameter: str, text: str) -> Instant:
    try:
        return parse_known_at(in_iso(text))
    except TimeError:
        raise ProblemError(unreadable_question(parameter)) from None
