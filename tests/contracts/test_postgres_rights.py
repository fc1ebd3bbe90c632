"""What the application may do in its database: add to the log, never change it."""

import psycopg
import pytest
from event_store import NOW, line
from psycopg.errors import InsufficientPrivilege

from consumers.intake import Intake
from infra.postgres.store import PostgresStore

OF_THE_LOG = [
    "UPDATE sagsspor.events SET received = 0",
    "DELETE FROM sagsspor.events",
    "TRUNCATE sagsspor.events",
    "TRUNCATE sagsspor.sources, sagsspor.events",
]
OF_THE_REST = [
    "UPDATE sagsspor.set_aside SET raw = ''",
    "UPDATE sagsspor.set_aside SET received = 0",
    "UPDATE sagsspor.set_aside SET number = DEFAULT",
    "DELETE FROM sagsspor.set_aside",
    "TRUNCATE sagsspor.set_aside",
    "UPDATE sagsspor.sources SET source = 'x'",
    "DELETE FROM sagsspor.sources",
    "DELETE FROM sagsspor.places",
    "DELETE FROM sagsspor.tracking",
    "UPDATE sagsspor.migrations SET checksum = ''",
    "DELETE FROM sagsspor.migrations",
    "DROP TABLE sagsspor.events",
    "ALTER TABLE sagsspor.events DISABLE TRIGGER ALL",
    "ALTER TABLE sagsspor.events ADD COLUMN x int",
    "CREATE TABLE sagsspor.x (x int)",
    "DROP SCHEMA sagsspor_views",
]


@pytest.fixture(scope="module")
def database(postgres):
    database = postgres.migrated()
    with PostgresStore(database.url) as store:
        Intake(store, lambda: NOW).take([line("e1"), b"{"])
    return database


@pytest.mark.parametrize("statement", [*OF_THE_LOG, *OF_THE_REST])
def test_the_application_cannot(database, statement):
    with psycopg.connect(database.url) as connection, pytest.raises(InsufficientPrivilege):
        connection.execute(statement)


@pytest.mark.parametrize("statement", OF_THE_LOG)
def test_neither_can_the_owner_change_the_log(database, statement):
    with psycopg.connect(database.admin_url) as connection, pytest.raises(InsufficientPrivilege, match="only added to"):
        connection.execute(statement)


def test_nor_can_a_replica_that_skips_triggers(database):
    with psycopg.connect(database.admin_url) as connection:
        connection.execute("SET session_replication_role = replica")
        with pytest.raises(InsufficientPrivilege, match="only added to"):
            connection.execute("DELETE FROM sagsspor.events")


def test_even_the_owner_works_with_the_applications_rights_through_the_store(database):
    with PostgresStore(database.admin_url) as store, store.transaction() as cursor:
        assert ("sagsspor_app",) == cursor.execute("SELECT current_user").fetchone()


def test_a_view_that_one_made_can_be_swapped_by_another(database):
    with PostgresStore(database.admin_url) as one, one.transaction() as cursor:
        cursor.execute("CREATE TABLE sagsspor_views.shared (value integer)")
    with PostgresStore(database.url) as other, other.transaction() as cursor:
        cursor.execute("ALTER TABLE sagsspor_views.shared RENAME TO swapped")
        cursor.execute("DROP TABLE sagsspor_views.swapped")
