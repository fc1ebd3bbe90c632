"""The pages about one case, put together."""

from collections.abc import Iterator

from fastapi import APIRouter

from infra.web.desk import Desk
from infra.web.pages import case, case_compare, case_day, case_decisions, case_dossier, case_what_if
from infra.web.parts import Parts


def routes(parts: Parts, desk: Desk) -> Iterator[APIRouter]:
    """Give their routes."""
    for module in (case, case_day, case_compare, case_what_if, case_decisions):
        yield module.routes(desk)
    yield case_dossier.routes(parts, desk)
