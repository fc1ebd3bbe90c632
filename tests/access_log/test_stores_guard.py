"""The database itself guards the log of reads."""

import sqlite3

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from infra.postgres.access_log import PostgresAccessLog
from infra.postgres.store import PostgresStore
from infra.sqlite.access_log import SqliteAccessLog, beside
from infra.sqlite.store import SQLiteStore
from infra.store_errors import NewerStoreError
from infra.wiring import access_log_for
from tests.access_log.reads import read

CHANGES = ["UPDATE accesses SET who = 'x'", "UPDATE accesses SET number = 7", "DELETE FROM accesses"]
REPLACING = "{} INTO accesses SELECT {}, at, 'x', role, case_id, purpose, what, position, hash FROM accesses WHERE number = 1"


@pytest.fixture(scope="module")
def database(postgres):
    database = postgres.migrated()
    with PostgresStore(database.url) as store:
        PostgresAccessLog(store).note([read()])
    return database


@pytest.fixture
def path(tmp_path):
    with SqliteAccessLog(tmp_path / "log.access.db") as log:
        log.note([read()])
    return tmp_path / "log.access.db"


@pytest.mark.parametrize("statement", [*CHANGES, "TRUNCATE accesses"])
def test_neither_the_application_nor_the_owner_nor_a_replica_changes_it_in_postgresql(database, statement):
    for url, as_replica in ((database.url, False), (database.admin_url, False), (database.admin_url, True)):
        with psycopg.connect(url) as connection:
            connection.execute("SET search_path = sagsspor")
            if as_replica:
                connection.execute("SET session_replication_role = replica")
            with pytest.raises(InsufficientPrivilege, match="only added to" if url == database.admin_url else "permission denied"):
                connection.execute(statement)


@pytest.mark.parametrize("statement", ["DROP TABLE sagsspor.accesses", "ALTER TABLE sagsspor.accesses DISABLE TRIGGER ALL"])
def test_the_application_cannot_take_the_guard_away(database, statement):
    with psycopg.connect(database.url) as connection, pytest.raises(InsufficientPrivilege):
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement", [*CHANGES, REPLACING.format("REPLACE", 1), REPLACING.format("INSERT", 3), REPLACING.format("INSERT", "NULL")]
)
def test_the_file_refuses_what_is_no_addition_at_the_end(path, statement):
    connection = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        connection.execute(statement)
    connection.close()


def test_the_file_lies_beside_the_store_and_is_durable_on_commit(tmp_path):
    with SQLiteStore(tmp_path / "sager.db") as store, access_log_for(store) as log:
        log.note([read()])
        with log._datastore.transaction(commit=True) as cursor:  # noqa: SLF001 - a setting of its connections
            cursor.execute("PRAGMA synchronous")
            assert 2 == cursor.fetchone()[0]
            cursor.execute("PRAGMA journal_mode")
            assert "wal" == cursor.fetchone()[0]
    with SqliteAccessLog(tmp_path / "sager.access.db") as log:
        assert 1 == log.head().number


def test_stores_in_one_folder_have_each_their_log(tmp_path):
    assert ["sager.access.db", "sager.sqlite.access.db"] == [beside(tmp_path / name).name for name in ("sager.db", "sager.sqlite")]


def test_a_store_in_memory_has_its_log_there_too():
    with SQLiteStore(None) as store, access_log_for(store) as log:
        log.note([read()])

        assert (1, None) == (log.head().number, log.check())


def test_a_file_of_a_newer_version_is_left_alone(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(NewerStoreError):
        SqliteAccessLog(path)
