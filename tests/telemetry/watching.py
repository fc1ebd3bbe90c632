"""A store that is served, polled into and followed, with everything that can be seen of it collected."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event as Flag
from typing import NamedTuple

import httpx
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from prometheus_client import CollectorRegistry

from domain.policy import DEFAULT_POLICY
from infra.metrics import ConsumerMetrics
from infra.telemetry.processes import follower_watch, polled_intake, posted_intake, standing, web_telemetry
from infra.telemetry.requests import observe
from infra.telemetry.tracing import OFF, Tracing
from infra.web.access.login import demo_login
from infra.web.app import build
from infra.web.parts import parts_for
from infra.wiring import projector_for
from tests.web.serving import PUBLISHER, running

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
SPAN = "00f067aa0ba902b7"
PARENT = f"00-{TRACE}-{SPAN}-01"
OTHER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
PATIENCE = 30


class Collected(NamedTuple):
    """Spans as a collector gets them."""

    tracing: Tracing
    exporter: InMemorySpanExporter

    @property
    def spans(self):
        return self.exporter.get_finished_spans()

    def named(self, name):
        [span] = [one for one in self.spans if one.name == name]
        return span


def collected() -> Collected:
    exporter = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return Collected(Tracing(provider.get_tracer("sagsspor")), exporter)


def trace_of(span):
    return f"{span.context.trace_id:032x}"


def chain(span, spans):
    """Give the names from a span up to the one that no span here is the parent of, and that one's parent."""
    by_id = {one.context.span_id: one for one in spans}
    names = [span.name]
    while span.parent is not None and (above := by_id.get(span.parent.span_id)) is not None:
        span = above
        names.append(span.name)
    return names, f"{span.parent.span_id:016x}" if span.parent else None


def poll_all(topics, store, tracing=OFF, metrics=None):
    """Read a topic into a store until nothing more comes, as `sagsspor consume` does."""
    from infra.kafka.consuming import consume_topic  # noqa: PLC0415 - kafka-python warns when loaded before pytest lets it
    from tests.kafka.consuming import QUICK  # noqa: PLC0415 - the same

    metrics = metrics or ConsumerMetrics()
    intake, arrivals = polled_intake(store, topics.settings, metrics.registry, tracing)
    return consume_topic(topics.settings, store, intake, metrics, Flag(), until_idle=0.3, pace=QUICK, arrivals=arrivals)


def follow_all(store, tracing=OFF, registry=None):
    """Bring the views up to the log's end, as `sagsspor project` does."""
    return projector_for(store, DEFAULT_POLICY, follower_watch(store, registry or CollectorRegistry(), tracing)).catch_up()


@contextmanager
def watched(store, tracing=OFF, most_behind=None) -> Iterator[httpx.Client]:
    """Serve a store for as long as the block runs, as `sagsspor serve` does; gives a client of it."""
    registry = CollectorRegistry()
    with parts_for(store, posted_intake(store, registry, tracing)) as parts:
        app = build(parts, demo_login(parts.assigned))
        observe(app, web_telemetry(store, registry, tracing, parts.views, most_behind))
        with running(app) as address, httpx.Client(base_url=address, timeout=30, headers=PUBLISHER) as client:
            yield client


def told_by(store, **options):
    """Give a registry that tells of a store and what knows whether it is ready."""
    registry = CollectorRegistry()
    return registry, standing(store, registry, projector_for(store, DEFAULT_POLICY).views, **options)


def wait_until(come):
    end = time.monotonic() + PATIENCE
    while not come():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.005)
