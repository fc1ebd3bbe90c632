"""What can be seen of a follower: how much it derives, how long that takes, and which traces its stretches continue."""

from collections.abc import Callable, Iterable, Sequence
from time import time_ns
from typing import NamedTuple

from prometheus_client import CollectorRegistry, Counter, Histogram

from infra.metrics import SECONDS
from infra.projecting import Part
from infra.stores import Traces
from infra.telemetry import contexts
from infra.telemetry.tracing import Tracing
from projections.case_rows import CaseRows
from projections.runner import Progress, Views


class FollowerWatch:
    """Counts what a projector does, and makes a span of each stretch (`infra.projecting.Watch`)."""

    def __init__(self, registry: CollectorRegistry, tracing: Tracing, traces: Traces | None) -> None:
        self._tracing = tracing
        self._traces = traces
        self._events = Counter("sagsspor_projected_events", "Events whose cases the views now show", registry=registry)
        self._cases = Counter("sagsspor_projected_cases", "Cases derived and written", registry=registry)
        self._seconds = Histogram("sagsspor_projection_seconds", "Time to derive and write a stretch", buckets=SECONDS, registry=registry)

    def step(self, part: Part, run: Callable[[Part], Progress]) -> Progress:
        """Run a step, and tell of it once its rows are written."""
        views, begun = _Timed(part.views), time_ns()
        done = run(Part(part.log, views))
        if views.written is not None:
            ended = time_ns()
            self._events.inc(done.events)
            self._cases.inc(done.cases)
            self._seconds.observe((ended - begun) / 1e9)
            self._tell(begun, views.written, done)
        return done

    def _tell(self, begun: int, written: "_Written", done: Progress) -> None:
        if not self._tracing.is_on or self._traces is None:
            return
        attributes = {
            "sagsspor.position.first": written.start + 1,
            "sagsspor.position.last": written.end,
            "sagsspor.events": done.events,
            "sagsspor.cases": done.cases,
        }
        brought_by = contexts.read(self._traces.between(written.start, written.end))
        with self._tracing.span("follow stretch", attributes, brought_by=brought_by, begun=begun):
            self._tracing.tell("derive cases", begun, written.begun)
            self._tracing.tell("write views", written.begun, written.ended)


class _Written(NamedTuple):
    start: int
    end: int
    begun: int
    ended: int


class _Timed:
    """Views that know when they were written."""

    def __init__(self, views: Views) -> None:
        self._views = views
        self.written: _Written | None = None

    def position(self) -> int:
        return self._views.position()

    def cases_due_on(self, days: Iterable[str]) -> set[str]:
        return self._views.cases_due_on(days)

    def replace(self, rows: Sequence[tuple[str, CaseRows]], start: int, end: int) -> None:
        begun = time_ns()
        self._views.replace(rows, start, end)
        self.written = _Written(start, end, begun, time_ns())
