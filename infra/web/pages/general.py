"""The pages that are not about one case or a worklist, put together."""

from collections.abc import Iterator

from fastapi import APIRouter

from infra import clock
from infra.web.assigning import Assigning
from infra.web.desk import Desk
from infra.web.pages import access_log, assignments, front, intake, rules, serving_static, set_aside
from infra.web.pages.static_files import static_files
from infra.web.parts import Parts


def routes(parts: Parts, desk: Desk) -> Iterator[APIRouter]:
    """Give their routes, and those of the static files."""
    yield serving_static.routes(static_files())
    yield front.routes(parts.store)
    yield set_aside.routes(parts.store, parts.intake, desk)
    yield rules.routes()
    yield intake.routes(parts.store, parts.views, clock.now)
    yield access_log.routes(parts.access_log, desk)
    yield assignments.routes(Assigning(parts.assignments, parts.store, desk))
