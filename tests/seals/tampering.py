"""What somebody with full rights over the database could do, in SQL that every store knows. `?` stands for a parameter."""

from typing import NamedTuple, Protocol

from infra.seals.leaves import leaf_of
from infra.seals.merkle import root_of
from infra.seals.sealing import seal
from infra.seals.tiles import split
from tests.contracts.event_store import NOW
from tests.seals.logs import key_of


class Hands(Protocol):
    """Somebody's hands in a store, past the program."""

    seals: object

    def sql(self, statement, *parameters):
        """Run a statement and give what it gives."""


class Expected(NamedTuple):
    code: str
    first: int | None = None
    last: int | None = None
    seal: int | None = None
    columns: tuple[str, ...] = ()
    moved: int | None = None


def changed(position, *columns):
    return Expected("event_changed", position, position, columns=columns)


def change_a_byte(hands):
    [(state,)] = hands.sql("SELECT state FROM events WHERE notification_id = ?", 150)
    hands.sql("UPDATE events SET state = ? WHERE notification_id = ?", bytes(state).replace(b"2022-03-01T09", b"2022-03-01T08"), 150)


def change_a_column(column, value):
    def change(hands):
        hands.sql(f"UPDATE events SET {column} = ? WHERE notification_id = ?", value, 150)  # noqa: S608 - the columns are named below

    return change


def rename_a_source(hands):
    hands.sql("UPDATE sources SET source = ?", "urn:fagsystem:other:0101")


def remove_a_source(hands):
    hands.sql("DELETE FROM sources")


def remove_a_row(hands):
    hands.sql("DELETE FROM events WHERE notification_id = ?", 250)


def remove_a_row_and_close_the_gap(hands):
    remove_a_row(hands)
    shift(hands, 251, -1)


def insert_a_row(hands):
    shift(hands, 200, 1)
    copy_row(hands, 199, 200)


def insert_a_row_before_the_first(hands):
    copy_row(hands, 1, 0)


def swap_neighbours(hands):
    swap(hands, 120, 121)


def swap_far_apart(hands):
    swap(hands, 10, 500)


def cut_the_tail(hands):
    hands.sql("DELETE FROM events WHERE notification_id > ?", 550)


def cut_the_tail_with_its_tree_and_seal(hands):
    hands.sql("DELETE FROM events WHERE notification_id > ?", 300)
    hands.sql("DELETE FROM seals WHERE number = ?", 3)
    hands.sql("DELETE FROM seal_tiles WHERE level = 0 AND number > ?", 1)
    put_tile(hands, 0, 1, split(hands.seals.tile(0, 1))[:44])
    put_tile(hands, 1, 0, split(hands.seals.tile(1, 0))[:1])


def rewrite_a_leaf(hands):
    put_hash(hands, 0, 76, bytes(32))


def rewrite_the_tree_above_the_leaves(hands):
    put_hash(hands, 1, 1, bytes(32))


def remove_a_tile(hands):
    hands.sql("DELETE FROM seal_tiles WHERE level = 0 AND number = ?", 1)


def cut_the_tree(hands):
    hands.sql("DELETE FROM seal_tiles WHERE level = 0 AND number = ?", 2)


def rewrite_an_event_and_the_tree(hands):
    hands.sql("UPDATE events SET received = received + 1 WHERE notification_id = ?", 350)
    [row] = hands.seals.leaf_rows(349, 350, 1)
    put_hash(hands, 0, 349, leaf_of(row))
    put_hash(hands, 1, 1, root_of(split(hands.seals.tile(0, 1))))


def rewrite_a_seal(hands):
    [(note,)] = hands.sql("SELECT note FROM seals WHERE number = ?", 2)
    hands.sql("UPDATE seals SET note = ? WHERE number = ?", note.replace("\n300\n", "\n299\n"), 2)


def unreadable_seal(hands):
    hands.sql("UPDATE seals SET note = ? WHERE number = ?", "intet", 2)


def remove_a_seal(hands):
    hands.sql("DELETE FROM seals WHERE number = ?", 2)


def exchange_seals(hands):
    (second,), (third,) = hands.sql("SELECT note FROM seals WHERE number > ? ORDER BY number", 1)
    hands.sql("UPDATE seals SET note = ? WHERE number = ?", third, 2)
    hands.sql("UPDATE seals SET note = ? WHERE number = ?", second, 3)


def reseal_everything_with_another_key(hands):
    change_a_byte(hands)
    hands.sql("DELETE FROM seals")
    hands.sql("DELETE FROM seal_tiles")
    seal(hands.seals, key_of("theirs"), NOW)


def swap(hands, one, other):
    for position, place in ((one, -1), (other, one), (-1, other)):
        move(hands, position, place)


def shift(hands, first, by):
    """Move all events from one on. Positions are unique, so it goes by way of negative ones."""
    hands.sql(
        "UPDATE events SET notification_id = -notification_id, originator_version = -originator_version WHERE notification_id >= ?", first
    )
    hands.sql(
        "UPDATE events SET notification_id = ? - notification_id, originator_version = ? - originator_version WHERE notification_id < 0",
        by,
        by,
    )


def move(hands, position, place):
    hands.sql("UPDATE events SET notification_id = ?, originator_version = ? WHERE notification_id = ?", place, place, position)


def copy_row(hands, position, place):
    columns = [name for name in hands.columns if name not in ("notification_id", "originator_version", "event_id")]
    names = ", ".join(columns)
    hands.sql(
        f"INSERT INTO events (notification_id, originator_version, event_id, {names}) "  # noqa: S608 - the columns are the table's
        f"SELECT ?, ?, 'inserted', {names} FROM events WHERE notification_id = ?",
        place,
        place,
        position,
    )


def put_hash(hands, level, at, hash_):
    number, inside = divmod(at, 256)
    hashes = split(hands.seals.tile(level, number))
    put_tile(hands, level, number, [*hashes[:inside], hash_, *hashes[inside + 1 :]])


def put_tile(hands, level, number, hashes):
    hands.sql("UPDATE seal_tiles SET hashes = ? WHERE level = ? AND number = ?", b"".join(hashes), level, number)


ALONE = {
    "a changed byte": (change_a_byte, [changed(150)]),
    "a changed time of registration": (change_a_column("registered", 1), [changed(150, "registered")]),
    "a changed time of reception": (change_a_column("received", 1), [changed(150, "received")]),
    "a changed effect": (change_a_column("effective", 1), [changed(150, "effective")]),
    "a changed day": (change_a_column("day", "2022-03-02"), [changed(150, "day")]),
    "a changed id": (change_a_column("event_id", "x"), [changed(150, "id")]),
    "a changed type": (change_a_column("topic", "sick-reported.v1"), [changed(150, "topic")]),
    "a renamed source": (rename_a_source, [Expected("event_changed", 1, 600, columns=("source",))]),
    "a removed source": (remove_a_source, [Expected("event_changed", 1, 600, columns=("source",))]),
    "a case that no longer finds its event": (change_a_column("originator_version", 9_999), [Expected("event_unfindable", 150, 150)]),
    "a removed row": (remove_a_row, [Expected("event_missing", 250, 250)]),
    "a removed row and the gap closed": (
        remove_a_row_and_close_the_gap,
        [Expected("event_moved", 250, 599, moved=-1), changed(600)],
    ),
    "an inserted row": (insert_a_row, [changed(200), Expected("event_moved", 201, 600, moved=1)]),
    "a row before the first": (insert_a_row_before_the_first, [Expected("event_outside", 0, 0)]),
    "a swapped pair": (swap_neighbours, [Expected("event_moved", 120, 120, moved=-1), Expected("event_moved", 121, 121, moved=1)]),
    "a swapped pair far apart": (
        swap_far_apart,
        [Expected("event_moved", 10, 10, moved=-490), Expected("event_moved", 500, 500, moved=490)],
    ),
    "a cut tail": (cut_the_tail, [Expected("log_cut", 551, 600, seal=3)]),
    "a rewritten leaf": (rewrite_a_leaf, [Expected("tree_changed", 77, 77)]),
    "a tree rewritten above its leaves": (rewrite_the_tree_above_the_leaves, [Expected("tree_changed", 257, 512)]),
    "a removed part of the tree": (remove_a_tile, [Expected("tree_changed", 257, 512)]),
    "a cut tree": (cut_the_tree, [Expected("tree_cut", 513, 600)]),
    "an event and its tree rewritten": (rewrite_an_event_and_the_tree, [Expected("log_rewritten", 301, 600, seal=3)]),
    "a rewritten seal": (rewrite_a_seal, [Expected("seal_not_signed", seal=2)]),
    "a seal that is none": (unreadable_seal, [Expected("seal_unreadable", seal=2)]),
    "a removed seal": (remove_a_seal, [Expected("seal_missing", seal=2)]),
    "everything sealed anew with another key": (reseal_everything_with_another_key, [Expected("seal_not_signed", seal=1)]),
    "exchanged seals": (exchange_seals, [Expected("seal_out_of_order", seal=3)]),
}
"""Found by the store and the public key alone."""

WITH_A_SEAL_KEPT_ELSEWHERE = {
    "a tail cut with its tree and seal": (cut_the_tail_with_its_tree_and_seal, [Expected("log_cut", 301, 600, seal=0)]),
}
"""Found when the last seal was kept elsewhere."""
