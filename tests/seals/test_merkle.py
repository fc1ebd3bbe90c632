import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.seals.merkle import leaf_hash, node_hash, root_of
from infra.seals.proofs import consistency, grew, includes, inclusion
from tests.seals.known_trees import CONSISTENCIES, INCLUSIONS, LEAVES, ROOTS

KNOWN = [leaf_hash(leaf) for leaf in LEAVES]
MANY = [leaf_hash(bytes([number])) for number in range(70)]

sizes = st.integers(1, len(MANY))


def root_within(leaves):
    return lambda first, end: root_of(leaves[first:end])


def defined_root(leaves):
    """The definition in RFC 6962, section 2.1, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else ROOTS[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(defined_root(leaves[:split]), defined_root(leaves[split:]))


@pytest.mark.parametrize("size", range(9))
def test_the_known_tree_has_its_known_roots(size):
    assert ROOTS[size] == root_of(KNOWN[:size])


@pytest.mark.parametrize(("index", "size"), INCLUSIONS)
def test_the_known_tree_has_its_known_inclusion_proofs(index, size):
    assert INCLUSIONS[index, size] == inclusion(index, size, root_within(KNOWN))
    assert includes(ROOTS[size], size, KNOWN[index], index, INCLUSIONS[index, size])


@pytest.mark.parametrize(("before", "size"), CONSISTENCIES)
def test_the_known_tree_has_its_known_consistency_proofs(before, size):
    assert CONSISTENCIES[before, size] == consistency(before, size, root_within(KNOWN))
    assert grew(before, ROOTS[before], size, ROOTS[size], CONSISTENCIES[before, size])


@pytest.mark.parametrize("size", range(71))
def test_a_root_is_what_the_definition_says(size):
    assert defined_root(MANY[:size]) == root_of(MANY[:size])


@pytest.mark.parametrize("size", range(1, 71))
def test_every_leaf_of_every_tree_is_proven_to_be_in_it(size):
    root = root_of(MANY[:size])

    assert all(includes(root, size, MANY[index], index, inclusion(index, size, root_within(MANY))) for index in range(size))


@pytest.mark.parametrize("size", range(1, 71))
def test_every_tree_is_proven_to_begin_with_every_smaller_one(size):
    root = root_of(MANY[:size])

    assert all(
        grew(before, root_of(MANY[:before]), size, root, consistency(before, size, root_within(MANY))) for before in range(1, size + 1)
    )


@given(data=st.data(), size=sizes)
def test_an_inclusion_proof_with_anything_changed_proves_nothing(data, size):
    index = data.draw(st.integers(0, size - 1))
    root, path = root_of(MANY[:size]), inclusion(index, size, root_within(MANY))
    other_index = data.draw(st.integers(0, size + 1).filter(lambda one: one != index))
    at = data.draw(st.integers(0, max(len(path) - 1, 0)))

    assert not includes(root, size, MANY[index], other_index, path)
    assert not includes(root, size, leaf_hash(b"other"), index, path)
    assert not includes(leaf_hash(b"other"), size, MANY[index], index, path)
    assert not includes(root, size, MANY[index], index, [*path, root])
    if path:
        assert not includes(root, size, MANY[index], index, path[:-1])
        assert not includes(root, size, MANY[index], index, [*path[:at], leaf_hash(b"other"), *path[at + 1 :]])


@given(data=st.data(), size=sizes)
def test_a_consistency_proof_with_anything_changed_proves_nothing(data, size):
    before = data.draw(st.integers(1, size))
    small, root, path = root_of(MANY[:before]), root_of(MANY[:size]), consistency(before, size, root_within(MANY))
    at = data.draw(st.integers(0, max(len(path) - 1, 0)))

    assert not grew(before, leaf_hash(b"other"), size, root, path)
    assert not grew(before, small, size, leaf_hash(b"other"), path)
    assert not grew(before, small, size, root, [*path, root])
    assert not grew(size + 1, small, size, root, path)
    assert not grew(0, small, size, root, path)
    if path:
        assert not grew(before, small, size, root, path[:-1])
        assert not grew(before, small, size, root, [*path[:at], leaf_hash(b"other"), *path[at + 1 :]])


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_no_proof_is_made_of_a_leaf_that_is_not_there(index, size):
    with pytest.raises(ValueError, match="within the tree"):
        inclusion(index, size, root_within(MANY))


@pytest.mark.parametrize(("before", "size"), [(0, 3), (4, 3)])
def test_no_proof_is_made_from_a_tree_that_is_not_smaller(before, size):
    with pytest.raises(ValueError, match="within the tree"):
        consistency(before, size, root_within(MANY))
