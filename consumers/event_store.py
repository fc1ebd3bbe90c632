"""What the one way in needs of a store."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Literal, NamedTuple, Protocol

from consumers.cloudevents import Accepted
from consumers.refusals import Rejected
from domain.facts import EventRef
from domain.times import Instant

Status = Literal["open", "resent"]


class SetAside(NamedTuple):
    """An event that could not be taken, kept until somebody mends it."""

    number: int
    received: Instant
    raw: bytes
    code: str
    message: str
    source: str | None
    id: str | None
    status: Status
    mended: bytes | None
    """What was sent in its place, where that differs."""


class Writing(Protocol):
    """One transaction of the only writer."""

    def find(self, refs: Iterable[EventRef]) -> Mapping[EventRef, Accepted]:
        """Give those of the events that are stored."""

    def append_new(self, events: Iterable[Accepted]) -> Sequence[Accepted]:
        """Append those whose `(source, id)` is not stored, in their order and without gaps; give the others."""

    def set_aside(self, events: Iterable[Rejected]) -> None:
        """Keep events that could not be taken."""

    def give_reason(self, number: int, event: Rejected) -> None:
        """Replace the reason for which an event is set aside."""

    def mark_resent(self, number: int, mended: bytes | None) -> None:
        """Say that a set-aside event was taken after all."""

    def track(self, name: str, position: int) -> None:
        """Store how far the named source has been read. A position that is not ahead of the stored one is an error."""


class EventStore(Protocol):
    """A log with one writer at a time."""

    def writing(self, now: Instant) -> AbstractContextManager[Writing]:
        """Open the writer's transaction; it commits when the block ends well. `now` is the time of reception."""

    def set_aside_events(
        self, status: Status | None = "open", *, numbers: Sequence[int] | None = None, after: int = 0, limit: int = 1000
    ) -> Sequence[SetAside]:
        """Give set-aside events by number."""
