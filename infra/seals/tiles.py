"""The tree as it is kept: tiles of 256 hashes, as in C2SP's tlog-tiles, so that any proof reads a few small rows.

A tile of level 0 holds leaf hashes. A hash of level n + 1 is the root over a full tile of level n.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from infra.seals.merkle import HASH_BYTES, fold, peaks, root_of
from infra.seals.proofs import consistency, inclusion

WIDTH = 256
_HEIGHT = 8


class Tile(NamedTuple):
    """A stretch of hashes of one level; the last of a level may be partly filled."""

    level: int
    number: int
    hashes: bytes


ReadTile = Callable[[int, int], bytes]
"""Gives the hashes of a tile by level and number, empty when there is none."""


def split(hashes: bytes) -> list[bytes]:
    """Cut a tile into its hashes."""
    return [hashes[at : at + HASH_BYTES] for at in range(0, len(hashes), HASH_BYTES)]


class Edge:
    """The right edge of a tree: what is needed to add leaves and to know the root."""

    def __init__(self, size: int = 0, levels: Iterable[Iterable[bytes]] = ()) -> None:
        self.size = size
        self._levels = [list(level) for level in levels] or [[]]

    @classmethod
    def read(cls, size: int, read: ReadTile) -> "Edge":
        """Read the edge of a kept tree."""
        levels, count, level = [], size, 0
        while True:
            number, filled = divmod(count, WIDTH)
            levels.append(split(read(level, number)[: filled * HASH_BYTES]) if filled else [])
            if not number:
                return cls(size, levels)
            count, level = number, level + 1

    def extend(self, leaves: Iterable[bytes]) -> Iterator[Tile]:
        """Add leaves; give the tiles that they fill."""
        for leaf in leaves:
            self.size += 1
            self._levels[0].append(leaf)
            if len(self._levels[0]) == WIDTH:
                yield from self._carry(0)

    def add_tile(self, root: bytes) -> None:
        """Add a whole tile of leaves by its root, at the border of a tile."""
        self.size += WIDTH
        for _ in self._push(1, root):
            pass

    def unfinished(self) -> Iterator[Tile]:
        """Give the tiles that are not yet full."""
        for level, hashes in enumerate(self._levels):
            if hashes:
                yield Tile(level, self.size >> (_HEIGHT * (level + 1)), b"".join(hashes))

    def root(self, more: Iterable[bytes] = ()) -> bytes:
        """Give the root, with some leaves more than there are, as long as they stay within the last tile."""
        lowest, *above = self._levels
        left = [peak for level in reversed(above) for peak in peaks(level)]
        return fold([*left, *peaks([*lowest, *more])])

    def _carry(self, level: int) -> Iterator[Tile]:
        """Finish a full tile: its root goes one level up."""
        hashes, self._levels[level] = self._levels[level], []
        yield Tile(level, (self.size >> (_HEIGHT * (level + 1))) - 1, b"".join(hashes))
        yield from self._push(level + 1, root_of(hashes))

    def _push(self, level: int, root: bytes) -> Iterator[Tile]:
        if level == len(self._levels):
            self._levels.append([])
        self._levels[level].append(root)
        if len(self._levels[level]) == WIDTH:
            yield from self._carry(level)


class KeptTree:
    """A kept tree that is asked for roots and proofs."""

    def __init__(self, read: ReadTile) -> None:
        self._read = read
        self._tiles: dict[tuple[int, int], bytes] = {}

    def leaf(self, index: int) -> bytes:
        """Give the hash kept for a leaf, empty when there is none."""
        return self._entries(0, index, index + 1)

    def root(self, size: int) -> bytes:
        """Give the root of the tree as it was at a size."""
        return self.range_root(0, size)

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """Prove that a leaf is in the tree of a size."""
        return inclusion(index, size, self.range_root)

    def consistency(self, before: int, size: int) -> list[bytes]:
        """Prove that the tree of a size begins with the tree of a smaller one."""
        return consistency(before, size, self.range_root)

    def range_root(self, first: int, end: int) -> bytes:
        """Give the root over a range of leaves that begins where a subtree of its width may begin."""
        roots = []
        while first < end:
            height = (end - first).bit_length() - 1
            roots.append(self._node(height, first))
            first += 1 << height
        return fold(roots)

    def _node(self, height: int, first: int) -> bytes:
        """Give the root of a perfect subtree by its height and first leaf."""
        level, rest = divmod(height, _HEIGHT)
        entry = first >> (_HEIGHT * level)
        return root_of(split(self._entries(level, entry, entry + (1 << rest))))

    def _entries(self, level: int, first: int, end: int) -> bytes:
        number, at = divmod(first, WIDTH)
        if (level, number) not in self._tiles:
            self._tiles[level, number] = self._read(level, number)
        return self._tiles[level, number][at * HASH_BYTES : (at + end - first) * HASH_BYTES]


def reader(tiles: Mapping[tuple[int, int], bytes]) -> ReadTile:
    """Read from tiles at hand."""
    return lambda level, number: tiles.get((level, number), b"")
