"""How the store stands, asked of it each time that Prometheus asks."""

import platform
from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Protocol

from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from infra.telemetry.lag import Lag
from infra.telemetry.readiness import AWAY


class SetAsideCount(Protocol):
    """What is asked of a store."""

    def open_set_aside(self) -> int:
        """Count the events that are set aside and not mended yet."""


class StoreStanding(Collector):
    """The store as it is now. While it is away, that is all that is told."""

    def __init__(self, store: SetAsideCount, lag: Callable[[], Lag] | None = None) -> None:
        self._store = store
        self._lag = lag

    def collect(self) -> Iterator[Metric]:
        """Give the metrics."""
        try:
            waiting, lag = self._store.open_set_aside(), self._lag() if self._lag else None
        except AWAY:
            yield GaugeMetricFamily("sagsspor_store_up", _UP, 0)
            return
        yield GaugeMetricFamily("sagsspor_store_up", _UP, 1)
        yield GaugeMetricFamily("sagsspor_set_aside_open", "Events that are set aside and not mended yet", waiting)
        if lag is not None:
            yield GaugeMetricFamily("sagsspor_projection_lag_events", "Events of the log that the views do not hold yet", lag.events)
            yield GaugeMetricFamily("sagsspor_projection_lag_seconds", "For how long the oldest of them has waited", lag.seconds)


class BuildInfo(Collector):
    """Which program this is."""

    def collect(self) -> Iterator[Metric]:
        """Give the metric."""
        told = InfoMetricFamily("sagsspor_build", "The version that runs")
        told.add_metric([], {"version": version("sagsspor"), "python": platform.python_version()})
        yield told


_UP = "1 when the store answers"
