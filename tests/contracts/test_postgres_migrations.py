"""A database comes to this version's layout step by step, each step once."""

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from infra.postgres.migrating import Migration, listed, migrate, migrations
from infra.postgres.store import PostgresStore
from infra.store_errors import ChangedMigrationError, NewerStoreError, OwnerRightsError, StoreRightsError, UnmigratedStoreError

FIRST = migrations()
LAST = len(FIRST)
LATER = [
    Migration(LAST + 1, "pre", "a_column", "ALTER TABLE sagsspor.places ADD COLUMN tried text"),
    Migration(LAST + 2, "post", "no_column", "ALTER TABLE sagsspor.places DROP COLUMN tried"),
    Migration(LAST + 3, "pre", "a_table", "CREATE TABLE sagsspor.tried (value text)"),
]
FAULTY = Migration(LAST + 1, "pre", "half", "CREATE TABLE sagsspor.half (value text); SELECT 1/0")


@pytest.fixture
def url(postgres):
    return postgres.database()


def names(steps):
    return [one.name for one in steps]


def done(url, known):
    return [one.name for one, is_done in listed(url, known) if is_done]


def test_what_has_been_run_is_not_run_again(url):
    assert names(FIRST) == names(migrate(url))
    assert [] == migrate(url)
    assert names(FIRST) == done(url, FIRST)


def test_a_database_without_anything_is_listed_as_waiting_and_left_as_it_is(url):
    assert [] == done(url, FIRST)
    with psycopg.connect(url) as connection:
        assert (0,) == connection.execute("SELECT count(*) FROM pg_namespace WHERE nspname = 'sagsspor'").fetchone()


def test_before_the_new_code_runs_only_what_the_old_code_bears(url):
    known = [*FIRST, *LATER]

    assert [*names(FIRST), "a_column"] == names(migrate(url, only_pre=True, known=known))
    assert [] == migrate(url, only_pre=True, known=known)
    assert ["no_column", "a_table"] == names(migrate(url, known=known))


def test_a_migration_that_was_changed_after_it_was_run_is_an_error(url):
    migrate(url)
    changed = [FIRST[0]._replace(sql=FIRST[0].sql + "\n"), *FIRST[1:]]
    for run in (migrate, listed):
        with pytest.raises(ChangedMigrationError, match="0001: A migration that has been run is another one now"):
            run(url, known=changed)


def test_a_migration_that_fails_leaves_nothing_behind(url):
    migrate(url)
    with pytest.raises(psycopg.errors.DivisionByZero):
        migrate(url, known=[*FIRST, FAULTY])

    assert names(FIRST) == done(url, FIRST)
    with psycopg.connect(url) as connection:
        assert (None,) == connection.execute("SELECT to_regclass('sagsspor.half')").fetchone()


def test_two_that_migrate_at_once_run_each_step_once(url):
    with ThreadPoolExecutor(2) as both:
        ran = [len(steps) for steps in both.map(migrate, [url, url])]

    assert [0, LAST] == sorted(ran)


def test_the_files_are_numbered_without_holes(tmp_path):
    (tmp_path / "0001_pre_log.sql").touch()
    (tmp_path / "0003_post_log.sql").touch()
    with pytest.raises(ValueError, match="1, 2, 3"):
        migrations(tmp_path)


def test_a_file_says_when_it_may_be_run(tmp_path):
    (tmp_path / "0001_log.sql").touch()
    with pytest.raises(ValueError, match="NNNN_pre_NAME"):
        migrations(tmp_path)


def test_a_store_that_was_not_migrated_says_what_to_run(url):
    with pytest.raises(UnmigratedStoreError, match="sagsspor migrate"):
        PostgresStore(url)


def test_a_store_waits_for_what_its_code_needs_and_not_for_what_comes_after_it(url, monkeypatch):
    migrate(url)
    monkeypatch.setattr("infra.postgres.layout.migrations", lambda: [*FIRST, LATER[0]])
    with pytest.raises(UnmigratedStoreError):
        PostgresStore(url)
    monkeypatch.setattr("infra.postgres.layout.migrations", lambda: [*FIRST, LATER[1]._replace(number=LAST + 1)])
    PostgresStore(url).close()


def test_old_code_runs_beside_new_preparations_and_not_after_the_new_code_has_cleaned_up(url):
    migrate(url, known=[*FIRST, LATER[0]])
    PostgresStore(url).close()
    migrate(url, known=[*FIRST, *LATER[:2]])
    with pytest.raises(NewerStoreError):
        PostgresStore(url)
    with pytest.raises(NewerStoreError):
        migrate(url)


def test_a_user_without_the_role_is_told_so(postgres):
    database = postgres.migrated()
    with psycopg.connect(database.admin_url, autocommit=True) as connection:
        connection.execute("CREATE ROLE stranger LOGIN PASSWORD 'x'")
    with pytest.raises(StoreRightsError, match="GRANT sagsspor_app"):
        PostgresStore(f"postgresql://stranger:x@{database.url.rpartition('@')[2]}")


def test_who_may_not_make_tables_is_told_to_be_the_owner(postgres):
    user, empty = postgres.migrated().url.rpartition("/")[0], postgres.database().rpartition("/")[2]
    with pytest.raises(OwnerRightsError, match="as the owner"):
        migrate(user + "/" + empty)
