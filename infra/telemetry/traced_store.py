"""The store as a traced intake writes to it: which trace brought a stretch of the log is stored in the transaction that appends it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from opentelemetry.trace import SpanKind

from consumers.event_store import Place, SetAside, Status, Writing
from domain.times import Instant
from infra.stores import Store, Traces
from infra.telemetry.contexts import written
from infra.telemetry.tracing import Tracing


class TracedStore:
    """An event store (`consumers.event_store.EventStore`) whose transactions are spans."""

    def __init__(self, store: Store, traces: Traces, tracing: Tracing) -> None:
        self._store = store
        self._traces = traces
        self._tracing = tracing

    @contextmanager
    def writing(self, now: Instant) -> Iterator[Writing]:
        """Open the writer's transaction."""
        attributes = {"db.system.name": self._traces.system}
        with self._tracing.span("store transaction", attributes, kind=SpanKind.CLIENT) as span, self._store.writing(now) as log:
            yield log
            log.note_trace(written(span.get_span_context()))

    def claim(self, name: str) -> Place:
        """Take over a source."""
        return self._store.claim(name)

    def set_aside_events(
        self,
        status: Status | None = "open",
        *,
        numbers: Sequence[int] | None = None,
        case: str | None = None,
        after: int = 0,
        limit: int = 1000,
    ) -> Sequence[SetAside]:
        """Give set-aside events by number."""
        return self._store.set_aside_events(status, numbers=numbers, case=case, after=after, limit=limit)
