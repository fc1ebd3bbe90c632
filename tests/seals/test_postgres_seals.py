"""In PostgreSQL the database itself guards the tree and the seals."""

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from infra.postgres.seals import PostgresSeals
from infra.postgres.store import PostgresStore
from infra.seals.sealing import seal
from infra.seals.store import Seal, TreeChangedError
from infra.seals.tiles import Tile
from infra.seals.verifying import verify
from infra.wiring import seals_for
from tests.contracts.event_store import NOW
from tests.seals.logs import KEY, KNOWN, take

REFUSED = [
    "UPDATE sagsspor.seals SET note = 'x'",
    "DELETE FROM sagsspor.seals",
    "TRUNCATE sagsspor.seals",
    "UPDATE sagsspor.seal_tiles SET hashes = ''",
    "UPDATE sagsspor.seal_tiles SET number = 7",
    "DELETE FROM sagsspor.seal_tiles",
    "TRUNCATE sagsspor.seal_tiles",
]


@pytest.fixture(scope="module")
def database(postgres):
    database = postgres.migrated()
    with PostgresStore(database.url) as store:
        take(store, 1, 20)
        seal(seals_for(store), KEY, NOW)
    return database


@pytest.mark.parametrize("statement", REFUSED)
def test_neither_the_application_nor_the_owner_changes_what_is_sealed(database, statement):
    for url in (database.url, database.admin_url):
        with psycopg.connect(url) as connection, pytest.raises(InsufficientPrivilege):
            connection.execute(statement)


def test_the_application_seals_and_checks(database):
    with PostgresStore(database.url) as store:
        verdict = verify(seals_for(store), KNOWN)

    assert (20, 20, 1, ()) == (verdict.events, verdict.sealed, verdict.seals, verdict.deviations)


def test_what_a_tile_holds_stays_and_a_number_is_given_once(postgres):
    with PostgresStore(postgres.migrated().url) as store:
        seals = PostgresSeals(store)
        seals.keep([Tile(0, 0, b"a" * 64)], Seal(1, NOW, "first"))
        seals.keep([Tile(0, 0, b"a" * 64 + b"b" * 32)])
        for tile, again in [(Tile(0, 0, b"a" * 64), None), (Tile(0, 0, b"c" * 128), None), (Tile(0, 1, b"d"), Seal(1, NOW, "second"))]:
            with pytest.raises(TreeChangedError):
                seals.keep([tile], again)

        assert (b"a" * 64 + b"b" * 32, b"") == (seals.tile(0, 0), seals.tile(0, 1))
        assert (3, [Seal(1, NOW, "first")], Seal(1, NOW, "first")) == (seals.tree_size(), seals.seals(), seals.last_seal())
