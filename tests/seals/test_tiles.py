from hypothesis import given, settings
from hypothesis import strategies as st

from infra.seals.merkle import leaf_hash, root_of
from infra.seals.proofs import grew, includes
from infra.seals.tiles import Edge, KeptTree

LEAVES = [leaf_hash(number.to_bytes(4, "big")) for number in range(66_000)]
"""Enough for a full tile of the second level."""


def kept(*sizes):
    """Keep a tree that grew through sizes."""
    tiles, edge = {}, Edge()

    def read(level, number):
        return tiles.get((level, number), b"")

    for size in sizes:
        edge = Edge.read(edge.size, read)
        for tile in [*edge.extend(LEAVES[edge.size : size]), *edge.unfinished()]:
            assert tile.hashes.startswith(read(tile.level, tile.number))
            tiles[tile.level, tile.number] = tile.hashes
    return tiles, edge, KeptTree(read)


@settings(max_examples=30)
@given(st.lists(st.integers(0, 2000), min_size=1, max_size=5).map(sorted))
def test_a_tree_that_grows_in_steps_is_the_tree_of_its_leaves(sizes):
    _, edge, tree = kept(*sizes)

    assert root_of(LEAVES[: sizes[-1]]) == edge.root()
    assert [root_of(LEAVES[:size]) for size in sizes] == [tree.root(size) for size in sizes]


def test_a_tile_of_a_level_holds_the_roots_of_the_full_tiles_below():
    tiles, edge, _ = kept(65_536 + 300)

    assert {0: 258, 1: 2, 2: 1} == {level: sum(1 for at, _ in tiles if at == level) for level in (0, 1, 2)}
    assert b"".join(LEAVES[256:512]) == tiles[0, 1]
    assert root_of(LEAVES[256:512]) == tiles[1, 0][32:64]
    assert root_of(LEAVES[:65_536]) == tiles[2, 0]
    assert root_of(LEAVES[: 65_536 + 300]) == edge.root()


def test_a_large_kept_tree_proves_any_leaf_and_any_growth():
    size = 65_536 + 300
    _, edge, tree = kept(1000, size)

    for index in (0, 255, 256, 999, 40_000, 65_535, 65_536, size - 1):
        assert LEAVES[index] == tree.leaf(index)
        assert includes(edge.root(), size, LEAVES[index], index, tree.inclusion(index, size))
    for before in (1, 255, 256, 257, 1000, 65_535, 65_536, 65_537, size):
        assert grew(before, root_of(LEAVES[:before]), size, edge.root(), tree.consistency(before, size))


def test_whole_tiles_can_be_added_by_their_roots():
    edge = Edge()
    for first in range(0, 1024, 256):
        edge.add_tile(root_of(LEAVES[first : first + 256]))

    assert root_of(LEAVES[:1100]) == edge.root(LEAVES[1024:1100])
