"""W3C trace contexts, as records, requests and events bring them. `tracestate` and `baggage` are never read: they may hold anything."""

import re
from collections.abc import Iterable, Iterator

from opentelemetry import trace
from opentelemetry.trace import NonRecordingSpan, SpanContext
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

MOST = 128
"""Contexts kept for one span: more links than that are dropped by the SDK too."""

_PROPAGATOR = TraceContextTextMapPropagator()
_IN_AN_EVENT = re.compile(rb'"traceparent"\s*:\s*"([0-9a-f-]{55})"')
HEADER = "traceparent"


def read(texts: Iterable[str]) -> list[SpanContext]:
    """Give the contexts that the texts name, each once; what is none is left out."""
    found = (trace.get_current_span(_PROPAGATOR.extract({HEADER: text})).get_span_context() for text in dict.fromkeys(texts))
    return [one for one, _ in zip((one for one in found if one.is_valid), range(MOST), strict=False)]


def written(context: SpanContext) -> str:
    """Write a context as a `traceparent`."""
    carrier: dict[str, str] = {}
    _PROPAGATOR.inject(carrier, trace.set_span_in_context(NonRecordingSpan(context)))
    return carrier[HEADER]


def here() -> SpanContext:
    """Give the context of the span at work; an invalid one when there is none."""
    return trace.get_current_span().get_span_context()


def named_in(events: Iterable[bytes]) -> Iterator[str]:
    """Give what stands in the events' own attribute, CloudEvents' distributed tracing extension."""
    for event in events:
        if b'"traceparent"' in event and (found := _IN_AN_EVENT.search(event)):
            yield found[1].decode()
