"""What the parts around the store need of it, whichever it is: the embedded one or PostgreSQL."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from threading import Event as Flag
from typing import NamedTuple, Protocol

from consumers.event_store import EventStore, Writing
from domain.facts import Fact
from domain.times import ONE_DAY, Instant
from infra.log_rows import LogRow
from projections.runner import Progress, Report
from projections.worklists import Place


class Counts(NamedTuple):
    """How much the store holds."""

    events: int
    set_aside: Mapping[tuple[str, str], int]
    """By status and code."""


class Heard(NamedTuple):
    """What a source has sent lately."""

    source: str
    events: int
    """After the position asked from; 0 where there are none, and then the two times are not known."""
    registered: Instant | None
    """When its last event was registered at the source."""
    received: Instant | None


class NotingWriting(Writing, Protocol):
    """A transaction in which it can be noted what brought it."""

    def note_trace(self, traceparent: str) -> None:
        """Note which trace brought what is appended; nothing is noted when nothing is. `Traces` makes room for it."""


class Traces(Protocol):
    """A store's notes on which trace brought what: of the last thousand batches, for those who follow the log."""

    system: str
    """What OpenTelemetry calls this kind of database."""

    def between(self, after: int, end: int) -> Sequence[str]:
        """Give the traces that brought the events after a position, up to and including another, the latest first."""


class Store(EventStore, Protocol):
    """A log that can be read: by position, by case, by event."""

    def writing(self, now: Instant) -> AbstractContextManager[NotingWriting]:
        """Open the writer's transaction; it commits when the block ends well. `now` is the time of reception."""

    def close(self) -> None:
        """Close every connection. No other thread may be using the store."""

    def last_position(self) -> int:
        """Give the position of the last event, 0 when there is none."""

    def read_log(self, after: int = 0, limit: int = 5000) -> list[LogRow]:
        """Give a stretch of the log in its order."""

    def read_case(self, case: str) -> list[Fact]:
        """Give a case's own facts in the order of reception."""

    def read_cases(self, cases: Iterable[str], until: int = ...) -> dict[str, list[Fact]]:
        """Give the own facts of several cases, as the log was when it ended at `until`."""

    def system_facts(self) -> list[Fact]:
        """Give the facts that concern every case."""

    def read_by_case(self, until: int | None = None, first: str = "", before: str = "~") -> Iterator[tuple[str, list[Fact]]]:
        """Give every case with its own facts, case by case in order, from `first` and before `before`, until a position."""

    def find(self, source: str, id_: str) -> LogRow | None:
        """Give one event by its publisher and id."""

    def cases(self) -> list[str]:
        """Give every case's UUID in order."""

    def counts(self) -> Counts:
        """Count events and set-aside events."""

    def open_set_aside(self) -> int:
        """Count the events that are set aside and not mended yet."""

    def heard(self, after: int) -> list[Heard]:
        """Give every source by name, with what it has sent after a position."""


class WorklistRow(NamedTuple):
    """A case on a list, from one day to another."""

    case: str
    since: date
    due: date | None
    """The day by which something must be done, on the lists that have one."""
    first: date
    until: date | None
    set_aside: bool
    """Whether an event about the case could not be taken, and waits."""

    @property
    def place(self) -> Place:
        """Give its place in the list."""
        return Place(self.since, self.case)


class Narrowed(NamedTuple):
    """Which of the cases on a list are looked for."""

    municipality: str | None = None
    since_before: date | None = None
    """Those who had waited before this day."""
    set_aside: bool | None = None
    """Those with events set aside, or those without."""

    def last_since(self, day: date) -> date:
        """Give the last day since which somebody looked for can have waited: nobody waits since a day to come."""
        return day if self.since_before is None else min(day, self.since_before - ONE_DAY)


EVERYTHING = 2**62
EVERY_CASE = Narrowed()


DayRow = tuple[str, str | None, date, date, str, tuple[str, ...]]
"""A run of days: list, deadline, first and last day, reason code, rules."""


class ViewReader(Protocol):
    """What can be asked of the views."""

    def position(self) -> int:
        """Give the place in the log that the views have come to."""

    def worklist(
        self, code: str, day: date, narrowed: Narrowed = EVERY_CASE, after: Place | None = None, limit: int = EVERYTHING
    ) -> list[WorklistRow]:
        """Give who stands on a list on a day, the longest waiting first, after a place in the list."""

    def worklist_sizes(self, day: date, municipality: str | None = None, codes: Collection[str] = ...) -> dict[str, int]:
        """Count who stands on each list on a day, or on some of them. A list on which nobody stands is left out."""

    def municipalities(self) -> list[str]:
        """Give the codes of all municipalities to which a case belongs."""

    def days(self, case: str, day: date) -> list[DayRow]:
        """Give a case's lists of days as they stood on a day."""

    def dump(self) -> Iterator[bytes]:
        """Give every row of every table in an order that depends on the rows alone, so that two sets of views can be compared."""


class Projector(Protocol):
    """What keeps the views of a store."""

    @property
    def views(self) -> ViewReader:
        """What can be asked of the views."""

    def catch_up(self, report: Report | None = None) -> Progress:
        """Bring the views up to the end of the log."""

    def follow(self, stop: Flag, report: Report | None = None) -> None:
        """Keep the views up with the log until told to stop."""

    def rebuild(self, workers: int = 1, report: Report | None = None) -> Progress:
        """Make all views anew beside the live ones, swap them in, and catch up with what came meanwhile."""
