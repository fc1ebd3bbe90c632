"""How long facts are under way from the systems in which they are registered, and when each source was last heard."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from threading import Lock

from prometheus_client.core import GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from consumers.checking import Checked
from consumers.cloudevents import Accepted
from domain.times import Instant
from infra.cpr_numbers import holds_cpr_number

SECONDS = (1, 10, 60, 300, 900, 3_600, 21_600, 86_400, 604_800, 2_592_000)
"""From at once to a month: some systems deliver once a night, and old facts are sent again."""
MOST_SYSTEMS, MOST_SOURCES = 50, 2_000
"""Names beyond which all further ones are counted as one: publishers choose them."""
OTHER = "other"

_SOURCE = re.compile(r"urn:fagsystem:([a-z][a-z0-9-]{0,31}):[0-9]{3,4}")
_SECOND = 1_000_000
_BOUNDS = [bound * _SECOND for bound in SECONDS]


class SourceLag(Collector):
    """Hears of every checked event, a resent one too, and tells Prometheus."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: dict[str, list[int]] = {}
        self._sums: defaultdict[str, int] = defaultdict(int)
        self._heard: dict[str, Instant] = {}

    def heard(self, checked: Iterable[Checked], now: Instant) -> None:
        """Count the events that were let in."""
        registered: defaultdict[str, list[Instant]] = defaultdict(list)
        for event in checked:
            if isinstance(event, Accepted):
                registered[event.source].append(event.registered)
        with self._lock:
            for source, times in registered.items():
                self._count(source, times, now)

    def collect(self) -> Iterator[Metric]:
        """Give the metrics."""
        lag = HistogramMetricFamily(
            "sagsspor_intake_lag_seconds", "From a fact's registration in a system to its arrival here", labels=["system"]
        )
        last = GaugeMetricFamily("sagsspor_source_last_received_timestamp_seconds", "When a source was last heard", labels=["source"])
        with self._lock:
            for system, counts in self._counts.items():
                lag.add_metric([system], _cumulated(counts), self._sums[system] / _SECOND)
            for source, at in self._heard.items():
                last.add_metric([source], at / _SECOND)
        yield lag
        yield last

    def _count(self, source: str, times: list[Instant], now: Instant) -> None:
        system = _system_of(source)
        self._heard[source if system and (source in self._heard or len(self._heard) < MOST_SOURCES) else OTHER] = now
        if not system or (system not in self._counts and len(self._counts) >= MOST_SYSTEMS):
            system = OTHER
        counts = self._counts.setdefault(system, [0] * (len(_BOUNDS) + 1))
        for at in times:
            counts[bisect_left(_BOUNDS, now - at)] += 1
        self._sums[system] += sum(max(0, now - at) for at in times)  # a clock that is ahead does not make the sum fall


def _system_of(source: str) -> str | None:
    """Give the system of a source that is named as the contract says; others may hold anything."""
    found = _SOURCE.fullmatch(source)
    return found[1] if found and not holds_cpr_number(source) else None


def _cumulated(counts: list[int]) -> list[tuple[str, float]]:
    total, buckets = 0, []
    for bound, count in zip((*map(float, SECONDS), "+Inf"), counts, strict=True):
        total += count
        buckets.append((str(bound), float(total)))
    return buckets
