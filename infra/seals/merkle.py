"""Merkle tree hashing after RFC 6962, section 2.1."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256().digest()
"""The root of a tree without leaves."""


def leaf_hash(entry: bytes) -> bytes:
    """Hash what a leaf stands for."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees into the one above them."""
    return sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """Give the root over the roots of perfect subtrees of one height, leaves among them."""
    return fold(peaks(hashes))


def peaks(hashes: Sequence[bytes]) -> list[bytes]:
    """Give the roots of the largest perfect subtrees, from left to right."""
    found: list[bytes] = []
    level = list(hashes)
    while level:
        if len(level) % 2:
            found.append(level.pop())
        pairs = iter(level)
        level = [sha256(b"\x01" + left + right).digest() for left, right in zip(pairs, pairs, strict=True)]
    return found[::-1]


def fold(roots: Iterable[bytes]) -> bytes:
    """Join the roots of perfect subtrees, each smaller than the one to its left, into the root over them all."""
    *before, last = list(roots) or [EMPTY_ROOT]
    for left in reversed(before):
        last = node_hash(left, last)
    return last
