"""How the intake fares: when each source was last heard, what was set aside, and how far the views have come."""

from collections import Counter
from typing import NamedTuple, Protocol

from domain.times import Instant
from infra.stores import Counts, Heard

LATELY = 50_000
"""Events that are looked through for the sources: a page must not read a log of years."""


class Counting(Protocol):
    """What is asked of the store."""

    def last_position(self) -> int:
        """Give the position of the last event, 0 when there is none."""

    def counts(self) -> Counts:
        """Count events and set-aside events."""

    def heard(self, after: int) -> list[Heard]:
        """Give every source by name, with what it has sent after a position."""


class Viewing(Protocol):
    """What is asked of the views."""

    def position(self) -> int:
        """Give the place in the log that the views have come to."""


class IntakeStatus(NamedTuple):
    """How it fares at a moment."""

    position: int
    """Of the last event."""
    viewed: int
    """The last event that the worklists hold."""
    accepted: int
    """Events in the log."""
    waiting: int
    """Set aside."""
    resent: int
    """Set aside, and taken in since."""
    reasons: dict[str, int]
    """Why those that wait do, the commonest first."""
    sources: list[Heard]
    """The longest unheard first."""

    @property
    def behind(self) -> int:
        """Count the events that the worklists do not hold yet."""
        return self.position - self.viewed


def intake_status(store: Counting, views: Viewing) -> IntakeStatus:
    """Tell how the intake fares now. The views are asked first: they are never ahead of the log."""
    viewed, position, counts = views.position(), store.last_position(), store.counts()
    waiting = Counter({code: number for (status, code), number in counts.set_aside.items() if status == "open"})
    return IntakeStatus(
        position,
        viewed,
        counts.events,
        waiting.total(),
        sum(counts.set_aside.values()) - waiting.total(),
        dict(waiting.most_common()),
        sorted(store.heard(max(0, position - LATELY)), key=_heard),
    )


def delay(heard: Heard) -> Instant | None:
    """Say how long the last event of a source was under way, in microseconds."""
    return None if heard.received is None or heard.registered is None else max(0, heard.received - heard.registered)


def _heard(one: Heard) -> Instant:
    return one.received or 0
