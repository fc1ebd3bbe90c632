"""Whatever somebody with full rights over the database does to a sealed log is found, and where."""

import shutil
import sqlite3
from hashlib import sha256
from itertools import count

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from infra.postgres.seals import PostgresSeals
from infra.postgres.store import PostgresStore
from infra.seals.sealing import seal
from infra.seals.trust import FOREVER, ValidKey
from infra.seals.verifying import verify
from infra.sqlite.seals import SqliteSeals
from infra.sqlite.store import SQLiteStore
from tests.contracts.event_store import NOW
from tests.seals.hands import PostgresHands, SqliteHands
from tests.seals.logs import EVENTS, KEY, KNOWN, key_of, sealed_log, take
from tests.seals.tampering import ALONE, WITH_A_SEAL_KEPT_ELSEWHERE, Expected, change_a_byte, rewrite_an_event_and_the_tree

_numbers = count(1)


@pytest.fixture(scope="session")
def sealed_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("sealed") / "store.db"
    with SQLiteStore(path) as store:
        notes = sealed_log(store, SqliteSeals(store))
    return path, notes


@pytest.fixture(scope="session")
def sealed_database(postgres):
    with PostgresStore(postgres.migrated("sealed_log").url) as store:
        return sealed_log(store, PostgresSeals(store))


@pytest.fixture
def notes(sealed_file):
    return sealed_file[1]


@pytest.fixture
def in_a_file(sealed_file, tmp_path):
    path = shutil.copy(sealed_file[0], tmp_path / "store.db")
    with SQLiteStore(path) as store:
        yield SqliteHands(store)


@pytest.fixture
def in_a_database(postgres, sealed_database):
    name = f"tampered_{next(_numbers)}"
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {} TEMPLATE sealed_log").format(Identifier(name)))
    with PostgresStore(postgres.url_of(name)) as store:
        yield PostgresHands(store)


@pytest.fixture(params=["in_a_file", "in_a_database"])
def hands(request):
    """Somebody's hands in a sealed log, in each kind of store."""
    return request.getfixturevalue(request.param)


def found(verdict):
    return [Expected(*one[:6]) for one in verdict.deviations]


def test_an_untouched_log_is_as_it_was_sealed(hands, notes):
    verdict = verify(hands.seals, KNOWN, notes)

    assert (EVENTS, 600, 3, ()) == (verdict.events, verdict.sealed, verdict.seals, verdict.deviations)


@pytest.mark.parametrize(("tamper", "expected"), ALONE.values(), ids=ALONE)
def test_tampering_is_found_where_it_was_done(hands, tamper, expected):
    tamper(hands)

    assert expected == found(verify(hands.seals, KNOWN))


@pytest.mark.parametrize(("tamper", "expected"), WITH_A_SEAL_KEPT_ELSEWHERE.values(), ids=WITH_A_SEAL_KEPT_ELSEWHERE)
def test_what_the_store_no_longer_shows_is_found_by_a_seal_kept_elsewhere(hands, notes, tamper, expected):
    tamper(hands)

    assert [] == found(verify(hands.seals, KNOWN))
    assert expected == found(verify(hands.seals, KNOWN, notes[-1:]))


def test_a_store_resealed_with_another_key_is_believed_only_by_who_knows_no_key(hands, notes):
    ALONE["everything sealed anew with another key"][0](hands)

    assert [] == found(verify(hands.seals))
    assert [Expected("log_rewritten", 1, 600, seal=0), Expected("seal_not_signed", seal=0)] == found(verify(hands.seals, (), notes[-1:]))


def test_two_changes_are_told_apart(hands):
    change_a_byte(hands)
    rewrite_an_event_and_the_tree(hands)

    assert [Expected("event_changed", 150, 150), Expected("log_rewritten", 301, 600, seal=3)] == found(verify(hands.seals, KNOWN))


def test_a_text_where_bytes_belong_is_a_changed_event(in_a_file):
    in_a_file.sql("UPDATE events SET state = CAST(state AS TEXT) WHERE notification_id = 150")
    in_a_file.sql("UPDATE events SET event_id = CAST(x'ff41' AS TEXT) WHERE notification_id = 250")

    assert [("event_changed", 150), ("event_changed", 250)] == [one[:2] for one in found(verify(in_a_file.seals, KNOWN))]


def test_an_index_that_hides_an_event_from_its_case_is_found(in_a_file):
    in_a_file.sql("DROP INDEX events_by_case")
    in_a_file.sql("CREATE UNIQUE INDEX events_by_case ON events (case_number, originator_version) WHERE notification_id <> 150")
    connection = sqlite3.connect(in_a_file.store.path)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, ' WHERE notification_id <> 150', '') WHERE name = 'events_by_case'")
    connection.commit()
    connection.close()

    with SQLiteStore(in_a_file.store.path) as store:
        verdict = verify(SqliteSeals(store), KNOWN)

    assert {"database_damaged"} == {one.code for one in verdict.deviations}
    assert any("row 150 missing from index events_by_case" in one.words for one in verdict.deviations)


def test_events_that_nobody_has_sealed_yet_must_still_follow_each_other(hands):
    hands.sql("DELETE FROM events WHERE notification_id = 605")

    assert [Expected("event_missing", 605, 605)] == found(verify(hands.seals, KNOWN))


def test_a_row_far_beyond_the_log_is_not_followed(hands):
    hands.sql("UPDATE events SET notification_id = 1000000000000, originator_version = 1000000000000 WHERE notification_id = 610")

    assert [Expected("event_missing", 610, 10**12)] == found(verify(hands.seals, KNOWN))


def test_a_removed_case_is_found(in_a_file):
    in_a_file.sql("DELETE FROM cases WHERE number = 1")

    assert {"event_unfindable"} == {one.code for one in verify(in_a_file.seals, KNOWN).deviations}


def test_checking_writes_nothing(in_a_file):
    before = sha256(in_a_file.store.path.read_bytes()).digest()
    verify(in_a_file.seals, KNOWN)

    assert before == sha256(in_a_file.store.path.read_bytes()).digest()


def test_a_log_without_seals_is_checked_without_making_any(tmp_path):
    with SQLiteStore(tmp_path / "store.db") as store:
        take(store, 1, 20)
        verdict = verify(SqliteSeals(store))

        assert (20, 0, 0, ()) == (verdict.events, verdict.sealed, verdict.seals, verdict.deviations)
    connection = sqlite3.connect(tmp_path / "store.db")
    assert [] == connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'seal%'").fetchall()
    connection.close()


def test_a_log_that_grows_and_is_sealed_meanwhile_is_checked_as_it_was(hands, monkeypatch):
    monkeypatch.setattr("infra.seals.comparing.PAGE", 256)
    grown = []

    def grow(done, whole):
        take(hands.store, EVENTS + 1 + len(grown) * 10, EVENTS + 10 + len(grown) * 10)
        grown.append(seal(hands.seals, KEY, NOW).checkpoint.size)

    verdict = verify(hands.seals, KNOWN, report=grow)

    assert [620, 630, 640] == grown
    assert (EVENTS, 600, ()) == (verdict.events, verdict.sealed, verdict.deviations)
    assert (640, 640, ()) == verify(hands.seals, KNOWN)[:2] + verify(hands.seals, KNOWN)[-1:]


def test_a_key_hands_over_to_the_next_and_no_longer_seals(hands):
    new = key_of("new")
    seal(hands.seals, KEY, NOW, next_key=new)
    take(hands.store, EVENTS + 1, EVENTS + 10)
    seal(hands.seals, new, NOW)

    verdict = verify(hands.seals, KNOWN)

    assert () == verdict.deviations
    assert [(KNOWN[0].key, 0, EVENTS), (verdict.keys[1].key, EVENTS, FOREVER)] == list(verdict.keys)
    assert new.public == verdict.keys[1].key.raw


def test_the_old_key_signs_for_nothing_after_it_handed_over(hands):
    seal(hands.seals, KEY, NOW, next_key=key_of("new"))
    take(hands.store, EVENTS + 1, EVENTS + 10)
    [(note,)] = hands.sql("SELECT note FROM seals WHERE number = 4")
    hands.sql("DELETE FROM seals WHERE number = 4")
    seal(hands.seals, KEY, NOW)
    hands.sql("UPDATE seals SET number = 5 WHERE number = 4")
    hands.sql("INSERT INTO seals VALUES (4, 0, ?)", note)

    assert [Expected("seal_not_signed", seal=5)] == found(verify(hands.seals, KNOWN))


def test_a_key_is_known_for_the_sizes_that_it_sealed(hands):
    assert [] == found(verify(hands.seals, [ValidKey(KNOWN[0].key, 100, 600)]))
    assert [Expected("seal_not_signed", seal=1), Expected("seal_not_signed", seal=3)] == found(
        verify(hands.seals, [ValidKey(KNOWN[0].key, 101, 599)])
    )


def test_a_seal_of_another_log_is_not_believed(hands, tmp_path):
    with SQLiteStore(tmp_path / "other.db") as store:
        take(store, 1, 100)
        other = seal(SqliteSeals(store), key_of("ours", "sagsspor/other"), NOW).seal.note

    assert [Expected("seal_of_another_log", seal=0)] == found(verify(hands.seals, KNOWN, [other]))


def test_a_seal_with_a_number_out_of_the_row_is_found(hands):
    hands.sql("UPDATE seals SET number = 1000000000 WHERE number = 3")
    hands.sql("UPDATE seals SET number = -1 WHERE number = 1")

    codes = [(one.code, one.seal) for one in verify(hands.seals, KNOWN).deviations]

    assert [("seal_missing", 1), ("seal_missing", 3)] == [codes[0], codes[1]]
    assert ("seal_out_of_order", -1) == codes[-1]
