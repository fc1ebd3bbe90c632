"""What can be seen of the consumer from outside."""

from typing import Protocol

from consumers.intake import IntakeReport


class Watch(Protocol):
    """Where the loop tells what it does."""

    def stored(self, report: IntakeReport, seconds: float) -> None:
        """Hear of a batch that is stored."""

    def fenced(self) -> None:
        """Hear that another reader had claimed a place."""

    def paused(self, *, is_paused: bool) -> None:
        """Hear that reading waits for the store, or goes on."""

    def lag(self, partition: int, records: int | None) -> None:
        """Hear how many records of a partition wait. None when it is no longer this reader's."""

    def stalled(self, partitions: int) -> None:
        """Hear how many partitions stand still while records wait."""

    def announced(self, events: int) -> None:
        """Hear of set-aside events that were announced."""
