"""Proofs after RFC 6962, sections 2.1.1 and 2.1.2, and their checks after RFC 9162: that an event is in a tree, that a tree grew."""

from collections.abc import Callable, Sequence

from infra.seals.merkle import node_hash

RangeRoot = Callable[[int, int], bytes]
"""The root over the leaves from one index up to, but not including, another."""


def inclusion(index: int, size: int, root: RangeRoot) -> list[bytes]:
    """Prove that a leaf is in the tree of a size: the siblings on its way to the root."""
    _require(0 <= index < size)
    first, end, path = 0, size, []
    while end - first > 1:
        middle = first + _split(end - first)
        if index < middle:
            path.append(root(middle, end))
            end = middle
        else:
            path.append(root(first, middle))
            first = middle
    return path[::-1]


def consistency(before: int, size: int, root: RangeRoot) -> list[bytes]:
    """Prove that the tree of a size begins with the whole tree of a smaller one."""
    _require(0 < before <= size)
    first, end, path, at_edge = 0, size, [], True
    while before != end:
        middle = first + _split(end - first)
        if before <= middle:
            path.append(root(middle, end))
            end = middle
        else:
            path.append(root(first, middle))
            first, at_edge = middle, False
    return [*([] if at_edge else [root(first, end)]), *path[::-1]]


def includes(root: bytes, size: int, leaf: bytes, index: int, path: Sequence[bytes]) -> bool:
    """Say whether the proof leads from the leaf to the root (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    node, last, found = index, size - 1, leaf
    for hash_ in path:
        if last == 0:
            return False
        if node % 2 or node == last:
            found = node_hash(hash_, found)
            while not node % 2 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, hash_)
        node, last = node >> 1, last >> 1
    return last == 0 and found == root


def grew(before: int, root_before: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Say whether the proof leads from one tree to the other (RFC 9162, section 2.1.4.2)."""
    if not 0 < before <= size:
        return False
    if before == size:
        return not path and root_before == root
    hashes = list(path) if before & (before - 1) else [root_before, *path]
    if not hashes:
        return False
    node, last = before - 1, size - 1
    while node % 2:
        node, last = node >> 1, last >> 1
    small = large = hashes[0]
    for hash_ in hashes[1:]:
        if last == 0:
            return False
        if node % 2 or node == last:
            small, large = node_hash(hash_, small), node_hash(hash_, large)
            while not node % 2 and node:
                node, last = node >> 1, last >> 1
        else:
            large = node_hash(large, hash_)
        node, last = node >> 1, last >> 1
    return last == 0 and (small, large) == (root_before, root)


def _split(width: int) -> int:
    """Give the largest power of two below a width."""
    return 1 << ((width - 1).bit_length() - 1)


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError("a proof is asked of a leaf or a tree that is not within the tree")
