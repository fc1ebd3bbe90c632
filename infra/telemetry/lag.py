"""How far the views are behind the log."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from domain.times import Instant
from infra.log_rows import LogRow
from infra.stores import ViewReader

_SECOND = 1_000_000


class ReadLog(Protocol):
    """What is needed of a store to know it."""

    def last_position(self) -> int:
        """Give the position of the last event, 0 when there is none."""

    def read_log(self, after: int = 0, limit: int = ...) -> list[LogRow]:
        """Give a stretch of the log in its order."""


class Lag(NamedTuple):
    """What the views do not hold yet."""

    events: int
    seconds: float
    """For how long the oldest of them has waited."""


def lag_of(store: ReadLog, views: ViewReader, now: Callable[[], Instant]) -> Lag:
    """Measure it."""
    # The views first: the log may grow between the two questions, and they may not come to be ahead of it.
    position = views.position()
    last = store.last_position()
    waiting = store.read_log(position, 1) if position < last else []
    return Lag(max(0, last - position), max(0, now() - waiting[0].received) / _SECOND if waiting else 0.0)
