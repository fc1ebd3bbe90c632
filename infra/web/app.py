"""The HTTP application, put together from the parts it is given."""

from importlib.metadata import version
from typing import Protocol

from fastapi import FastAPI

from consumers.intake import Intake
from infra.web import health
from infra.web.counters import Counters
from infra.web.health import Asking
from infra.web.intake import events
from infra.web.intake.lane import Lane
from infra.web.limits import Patience
from infra.web.turning_away import turn_away

_PATIENCE = Patience()


class Answering(Protocol):
    """What is needed of a store to know that it is there."""

    def last_position(self) -> int:
        """Give the position of the last event, 0 when there is none."""


def build(store: Answering, intake: Intake, patience: Patience = _PATIENCE) -> FastAPI:
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
    lane = Lane(intake.take_each, patience.requests)
    counters = Counters(lambda: lane.held)
    app.include_router(events.routes(lane, counters, patience.body_seconds))
    app.include_router(health.routes(Asking(store.last_position, patience.store_seconds), counters))
    turn_away(app, counters.turned_away)
    return app
