"""Traces: spans where somebody collects them, and next to nothing where nobody does."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace import INVALID_SPAN, Link, NonRecordingSpan, Span, SpanContext, SpanKind, Status, StatusCode, Tracer
from opentelemetry.util.types import AttributeValue

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")

Attributes = Mapping[str, AttributeValue]


class Tracing:
    """Makes spans. An error in one is told by its kind alone: OpenTelemetry's own way keeps the message and the stack."""

    def __init__(self, tracer: Tracer | None) -> None:
        self._tracer = tracer

    @property
    def is_on(self) -> bool:
        """Whether anybody collects."""
        return self._tracer is not None

    @contextmanager
    def span(
        self,
        name: str,
        attributes: Attributes | None = None,
        *,
        kind: SpanKind = SpanKind.INTERNAL,
        brought_by: Sequence[SpanContext] | None = None,
        also: Sequence[SpanContext] = (),
        begun: int | None = None,
    ) -> Iterator[Span]:
        """Make the block a span.

        It is a child of the span at work, or of the one context that brought the work. Where several brought it, it begins a
        trace of its own with a link to each, as it does to those in `also`. `begun` is in nanoseconds.
        """
        if self._tracer is None:
            yield INVALID_SPAN
            return
        parent, links = _origin(brought_by)
        links += [Link(one) for one in also if one not in (brought_by or ())]
        span = self._tracer.start_span(name, parent, kind, attributes, links, begun)
        with trace.use_span(span, end_on_exit=True, record_exception=False, set_status_on_exception=False):
            try:
                yield span
            except BaseException as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(Status(StatusCode.ERROR))
                raise

    def tell(self, name: str, begun: int, ended: int, attributes: Attributes | None = None) -> None:
        """Tell of something that is over, as a child of the span at work. Times are in nanoseconds."""
        if self._tracer is not None:
            self._tracer.start_span(name, attributes=attributes, start_time=begun).end(ended)


OFF = Tracing(None)


@contextmanager
def tracing_for(process: str) -> Iterator[Tracing]:
    """Send spans to the collector that OpenTelemetry's environment variables name; without one, make none."""
    if not any(os.environ.get(one) for one in ENDPOINTS) or os.environ.get("OTEL_TRACES_EXPORTER") == "none":
        yield OFF
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - most runs need no exporter
    from opentelemetry.sdk.resources import OTELResourceDetector, Resource  # noqa: PLC0415 - the same
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - the same
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - the same

    ours = {"service.name": f"sagsspor-{process}", "service.namespace": "sagsspor", "service.version": version("sagsspor")}
    resource = Resource.create().merge(Resource(ours)).merge(OTELResourceDetector().detect())
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    try:
        yield Tracing(provider.get_tracer("sagsspor", version("sagsspor")))
    finally:
        provider.shutdown()


def _origin(brought_by: Sequence[SpanContext] | None) -> tuple[Context | None, list[Link]]:
    """Give the parent and the links of a span. None is the span at work; an empty context is no parent."""
    if brought_by is None:
        return None, []
    if len(brought_by) == 1:
        return trace.set_span_in_context(NonRecordingSpan(brought_by[0]), Context()), []
    return Context(), [Link(one) for one in brought_by]
