"""`/api/rules`: the register of rules, each with its law."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from domain.register import REGISTER, UnknownRuleError, rule
from domain.register.later_law import LATER_RULES
from infra.rule_documents import rule_document
from infra.web import problems as p
from infra.web.access import Right, needs
from infra.web.api.answers import UNCHANGED, permanent
from infra.web.api.models import Document
from infra.web.described import turned_away
from infra.web.problems import ProblemError

RuleId = Annotated[str, Path(description="Reglens id, som det står i en begrundelse.", max_length=64, examples=["R-2.15-7"])]


class RuleDocument(Document):
    """A rule."""

    id: str
    title: str
    text: str
    statute: str
    section: str
    lines: str = Field(description="Linjerne i vejledningen.")
    valid_from: date
    valid_to: date | None


class Rules(Document):
    """The register."""

    rules: list[RuleDocument]


def routes() -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/api/rules", tags=["regler"], dependencies=[needs(Right.RULES)], redirect_slashes=False)

    @router.get(
        "",
        summary="Alle regler i vejledningens rækkefølge",
        operation_id="listRules",
        responses={200: {"model": Rules}, 304: UNCHANGED, **turned_away()},
    )
    def all_rules(request: Request) -> Response:
        return permanent(request, {"rules": [rule_document(one) for one in (*REGISTER.values(), *LATER_RULES.values())]})

    @router.get(
        "/{id_}",
        summary="Én regel",
        operation_id="readRule",
        responses={200: {"model": RuleDocument}, 304: UNCHANGED, **turned_away(p.NO_SUCH_RULE)},
    )
    def one_rule(request: Request, id_: RuleId) -> Response:
        try:
            return permanent(request, rule_document(rule(id_)))
        except UnknownRuleError:
            raise ProblemError(p.NO_SUCH_RULE) from None

    return router
