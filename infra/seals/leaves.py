"""What a leaf of the tree stands for: everything that an event of the log says, in one fixed form.

The record is one JSON array in the form of RFC 8785 (no spaces, integers as they are, only quotes, backslashes and control
characters escaped), in UTF-8:

    ["sagsspor.leaf.v1",position,case,topic,source,id,effective,day,registered,received,sha256]

`position` counts from 1; the leaf's index in the tree is one less. Instants are microseconds since 1970-01-01T00:00Z. `sha256` is
the lower-case hexadecimal SHA-256 of the bytes as they are stored, readable or not: an event whose payload can no longer be
decrypted keeps its leaf. An event says nothing in a column: null.
"""

from hashlib import sha256
from typing import NamedTuple

import orjson

from infra.seals.merkle import HASH_BYTES

FORMAT = "sagsspor.leaf.v1"
UNREADABLE = b"\xff" * HASH_BYTES
"""Stands where a row's columns are not of the kinds that an event has. No leaf hashes to it."""

Columns = tuple[int, str | None, str, str | None, str | None, int | None, str | None, int | None, int | None, bytes]


class LeafRow(NamedTuple):
    """An event as every column of the store tells it."""

    position: int
    case: str | None
    topic: str
    source: str | None
    id: str | None
    effective: int | None
    day: str | None
    registered: int | None
    received: int | None
    state: bytes
    sound: bool = True
    """Whether the columns by which the store finds the event again point to it."""


def leaf_of(row: LeafRow) -> bytes:
    """Hash a row of the log into its leaf."""
    try:
        return sha256(b"\x00" + record_of(row)).digest() if row[10] else UNREADABLE
    except TypeError:
        return UNREADABLE


def record_of(row: LeafRow) -> bytes:
    """Write what the leaf stands for.

    Raises:
        TypeError: a column holds something that no event has.

    """
    return orjson.dumps((FORMAT, *row[:9], sha256(row[9]).hexdigest()))
