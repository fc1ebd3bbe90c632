"""From a request to the transaction that stores its events. Requests that wait together are stored together: one span, linked to each."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from opentelemetry.trace import SpanContext

from consumers.checking import Checking
from consumers.intake import Clock, Intake
from consumers.outcomes import Outcome
from infra.telemetry import contexts
from infra.telemetry.traced_store import TracedStore
from infra.telemetry.tracing import Tracing

_senders: ContextVar[Sequence[SpanContext]] = ContextVar("senders", default=())


@contextmanager
def sent_by(senders: Sequence[SpanContext]) -> Iterator[None]:
    """Say whose events are taken in the block."""
    token = _senders.set([one for one in senders if one.is_valid])
    try:
        yield
    finally:
        _senders.reset(token)


class PostedIntake(Intake):
    """The one way in, with a span for each batch that is taken."""

    def __init__(self, store: TracedStore, clock: Clock, checking: Checking, tracing: Tracing) -> None:
        super().__init__(store, clock, checking)
        self._tracing = tracing

    def take_each(self, lines: Sequence[bytes]) -> list[Outcome]:
        """Take one batch in one transaction."""
        also = contexts.read(contexts.named_in(lines))
        attributes = {"sagsspor.events": len(lines)}
        with self._tracing.span("take events", attributes, brought_by=_senders.get()[: contexts.MOST], also=also):
            return super().take_each(lines)
