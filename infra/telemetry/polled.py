"""From a Kafka record to the transaction that stores it: one span a batch, whatever threads it goes through."""

from collections.abc import Iterable, Sequence
from threading import Lock
from time import time_ns

from opentelemetry.trace import SpanContext, SpanKind

from consumers.checking import Checked, Checking
from consumers.intake import Clock, Intake, IntakeReport, Read
from consumers.kafka_reading import Batch, Record
from infra.kafka.settings import Settings
from infra.telemetry import contexts
from infra.telemetry.contexts import HEADER
from infra.telemetry.traced_store import TracedStore
from infra.telemetry.tracing import Attributes, Tracing


class Arrival:
    """A batch that came: when, what its records name as their trace, and when they were checked."""

    def __init__(self, batch: Batch) -> None:
        self.came = time_ns()
        self.records = sum(map(len, batch.values()))
        self.named = dict.fromkeys(text for records in batch.values() for record in records if (text := _header(record)))
        self.checks: list[tuple[int, int]] = []

    def contexts(self) -> list[SpanContext]:
        """Give the traces, each once."""
        return contexts.read(self.named)


class Arrivals:
    """The batches on their way through this process: the reader's thread brings them, the storing thread takes them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last: Arrival | None = None
        self._waiting: dict[tuple[int, int], Arrival] = {}

    def came(self, batch: Batch) -> None:
        """Hear of a batch that was polled."""
        self._last = arrival = Arrival(batch)
        with self._lock:
            self._waiting |= {(partition, records[-1].offset + 1): arrival for partition, records in batch.items()}

    def checked(self, lines: Sequence[bytes], begun: int) -> None:
        """Hear that records of the last batch were checked."""
        if self._last is not None:
            self._last.checks.append((begun, time_ns()))
            self._last.named |= dict.fromkeys(contexts.named_in(lines))

    def of(self, reads: Sequence[Read]) -> Arrival | None:
        """Give the batch that ends where these reads do."""
        found = (self._waiting.get(_end(read)) for read in reads)
        return next((one for one in found if one), None)

    def stored(self, reads: Sequence[Read]) -> None:
        """Forget what is stored, and what came before it."""
        ends = dict(map(_end, reads))
        with self._lock:
            self._waiting = {key: one for key, one in self._waiting.items() if key[1] > ends.get(key[0], 0)}


class PolledIntake(Intake):
    """The one way in, with a span for each batch that is stored."""

    def __init__(
        self, store: TracedStore, clock: Clock, checking: Checking, settings: Settings, arrivals: Arrivals, tracing: Tracing
    ) -> None:
        super().__init__(store, clock, checking)
        self._settings = settings
        self._arrivals = arrivals
        self._tracing = tracing

    def check(self, lines: Iterable[bytes]) -> list[Checked]:
        """Check a batch that is to be stored later."""
        kept, begun = list(lines), time_ns()
        checked = super().check(kept)
        self._arrivals.checked(kept, begun)
        return checked

    def store(self, checked: Iterable[Checked], read: Sequence[Read] = ()) -> IntakeReport:
        """Store a batch. One that must be tried again is a span each time."""
        arrival = self._arrivals.of(read)
        if arrival is None:  # the markers of Kafka's transactions: nothing came
            return super().store(checked, read)
        topic = self._settings.topic
        attributes: Attributes = {
            "messaging.system": "kafka",
            "messaging.operation.type": "process",
            "messaging.operation.name": "process",
            "messaging.destination.name": topic,
            "messaging.consumer.group.name": self._settings.group,
            "messaging.batch.message_count": arrival.records,
        }
        brought_by = arrival.contexts()
        with self._tracing.span(f"process {topic}", attributes, kind=SpanKind.CONSUMER, brought_by=brought_by, begun=arrival.came):
            for begun, ended in arrival.checks:
                self._tracing.tell("check events", begun, ended)
            report = super().store(checked, read)
        self._arrivals.stored(read)
        return report


def _header(record: Record) -> str | None:
    for name, text in record.headers:
        if name == HEADER and text:
            return text.decode("ascii", "replace")
    return None


def _end(read: Read) -> tuple[int, int]:
    """Give partition and end: the place is called after the topic and the partition."""
    return int(read.place.name.rpartition(":")[2]), read.position
