"""The chain of entries: each one's hash covers its own content and the hash before it, so that none is changed or taken out unseen."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import orjson

from infra.access_log.access import Access

PAGE = 5_000


class Head(NamedTuple):
    """Where the log ends. Written down elsewhere, it shows later whether anything up to it was changed, cut off or made anew."""

    number: int
    hash: bytes


class Noted(NamedTuple):
    """An entry with its number and its hash."""

    number: int
    access: Access
    hash: bytes

    @property
    def row(self) -> tuple[Any, ...]:
        """The columns that are kept."""
        return (self.number, *self.access, self.hash)

    @classmethod
    def of(cls, row: Iterable[Any]) -> "Noted":
        """Read the columns that are kept."""
        number, *fields, hash_ = row
        return cls(number, Access(*fields), hash_)


START = Head(0, bytes(32))
"""The head of an empty log."""


def linked(head: Head, accesses: Iterable[Access]) -> Iterator[Noted]:
    """Give the entries that continue the log."""
    number, before = head
    for number, access in enumerate(accesses, number + 1):  # noqa: B020 - the numbers go on from the head's
        before = hash_of(before, number, access)
        yield Noted(number, access, before)


def hash_of(before: bytes, number: int, access: Access) -> bytes:
    """Hash an entry: SHA-256 over the hash before it and the JSON list `[number, at, who, role, case, purpose, what, position]`."""
    return sha256(before + orjson.dumps([number, *access])).digest()


def first_broken(page: Callable[[int, int], Sequence[Noted]], known: Iterable[Head] = ()) -> int | None:
    """Give the number of the first entry that is changed or missing, or None when the log is whole.

    Args:
        page: gives a stretch of the log, after a number, at most so many.
        known: heads that were written down earlier.

    """
    wanted = dict(known)
    head = START
    while noted := page(head.number, PAGE):
        for one in noted:
            if not _continues(head, one) or wanted.pop(one.number, one.hash) != one.hash:
                return head.number + 1
            head = Head(one.number, one.hash)
    return head.number + 1 if _beyond(head, wanted) else None


def _beyond(head: Head, wanted: Mapping[int, bytes]) -> bool:
    """Say whether a head was written down that the log does not reach."""
    return any(number > head.number for number in wanted)


def _continues(head: Head, noted: Noted) -> bool:
    try:
        return noted.number == head.number + 1 and noted.hash == hash_of(head.hash, *noted[:2])
    except TypeError:  # somebody has put something there that is neither text nor number
        return False
