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
    case: str | None
    """The case it says it is about; None where that cannot be read."""
    status: Status
    mended: bytes | None
    """What was sent in its place, where that differs."""


class Place(NamedTuple):
    """How far a source has been read, and the right to move on from there.

    Each claim raises the epoch. Whoever holds an earlier one can no longer write, however late it wakes.
    """

    name: str
    epoch: int
    position: int | None
    """The next to be read; None when nothing has been read."""


class FencedError(RuntimeError):
    """Another reader has claimed the place since, or moved it on. Nothing of this batch is stored: claim the place anew."""

    def __str__(self) -> str:
        """Say what to do."""
        return self.__doc__ or ""


class Writing(Protocol):
    """One transaction of the only writer."""

    def find(self, refs: Iterable[EventRef]) -> Mapping[EventRef, Accepted]:
        """Give those of the events that are stored."""

    def append_new(self, events: Iterable[Accepted]) -> Sequence[Accepted]:
        """Append those whose `(source, id)` is not stored, in their order and without gaps; give the others."""

    def set_aside(self, events: Iterable[Rejected]) -> Sequence[int]:
        """Keep events that could not be taken; give their numbers."""

    def give_reason(self, number: int, event: Rejected) -> None:
        """Replace the reason for which an event is set aside."""

    def mark_resent(self, number: int, mended: bytes | None) -> None:
        """Say that a set-aside event was taken after all."""

    def advance(self, place: Place, position: int) -> None:
        """Store that the source has been read up to, but not including, a position.

        Raises:
            FencedError: the place is no longer as it was claimed.

        """


class EventStore(Protocol):
    """A log with one writer at a time."""

    def writing(self, now: Instant) -> AbstractContextManager[Writing]:
        """Open the writer's transaction; it commits when the block ends well. `now` is the time of reception."""

    def claim(self, name: str) -> Place:
        """Take over a source: from now on nobody else moves its place."""

    def set_aside_events(
        self,
        status: Status | None = "open",
        *,
        numbers: Sequence[int] | None = None,
        case: str | None = None,
        after: int = 0,
        limit: int = 1000,
    ) -> Sequence[SetAside]:
        """Give set-aside events by number: those numbered, or those about a case, or all."""
