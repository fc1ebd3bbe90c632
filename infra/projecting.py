"""Keeping the views of a store: catching up, following, rebuilding beside and swapping.

The cases of a store are cut into parts, each with its own place in the log. Whoever takes a part derives the cases that its
next stretch of the log touches, writes them with the place, and gives the part back.

Why the views then equal a rebuild: a case's rows depend on its facts up to a place and on nothing else. A stretch begins where
the part's place is and holds every case touched since, each derived whole up to the stretch's end; so if the rows were those of
a rebuild at the stretch's beginning, they are those of a rebuild at its end. `Views.replace` refuses a stretch that does not
begin at the place as it is stored, so whoever comes late, or comes back after it lost its part, can neither leave a case out
nor put older rows over newer ones.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from threading import Event as Flag
from typing import NamedTuple, Protocol

from consumers.decoding import decode_data
from domain.facts import Fact
from domain.policy import DEFAULT_POLICY, Policy
from infra.collector import without_collector
from infra.rebuilding import Beside, Opening, rebuild_in_processes, rebuild_share
from infra.shares import WHOLE
from infra.stores import ViewReader
from projections.runner import Log, MovedError, Progress, Report, Runner, Views

POLL_SECONDS = 0.5
"""How long a follower waits for news before it looks by itself."""

TAKEN_SECONDS = 0.05
"""How long to wait for parts that others have taken."""


class Part(NamedTuple):
    """A part of the cases, taken: its log and its views."""

    log: Log
    views: Views


class Parts(Protocol):
    """The parts of a store's cases."""

    def behind(self) -> Sequence[int]:
        """List the parts for which the log has something that their views do not hold."""

    def taken(self, part: int, /) -> AbstractContextManager[Part | None]:
        """Take a part for as long as the block runs; None when somebody else has it."""


class Swap(Protocol):
    """The end of a rebuild."""

    def swap(self, position: int) -> None:
        """Let the tables beside take the place of the live ones, with their own place in the log, in one transaction."""


class News(Protocol):
    """Where a follower hears that the log has grown."""

    def wait(self, stop: Flag, seconds: float) -> None:
        """Return when there is news, when told to stop, or when the time is up; an early return does no harm."""


class ProjectedStore(Beside, Protocol):
    """A store as the projector works on it."""

    @property
    def views(self) -> ViewReader:
        """What can be asked of the views."""

    @property
    def opening(self) -> Opening | None:
        """What opens the store in another process; None where that cannot be done."""

    def last_position(self) -> int:
        """Give the position of the last event."""

    def system_until(self, until: int) -> list[Fact]:
        """Give the facts of the system, as the log was when it ended at `until`."""

    def parts(self) -> AbstractContextManager[Parts]:
        """Make ready to take parts."""

    def news(self) -> AbstractContextManager[News]:
        """Listen from now on."""

    def rebuilding(self) -> AbstractContextManager[Swap]:
        """Make empty tables beside the live ones."""


class Watch(Protocol):
    """Where a projector tells what it does."""

    def step(self, part: Part, run: Callable[[Part], Progress], /) -> Progress:
        """Run a step on a part that is taken."""


class Unwatched:
    """Nobody is told."""

    def step(self, part: Part, run: Callable[[Part], Progress], /) -> Progress:
        """Run the step."""
        return run(part)


UNWATCHED = Unwatched()


class Projector:
    """The views of one store."""

    def __init__(self, store: ProjectedStore, policy: Policy = DEFAULT_POLICY, watch: Watch = UNWATCHED) -> None:
        self._store = store
        self._policy = policy
        self._watch = watch

    @property
    def views(self) -> ViewReader:
        """What can be asked of the views."""
        return self._store.views

    def catch_up(self, report: Report | None = None) -> Progress:
        """Bring the views up to the end of the log as it is now, together with whoever else is at it."""
        start, end = self.views.position(), self._store.last_position()
        events = cases = 0
        with self._store.parts() as parts:
            while (position := self.views.position()) < end:
                before = events
                for step in self._steps(parts):
                    events, cases = events + step.events, cases + step.cases
                    if report is not None:
                        report(min(max(events, position - start), end - start), end - start)
                if events == before:
                    time.sleep(TAKEN_SECONDS)
        return Progress(events, cases, position)

    def follow(self, stop: Flag, report: Report | None = None) -> None:
        """Keep the views up with the log until told to stop."""
        # Listening comes first: what is stored after the first look is then heard of.
        with self._store.news() as news, self._store.parts() as parts:
            while not stop.is_set():
                events = 0
                for step in self._steps(parts):
                    events += step.events
                    if stop.is_set():
                        break
                if events == 0:
                    news.wait(stop, POLL_SECONDS)
                elif report is not None:
                    report(events, events)

    def rebuild(self, workers: int = 1, report: Report | None = None) -> Progress:
        """Make all views anew beside the live ones, swap them in, and catch up with what came meanwhile.

        Several workers need a store that another process can open; each takes shares of the cases and writes on its own.
        """
        with self._store.rebuilding() as made:
            end = self._store.last_position()
            opening = self._store.opening
            with without_collector():
                if workers > 1 and opening is not None:
                    done = rebuild_in_processes(opening, workers, end, self._policy, report)
                else:
                    done = rebuild_share(self._store, WHOLE, end, self._policy, report)
            made.swap(end)
        self.catch_up()
        return Progress(done.events + len(self._store.system_until(end)), done.cases, self.views.position())

    def _steps(self, parts: Parts) -> Iterator[Progress]:
        """Take the next stretch of each part that is free."""
        for number in parts.behind():
            with parts.taken(number) as part:
                step = self._step(part) if part is not None else None
            if step is not None:
                yield step

    def _step(self, part: Part) -> Progress | None:
        with without_collector():
            try:
                return self._watch.step(part, self._run)
            except MovedError:
                return None  # somebody else has written this stretch; the next round begins where that ended

    def _run(self, part: Part) -> Progress:
        return Runner(part.log, part.views, decode_data, self._policy).step()
