"""Keeping the views: live in batches, and anew beside the live ones.

A batch derives each touched case once and writes its rows and the place in the log in one transaction. A crash at any
point loses nothing and doubles nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from domain.events import SYSTEM_CASE
from domain.facts import EventRef, Fact
from domain.history import Decode
from domain.policy import Policy
from projections.case_rows import CaseRows, case_rows
from projections.system import SystemFacts, days_changed

BATCH = 20_000
"""Events in a stretch, at most."""

Report = Callable[[int, int], None]
"""Told how many events are done, of how many."""


class Progress(NamedTuple):
    """What a run has done."""

    events: int
    cases: int
    position: int


class Stretch(NamedTuple):
    """A stretch of the log: how many events, where it ends, and whom it touches."""

    events: int
    end: int
    cases: frozenset[str]
    system: frozenset[EventRef]


class MovedError(RuntimeError):
    """The views' place is not where the stretch begins: another process has moved it. Nothing is written; read the place anew."""

    def __str__(self) -> str:
        """Say what to do."""
        return self.__doc__ or ""


class Log(Protocol):
    """What the runner reads."""

    def stretch(self, after: int, limit: int) -> Stretch:
        """Give the next stretch after a position; one that ends where it begins when there is nothing more."""

    def read_cases(self, cases: Iterable[str], until: int) -> dict[str, list[Fact]]:
        """Give the own facts of several cases, as the log was when it ended at `until`."""

    def system_until(self, until: int) -> list[Fact]:
        """Give the facts of the system, as the log was when it ended at `until`."""


class Views(Protocol):
    """Where the runner writes."""

    def position(self) -> int:
        """Give the place in the log that the views have come to."""

    def cases_due_on(self, days: Iterable[str]) -> set[str]:
        """List the cases with a due date among the days."""

    def replace(self, rows: Sequence[tuple[str, CaseRows]], start: int, end: int) -> None:
        """Replace the rows of cases and move the place from `start` to `end`, in one transaction.

        Raises:
            MovedError: the place is not at `start`.

        """


class Runner:
    """Brings the views nearer to the end of the log."""

    def __init__(self, log: Log, views: Views, decode: Decode, policy: Policy) -> None:
        self._log = log
        self._views = views
        self._decode = decode
        self._policy = policy

    def step(self, batch: int = BATCH) -> Progress:
        """Take the next stretch of the log that the views do not hold yet."""
        start = self._views.position()
        stretch = self._log.stretch(start, batch)
        if stretch.end == start:
            return Progress(0, 0, start)
        touched = self._derive(stretch)
        self._views.replace(touched, start, stretch.end)
        return Progress(stretch.events, len(touched), stretch.end)

    def _derive(self, stretch: Stretch) -> list[tuple[str, CaseRows]]:
        facts = self._log.system_until(stretch.end)
        touched = set(stretch.cases) - {SYSTEM_CASE}
        if stretch.system:
            changed = days_changed(facts, set(stretch.system), self._decode)
            touched |= self._views.cases_due_on(day.isoformat() for day in changed)
        system = SystemFacts(facts, self._decode)
        found = self._log.read_cases(sorted(touched), stretch.end)
        return [(case, case_rows(received, system, self._decode, self._policy)) for case, received in found.items()]
