"""What the HTTP interface counts, for Prometheus."""

from collections import Counter
from collections.abc import Callable, Iterable

from prometheus_client import CollectorRegistry, Gauge
from prometheus_client import Counter as Counted

from consumers.outcomes import Outcome
from infra.web.problems import Problem


class Counters:
    """Counts of one application. Events have the names that the Kafka consumer counts by."""

    def __init__(self, held: Callable[[], float]) -> None:
        self.registry = registry = CollectorRegistry()
        self._events = Counted("sagsspor_events", "Events taken, by what became of them", ["outcome"], registry=registry)
        self._set_aside = Counted("sagsspor_set_aside", "Events set aside, by reason", ["code"], registry=registry)
        self._problems = Counted("sagsspor_http_problems", "Requests turned away, by problem", ["problem"], registry=registry)
        Gauge("sagsspor_http_requests_held", "Requests being read or waiting for the store", registry=registry).set_function(held)

    def count(self, told: Iterable[Outcome]) -> None:
        """Count events."""
        for (what, code), number in Counter((one.what, one.code) for one in told).items():
            self._events.labels(what).inc(number)
            if code:
                self._set_aside.labels(code).inc(number)

    def turned_away(self, problem: Problem) -> None:
        """Count a request that was turned away."""
        self._problems.labels(problem.name).inc()
