"""What the parts around the store need of it, whichever it is: the embedded one or PostgreSQL."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from threading import Event as Flag
from typing import NamedTuple, Protocol

from consumers.event_store import EventStore
from domain.facts import Fact
from infra.log_rows import LogRow
from projections.runner import Progress, Report


class Counts(NamedTuple):
    """How much the store holds."""

    events: int
    set_aside: Mapping[tuple[str, str], int]
    """By status and code."""


class Store(EventStore, Protocol):
    """A log that can be read: by position, by case, by event."""

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


class WorklistRow(NamedTuple):
    """A case on a list, from one day to another."""

    case: str
    since: date
    first: date
    until: date | None


DayRow = tuple[str, str | None, date, date, str, tuple[str, ...]]
"""A run of days: list, deadline, first and last day, reason code, rules."""


class ViewReader(Protocol):
    """What can be asked of the views."""

    def position(self) -> int:
        """Give the place in the log that the views have come to."""

    def worklist(self, code: str, day: date) -> list[WorklistRow]:
        """Give who stands on a list on a day, the longest waiting first."""

    def worklist_sizes(self, day: date) -> dict[str, int]:
        """Count who stands on each list on a day."""

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
