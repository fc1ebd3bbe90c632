"""One pass over the log: every event beside the hash that is kept for it, and the roots of both at every sealed size."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from infra.seals.leaves import UNREADABLE, LeafRow, leaf_of
from infra.seals.merkle import HASH_BYTES, root_of
from infra.seals.store import SealStore
from infra.seals.tiles import WIDTH, Edge, split

PAGE = 64 * WIDTH
MOST_ROWS = 1_000
"""Differing events that are kept to be looked at more closely; of those beyond, only the position is."""

Report = Callable[[int, int | None], None]
_NO_EVENT = bytes(HASH_BYTES)
_NO_HASH = b""


class Difference(NamedTuple):
    """An event that is not what the tree holds for it."""

    position: int
    kept: bytes
    """Empty when the tree has no hash there."""
    present: bool
    """Whether the log has an event there."""
    row: LeafRow | None
    """The event, for the first of them."""


class Compared:
    """What the pass found."""

    def __init__(self, sizes: Iterable[int], kept_size: int) -> None:
        self.differences: list[Difference] = []
        self.roots: dict[int, bytes] = {}
        """By size: the root over the events as they are."""
        self.kept_roots: dict[int, bytes] = {}
        """By size: the root over the kept hashes."""
        self.tile_roots: list[tuple[bytes, ...]] = []
        """For each full tile of kept hashes: the root over them, and the root over the events where that is another."""
        self.end = 0
        """The size up to which there are events, or hashes of them."""
        self._sizes = sorted(set(sizes))
        self._kept_size = kept_size
        self._events, self._tree = Edge(), Edge()

    def add(self, rows: Sequence[LeafRow | None], leaves: list[bytes], tile: bytes) -> None:
        """Compare the next tile's events with its kept hashes."""
        kept = _filled(split(tile), min(WIDTH, self._kept_size - self.end))
        if leaves != kept:
            self._differ(rows, leaves, kept)
        self._take_roots(leaves, kept)
        root = _full_root(leaves)
        tile_root = root if leaves == kept else _full_root(kept)
        if root:
            self._events.add_tile(root)
        if tile_root:
            self._tree.add_tile(tile_root)
            self.tile_roots.append((tile_root, root) if root and root != tile_root else (tile_root,))
        self.end += max(len(leaves), len(kept))

    def _differ(self, rows: Sequence[LeafRow | None], leaves: list[bytes], kept: list[bytes]) -> None:
        for at in range(max(len(leaves), len(kept))):
            leaf = leaves[at] if at < len(leaves) else _NO_EVENT
            hash_ = kept[at] if at < len(kept) else _NO_HASH
            expected_none = at >= len(kept) and leaf not in (_NO_EVENT, UNREADABLE)
            if leaf == hash_ or expected_none or (leaf == _NO_EVENT and hash_ == _NO_HASH and at >= len(leaves)):
                continue
            row = rows[at] if at < len(rows) and len(self.differences) < MOST_ROWS else None
            self.differences.append(Difference(self.end + at + 1, hash_, leaf != _NO_EVENT, row))

    def _take_roots(self, leaves: list[bytes], kept: list[bytes]) -> None:
        for size in self._sizes[bisect_right(self._sizes, self.end) : bisect_right(self._sizes, self.end + WIDTH)]:
            here = size - self.end
            if here <= len(leaves):
                self.roots[size] = self._events.root(leaves[:here])
            if here <= len(kept):
                same = not self.differences and size in self.roots
                self.kept_roots[size] = self.roots[size] if same else self._tree.root(kept[:here])


def compare(store: SealStore, sizes: Iterable[int], kept_size: int, end: int, report: Report | None = None) -> Compared:
    """Compare the log up to a position with the kept tree of a size. What is added meanwhile is left for the next time."""
    compared, first = Compared(sizes, kept_size), 0
    while True:
        rows = store.leaf_rows(first, min(end, first + PAGE), PAGE)
        tiles = store.tiles(0, first // WIDTH, (first + PAGE) // WIDTH) if first < kept_size else {}
        if not rows and not tiles:
            return compared
        placed = _placed(rows, first)
        leaves = [leaf_of(row) if row else _NO_EVENT for row in placed]
        for at in range(0, max(len(leaves), min(PAGE, kept_size - first)), WIDTH):
            compared.add(placed[at : at + WIDTH], leaves[at : at + WIDTH], tiles.get((first + at) // WIDTH, b""))
        first += PAGE
        if report is not None:
            report(min(first, end), end)


def _placed(rows: list[LeafRow], first: int) -> Sequence[LeafRow | None]:
    """Give the rows at their places, with nothing where one is missing."""
    if not rows or rows[-1].position == first + len(rows):
        return rows
    by_position = {row.position: row for row in rows}
    return [by_position.get(position) for position in range(first + 1, rows[-1].position + 1)]


def _filled(hashes: list[bytes], count: int) -> list[bytes]:
    """Give as many hashes as there should be."""
    return [*hashes, *[_NO_HASH] * (count - len(hashes))][: max(count, 0)]


def _full_root(hashes: list[bytes]) -> bytes | None:
    return root_of(hashes) if len(hashes) == WIDTH else None
