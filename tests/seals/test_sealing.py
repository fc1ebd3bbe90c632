"""A log is sealed by its own key, from where it was sealed last, and not at all where something is wrong."""

import pytest

from infra.seals.checkpoints import Checkpoint
from infra.seals.evidence import evidence_for
from infra.seals.keys import public_key
from infra.seals.leaves import leaf_of
from infra.seals.merkle import EMPTY_ROOT, root_of
from infra.seals.notes import Note
from infra.seals.proofs import grew
from infra.seals.sealing import SealingError, seal
from infra.seals.store import Seal, TreeChangedError
from infra.seals.tiles import KeptTree, Tile
from infra.sqlite.seals import SqliteSeals
from infra.sqlite.store import SQLiteStore
from tests.contracts.event_store import NOW
from tests.seals.logs import KEY, key_of, take


@pytest.fixture
def store():
    with SQLiteStore(None) as store:
        yield store


@pytest.fixture
def seals(store):
    return SqliteSeals(store)


def change(store, statement, *parameters):
    with store.transaction() as cursor:
        cursor.execute(statement, parameters)


def test_a_seal_is_over_every_event_in_the_order_of_the_log(store, seals):
    take(store, 1, 20)
    sealed = seal(seals, KEY, NOW)

    assert (
        Checkpoint("sagsspor/test", 20, root_of([leaf_of(row) for row in seals.leaf_rows(0, 20, 20)]), public_key(KEY)) == sealed.checkpoint
    )
    assert Note.parse(sealed.seal.note).is_signed_by(public_key(KEY))


def test_only_the_first_seal_names_its_key(store, seals):
    take(store, 1, 10)
    seal(seals, KEY, NOW)
    take(store, 11, 20)

    assert seal(seals, KEY, NOW).checkpoint.key is None


def test_an_empty_log_can_be_sealed(seals):
    assert (0, EMPTY_ROOT) == seal(seals, KEY, NOW).checkpoint[1:3]


def test_a_log_to_which_nothing_has_come_keeps_its_seal(store, seals):
    take(store, 1, 10)
    first = seal(seals, KEY, NOW)

    assert (first.seal, False) == (seal(seals, KEY, NOW + 1).seal, seal(seals, KEY, NOW + 1).new)
    assert [1] == [one.number for one in seals.seals()]


def test_each_seal_continues_the_one_before(store, seals):
    checkpoints = []
    for size in (1, 30, 300, 520):
        take(store, (checkpoints[-1].size if checkpoints else 0) + 1, size)
        checkpoints.append(seal(seals, KEY, NOW).checkpoint)

    tree = KeptTree(seals.tile)
    for before in checkpoints:
        for after in checkpoints[checkpoints.index(before) :]:
            assert grew(before.size, before.root, after.size, after.root, tree.consistency(before.size, after.size))


def test_the_log_is_read_and_written_page_by_page(store, seals, monkeypatch):
    take(store, 1, 600)
    with SQLiteStore(None) as other:
        take(other, 1, 600)
        whole = seal(SqliteSeals(other), KEY, NOW).checkpoint
    monkeypatch.setattr("infra.seals.sealing.PAGE", 256)
    steps = []

    assert whole == seal(seals, KEY, NOW, report=lambda done, all_: steps.append((done, all_))).checkpoint
    assert [(256, 600), (512, 600), (600, 600)] == steps


def test_sealing_that_broke_off_is_taken_up_again(store, seals, monkeypatch):
    take(store, 1, 600)
    monkeypatch.setattr("infra.seals.sealing.PAGE", 256)

    def break_off(done, whole):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        seal(seals, KEY, NOW, report=break_off)

    assert (256, []) == (seals.tree_size(), seals.seals())
    assert 600 == seal(seals, KEY, NOW).checkpoint.size


def test_another_key_does_not_seal(store, seals):
    take(store, 1, 10)
    seal(seals, KEY, NOW)
    take(store, 11, 20)

    with pytest.raises(SealingError, match="Nøglen er ikke den"):
        seal(seals, key_of("theirs"), NOW)


def test_a_key_that_has_handed_over_does_not_seal(store, seals):
    take(store, 1, 10)
    seal(seals, KEY, NOW)
    handed_over = seal(seals, KEY, NOW, next_key=key_of("new"))
    take(store, 11, 20)

    assert public_key(key_of("new")) == handed_over.checkpoint.key
    assert all(Note.parse(handed_over.seal.note).is_signed_by(public_key(key)) for key in (KEY, key_of("new")))
    with pytest.raises(SealingError, match="Nøglen er ikke den"):
        seal(seals, KEY, NOW)
    assert 20 == seal(seals, key_of("new"), NOW).checkpoint.size


def test_the_next_key_bears_the_name_of_the_log(store, seals):
    take(store, 1, 10)

    with pytest.raises(SealingError, match="loggens navn, sagsspor/test"):
        seal(seals, KEY, NOW, next_key=key_of("new", "sagsspor/other"))


def test_a_log_with_a_gap_is_not_sealed(store, seals):
    take(store, 1, 30)
    change(store, "DELETE FROM events WHERE notification_id = 7")

    with pytest.raises(SealingError, match=r"Hændelse nr. 7 mangler"):
        seal(seals, KEY, NOW)


def test_an_event_that_its_case_does_not_find_is_not_sealed(store, seals):
    take(store, 1, 30)
    change(store, "UPDATE events SET case_number = case_number % 3 + 1, originator_version = 99 WHERE notification_id = 7")

    with pytest.raises(SealingError, match=r"Hændelse nr. 7 har kolonner"):
        seal(seals, KEY, NOW)


def test_a_tree_that_no_longer_fits_its_seal_is_not_sealed_again(store, seals):
    take(store, 1, 10)
    seal(seals, KEY, NOW)
    change(store, "UPDATE seal_tiles SET hashes = zeroblob(320)")
    take(store, 11, 20)

    with pytest.raises(SealingError, match="Træet svarer ikke"):
        seal(seals, KEY, NOW)


def test_a_log_that_was_cut_is_not_sealed_again(store, seals):
    take(store, 1, 20)
    seal(seals, KEY, NOW)
    change(store, "DELETE FROM events WHERE notification_id > 15")

    with pytest.raises(SealingError, match=r"loggen ender ved nr. 15"):
        seal(seals, KEY, NOW)


def test_a_seal_that_cannot_be_read_is_not_followed_by_another(store, seals):
    take(store, 1, 10)
    seal(seals, KEY, NOW)
    change(store, "UPDATE seals SET note = 'x'")

    with pytest.raises(SealingError, match=r"Segl nr. 1 kan ikke læses"):
        seal(seals, KEY, NOW)


def test_a_seal_kept_elsewhere_must_be_continued(store, seals):
    take(store, 1, 10)
    kept = seal(seals, KEY, NOW).seal.note
    take(store, 11, 20)

    assert 20 == seal(seals, KEY, NOW, elsewhere=kept).checkpoint.size
    with SQLiteStore(None) as other:
        take(other, 2, 30)
        seal(SqliteSeals(other), KEY, NOW)
        with pytest.raises(SealingError, match="ikke en fortsættelse"):
            seal(SqliteSeals(other), KEY, NOW, elsewhere=kept)
        with pytest.raises(SealingError, match="kan ikke læses"):
            seal(SqliteSeals(other), KEY, NOW, elsewhere="x")


def test_what_a_tile_holds_stays(store, seals):
    seals.keep([Tile(0, 0, b"a" * 64)])
    seals.keep([Tile(0, 0, b"a" * 64 + b"b" * 32)])

    for tile in (Tile(0, 0, b"a" * 64), Tile(0, 0, b"c" * 128)):
        with pytest.raises(TreeChangedError, match="Nothing is sealed"):
            seals.keep([tile])
    assert b"a" * 64 + b"b" * 32 == seals.tile(0, 0)


def test_two_who_seal_at_once_do_not_both_get_the_number(seals):
    seals.keep([], Seal(1, NOW, "first"))

    with pytest.raises(TreeChangedError):
        seals.keep([Tile(0, 0, bytes(32))], Seal(1, NOW, "second"))
    assert ([Seal(1, NOW, "first")], 0) == (seals.seals(), seals.tree_size())


def test_evidence_shows_that_an_event_is_in_a_sealed_log(store, seals):
    take(store, 1, 300)
    early = seal(seals, KEY, NOW).checkpoint
    take(store, 301, 600)
    late = seal(seals, KEY, NOW).checkpoint
    states = {row.position: row.state for row in store.read_log(limit=600)}

    for checkpoint, position in [(early, 1), (early, 300), (late, 1), (late, 300), (late, 600)]:
        evidence = evidence_for(seals, position, checkpoint)
        assert evidence.holds(checkpoint, states[position])
        assert not evidence.holds(checkpoint, states[position] + b" ")
        assert not evidence.holds(early if checkpoint is late else late, states[position])
        assert not evidence._replace(record=evidence.record.replace(b"2022", b"2023")).holds(checkpoint, states[position])
        assert not evidence._replace(record=b"{").holds(checkpoint, states[position])


@pytest.mark.parametrize("position", [0, 11, 16])
def test_no_evidence_is_given_of_what_is_not_sealed(store, seals, position):
    take(store, 1, 10)
    checkpoint = seal(seals, KEY, NOW).checkpoint
    take(store, 11, 15)

    with pytest.raises(LookupError, match="that are sealed"):
        evidence_for(seals, position, checkpoint)
