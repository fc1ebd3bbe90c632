"""The HTTP application, put together from the parts it is given."""

from collections.abc import Iterator
from importlib.metadata import version
from typing import NamedTuple

from fastapi import APIRouter, FastAPI

from infra import clock
from infra.web import health
from infra.web.access import declared
from infra.web.access.login import Login
from infra.web.api import (
    access_log,
    assignments,
    case_events,
    cases,
    changes,
    comparing,
    dossier,
    intake,
    log,
    rules,
    seals,
    set_aside,
    worklists,
)
from infra.web.assigning import Assigning
from infra.web.counters import Counters
from infra.web.described import describe
from infra.web.desk import Desk
from infra.web.hardening.logged_in import by_session
from infra.web.hardening.order import harden
from infra.web.hardening.settings import Hardening
from infra.web.health import Asking
from infra.web.intake import events
from infra.web.intake.lane import Lane
from infra.web.limits import Patience
from infra.web.pages import case_pages, general
from infra.web.pages import worklists as worklist_pages
from infra.web.pages.frame import Frame, framed
from infra.web.pages.login import install_login
from infra.web.pages.problem_page import refused
from infra.web.parts import Parts
from infra.web.turning_away import turn_away


class Settings(NamedTuple):
    """How the application is served."""

    authority: str = "Myndigheden"
    hardening: Hardening = Hardening()
    patience: Patience = Patience()


def build(parts: Parts, login: Login, settings: Settings = Settings()) -> FastAPI:  # noqa: B008 - it never changes
    """Build the application.

    Pages that show its documentation are left out, since they fetch scripts from elsewhere, and so is FastAPI's own telemetry,
    since it sends errors with their messages, which may quote a person's data.
    """
    app = FastAPI(
        title="Sagsspor",
        version=version("sagsspor"),
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    lane = Lane(parts.intake.take_each, settings.patience.requests)
    counters = Counters(lambda: lane.held)
    app.state.desk = desk = Desk(parts.store, parts.access_log, clock.now)
    app.include_router(events.routes(lane, counters, settings.patience.body_seconds))
    app.include_router(health.routes(Asking(parts.store.last_position, settings.patience.store_seconds), counters))
    for router in (*_interface(parts, desk, settings.patience), *_pages(parts, desk)):
        app.include_router(router)
    framed(app, Frame(settings.authority, demo=login.demo))
    install_login(app, login)
    turn_away(app, counters.turned_away)
    harden(app, settings.hardening, counters.turned_away, by_session(login.gate.sessions), refused)
    declared(app)
    describe(app)
    return app


def _interface(parts: Parts, desk: Desk, patience: Patience) -> Iterator[APIRouter]:
    yield cases.routes(desk)
    yield comparing.routes(desk)
    yield dossier.routes(desk, parts.make_dossier)
    yield case_events.routes(parts.store, desk)
    yield changes.routes(desk, patience.news_seconds, patience.news_pause)
    yield log.routes(parts.store, desk)
    yield seals.routes(parts.seals)
    yield intake.routes(parts.store, parts.views)
    yield set_aside.routes(parts.store, parts.intake.resend, desk)
    yield access_log.routes(parts.access_log, desk)
    yield assignments.routes(Assigning(parts.assignments, parts.store, desk))
    yield rules.routes()
    yield worklists.routes(parts.views, desk)


def _pages(parts: Parts, desk: Desk) -> Iterator[APIRouter]:
    yield from general.routes(parts, desk)
    yield from case_pages.routes(parts, desk)
    yield worklist_pages.routes(parts.views, desk)
