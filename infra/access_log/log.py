"""What is asked of a log of reads, whichever store it lies beside."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from infra.access_log.access import Access
from infra.access_log.chain import Head, Noted


class AccessLog(Protocol):
    """A log that is only added to. Many threads may use it at once."""

    def note(self, entries: Sequence[Access]) -> None:
        """Note reads, all or none. They are on the disk when this returns, so call it before what was read is sent.

        Raises:
            UnfitAccessError: an entry holds what does not belong in the log.

        """

    def of_case(self, case: str, after: int = 0, limit: int = ...) -> list[Noted]:
        """Give who read a case, in order, after a number."""

    def all(self, after: int = 0, limit: int = ...) -> list[Noted]:
        """Give every read, in order, after a number."""

    def head(self) -> Head:
        """Give where the log ends."""

    def check(self, known: Iterable[Head] = ()) -> int | None:
        """Give the number of the first entry that is changed or missing, or None. `known` are heads that were written down."""
