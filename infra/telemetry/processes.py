"""The parts by which each process is seen, put together for its store."""

from functools import partial
from typing import NamedTuple

from prometheus_client import CollectorRegistry

from consumers.checking import Checking
from consumers.intake import Intake
from infra import clock
from infra.kafka.settings import Settings
from infra.stores import Store, ViewReader
from infra.telemetry.checking import SeenChecking
from infra.telemetry.following import FollowerWatch
from infra.telemetry.lag import lag_of
from infra.telemetry.polled import Arrivals, PolledIntake
from infra.telemetry.posted import PostedIntake
from infra.telemetry.readiness import Readiness
from infra.telemetry.requests import Telemetry
from infra.telemetry.source_lag import SourceLag
from infra.telemetry.standing import BuildInfo, StoreStanding
from infra.telemetry.traced_store import TracedStore
from infra.telemetry.tracing import Tracing
from infra.wiring import layout_check_for, traces_for


def standing(store: Store, registry: CollectorRegistry, views: ViewReader | None = None, most_behind: float | None = None) -> Readiness:
    """Tell Prometheus of the program and its store, and of the views where they are given; give what knows whether it is ready."""
    lag = partial(lag_of, store, views, clock.now) if views is not None else None
    registry.register(BuildInfo())
    registry.register(StoreStanding(store, lag))
    return Readiness(store, layout_check_for(store), lag, most_behind)


def web_telemetry(
    store: Store, registry: CollectorRegistry, tracing: Tracing, views: ViewReader, most_behind: float | None = None
) -> Telemetry:
    """Give what `observe` needs for a store that is served."""
    return Telemetry(registry, tracing, standing(store, registry, views, most_behind))


def posted_intake(store: Store, registry: CollectorRegistry, tracing: Tracing) -> Intake:
    """Build the one way in for events that come in requests."""
    checking = _checking(registry, tracing)
    if not tracing.is_on:
        return Intake(store, clock.now, checking)
    return PostedIntake(TracedStore(store, traces_for(store), tracing), clock.now, checking, tracing)


class Polling(NamedTuple):
    """The one way in for events that are polled, and what has to hear of each poll, if anybody."""

    intake: Intake
    arrivals: Arrivals | None


def polled_intake(store: Store, settings: Settings, registry: CollectorRegistry, tracing: Tracing) -> Polling:
    """Build the one way in for events from Kafka."""
    checking = _checking(registry, tracing)
    if not tracing.is_on:
        return Polling(Intake(store, clock.now, checking), None)
    arrivals = Arrivals()
    return Polling(PolledIntake(TracedStore(store, traces_for(store), tracing), clock.now, checking, settings, arrivals, tracing), arrivals)


def follower_watch(store: Store, registry: CollectorRegistry, tracing: Tracing) -> FollowerWatch:
    """Build what a projector tells."""
    return FollowerWatch(registry, tracing, traces_for(store) if tracing.is_on else None)


def _checking(registry: CollectorRegistry, tracing: Tracing) -> Checking:
    lag = SourceLag()
    registry.register(lag)
    return SeenChecking(clock.now, lag, tracing)
