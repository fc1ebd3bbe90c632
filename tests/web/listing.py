"""The worklists over a real server, with the cases of three municipalities."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from fastapi import FastAPI
from serving import checking, running

from consumers.intake import Intake
from domain.policy import DEFAULT_POLICY
from infra import clock
from infra.simulation import simulate
from infra.web.access import declared
from infra.web.access.login import demo_login
from infra.web.api import worklists as api
from infra.web.desk import Desk
from infra.web.pages import serving_static, worklists
from infra.web.pages.frame import Frame, framed
from infra.web.pages.login import install_login
from infra.web.pages.static_files import static_files
from infra.web.parts import Parts, parts_for
from infra.web.turning_away import turn_away
from infra.wiring import opened_store, projector_for
from tests.projections.municipalities import spread


def as_(role: str) -> dict[str, str]:
    """Be somebody in the demo."""
    return {"authorization": f"Bearer demo-{role}"}


AUDITOR, CASEWORKER = as_("auditor"), as_("caseworker")


@contextmanager
def filled_parts(folder: Path) -> Iterator[Parts]:
    """Give a store with lists."""
    with opened_store(f"sqlite:///{folder}/sager.db", create=True) as store:
        Intake(store, clock.now, checking()).run(spread(simulate(60, seed=7)))
        projector_for(store, DEFAULT_POLICY).catch_up()
        with parts_for(store) as parts:
            yield parts


def lists_app(parts: Parts) -> FastAPI:
    """Put the worklists together with what every route needs."""
    app = FastAPI(docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.desk = desk = Desk(parts.store, parts.access_log, clock.now)
    for router in (api.routes(parts.views, desk), worklists.routes(parts.views, desk), serving_static.routes(static_files())):
        app.include_router(router)
    framed(app, Frame(demo=True))
    install_login(app, demo_login(parts.assigned))
    turn_away(app, lambda _: None)
    declared(app)
    return app


@contextmanager
def served_lists(parts: Parts) -> Iterator[httpx.Client]:
    """Serve them for as long as the block runs; gives a client of it."""
    with running(lists_app(parts)) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client
