"""What Prometheus can ask the consumer."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

from consumers.intake import IntakeReport

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)


class ConsumerMetrics:
    """Counts what the consumer does (`consumers.kafka_watch.Watch`)."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = registry = registry or CollectorRegistry()
        self._events = Counter("sagsspor_events", "Events taken, by what became of them", ["outcome"], registry=registry)
        self._set_aside = Counter("sagsspor_set_aside", "Events set aside, by reason", ["code"], registry=registry)
        self._batches = Counter("sagsspor_batches", "Batches stored", registry=registry)
        self._seconds = Histogram("sagsspor_batch_seconds", "Time to store a batch", buckets=SECONDS, registry=registry)
        self._fenced = Counter("sagsspor_fenced", "Batches dropped because another reader had claimed a place", registry=registry)
        self._announced = Counter("sagsspor_announced", "Set-aside events announced", registry=registry)
        self._paused = Gauge("sagsspor_paused", "1 while reading waits for the store", registry=registry)
        self._lag = Gauge("sagsspor_lag_records", "Records that wait in a partition", ["partition"], registry=registry)
        self._stalled = Gauge("sagsspor_stalled_partitions", "Partitions that stand still while records wait", registry=registry)

    def serve(self, port: int) -> int:
        """Answer on this machine alone. Gives the port, which is a free one when 0 is asked for."""
        server, _ = start_http_server(port, "127.0.0.1", self.registry)
        return server.server_port

    def stored(self, report: IntakeReport, seconds: float) -> None:
        """Count a batch."""
        self._batches.inc()
        self._seconds.observe(seconds)
        outcomes = {"accepted": report.accepted, "repeated": report.repeated, "set_aside": report.set_aside.total()}
        for outcome, number in outcomes.items():
            self._events.labels(outcome).inc(number)
        for code, number in report.set_aside.items():
            self._set_aside.labels(code).inc(number)

    def fenced(self) -> None:
        """Count a batch that was dropped."""
        self._fenced.inc()

    def paused(self, *, is_paused: bool) -> None:
        """Show whether reading waits for the store."""
        self._paused.set(is_paused)

    def lag(self, partition: int, records: int | None) -> None:
        """Show how many records wait; nothing for a partition that is another's."""
        if records is None:
            self._lag.remove(str(partition))
        else:
            self._lag.labels(str(partition)).set(records)

    def stalled(self, partitions: int) -> None:
        """Show how many partitions stand still while records wait."""
        self._stalled.set(partitions)

    def announced(self, events: int) -> None:
        """Count what was announced."""
        self._announced.inc(events)
