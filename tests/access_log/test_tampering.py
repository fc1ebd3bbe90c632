"""Somebody's hands in the log of reads, past the program and with every right over the database."""

import sqlite3
from pathlib import Path

import psycopg
import pytest

from infra.access_log import Head
from infra.access_log.chain import hash_of
from infra.postgres.addresses import conninfo_of
from tests.access_log.reads import CASES, read


class SqliteHands:
    def __init__(self, url):
        self.path = Path(url.removeprefix("sqlite:///")).with_name("sager.access.db")
        for trigger in ("never_changed", "never_removed", "only_added_at_the_end"):
            self.sql(f"DROP TRIGGER {trigger}")

    def sql(self, statement, *parameters):
        connection = sqlite3.connect(self.path, isolation_level=None)
        try:
            connection.execute(statement, parameters)
        finally:
            connection.close()


class PostgresHands:
    def __init__(self, url):
        self.url = url
        self.sql("ALTER TABLE accesses DISABLE TRIGGER ALL")

    def sql(self, statement, *parameters):
        with psycopg.connect(conninfo_of(self.url), autocommit=True) as connection:
            connection.execute("SET search_path = sagsspor")
            connection.execute(statement.replace("?", "%s"), parameters)


@pytest.fixture
def url(kind, tmp_path, request):
    return f"sqlite:///{tmp_path}/sager.db" if kind == "sqlite" else request.getfixturevalue("postgres").migrated().admin_url


@pytest.fixture
def hands(kind, url, log):
    log.note([read(number, case=CASES[number % 2]) for number in range(8)])
    return SqliteHands(url) if kind == "sqlite" else PostgresHands(url)


@pytest.mark.parametrize(
    ("change", "broken"),
    {
        "UPDATE accesses SET at = at + 1 WHERE number = 3": 3,
        "UPDATE accesses SET who = 'en anden' WHERE number = 1": 1,
        "UPDATE accesses SET role = 'auditor' WHERE number = 8": 8,
        "UPDATE accesses SET case_id = NULL WHERE number = 4": 4,
        "UPDATE accesses SET purpose = '' WHERE number = 5": 5,
        "UPDATE accesses SET what = 'refused' WHERE number = 6": 6,
        "UPDATE accesses SET position = NULL WHERE number = 7": 7,
        "UPDATE accesses SET who = 'bruger-7complaint_handler', role = '' WHERE number = 2": 2,
        "UPDATE accesses SET hash = (SELECT hash FROM accesses WHERE number = 1) WHERE number = 2": 2,
        "UPDATE accesses SET number = 100 WHERE number = 8": 8,
        "UPDATE accesses SET number = -number WHERE number = 1": 1,
        "DELETE FROM accesses WHERE number = 5": 5,
        "DELETE FROM accesses WHERE number <= 3": 1,
    }.items(),
)
def test_the_first_entry_that_was_changed_or_removed_is_found(log, hands, change, broken):
    assert None is log.check()
    hands.sql(change)

    assert broken == log.check()


def test_an_entry_that_was_put_in_is_found(log, hands):
    hands.sql("INSERT INTO accesses SELECT 9, at, who, role, case_id, purpose, what, position, hash FROM accesses WHERE number = 8")

    assert 9 == log.check()


@pytest.mark.parametrize("kind", ["sqlite"])
@pytest.mark.parametrize(
    "change", ["UPDATE accesses SET who = CAST(x'ff' AS TEXT) WHERE number = 4", "UPDATE accesses SET who = x'00' WHERE number = 4"]
)
def test_what_is_no_text_is_found(log, hands, change):
    hands.sql(change)

    assert 4 == log.check()


def test_an_end_that_was_cut_off_is_found_by_who_wrote_it_down(log, hands):
    head = log.head()
    hands.sql("DELETE FROM accesses WHERE number > 6")

    assert (None, 7) == (log.check(), log.check([head]))
    log.note([read(number, case=CASES[number % 2]) for number in (60, 70)])
    assert (None, 8) == (log.check(), log.check([head]))


def test_a_chain_that_was_made_anew_is_found_by_who_wrote_its_end_down(log, hands):
    head = log.head()
    before = bytes(32)
    for number, access, _ in log.all():
        access_now = access._replace(who="ingen")
        before = hash_of(before, number, access_now)
        hands.sql("UPDATE accesses SET who = ?, hash = ? WHERE number = ?", "ingen", before, number)

    assert (None, 8) == (log.check(), log.check([head]))


def test_an_end_that_was_written_down_earlier_stands_within_a_longer_log(log):
    log.note([read()])
    head = log.head()
    log.note([read(1)])

    assert (None, None, 3) == (log.check([head]), log.check([log.head()]), log.check([head, Head(3, head.hash)]))
