"""`sagsspor seal --every`, in a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from infra.postgres.store import PostgresStore
from infra.seals.checkpoints import Checkpoint
from infra.seals.key_files import make_key
from infra.seals.notes import Note
from infra.wiring import seals_for
from tests.seals.logs import take
from tests.web.serving import wait_until

AGAIN = "Der forsegles igen om 0.005 minutter."


@pytest.fixture
def database(postgres):
    return postgres.migrated()


@pytest.fixture
def store(database):
    with PostgresStore(database.url) as store:
        take(store, 1, 3)
        yield store


@pytest.fixture
def key(tmp_path):
    make_key(tmp_path / "seal.key", "sagsspor/test")
    return tmp_path / "seal.key"


@contextmanager
def sealing(url, key) -> Iterator[subprocess.Popen]:
    command = [sys.executable, "-W", "ignore", "-m", "infra.cli", "seal", "--store", url, "--key", str(key), "--every", "0.005"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "NO_COLOR": "1"}) as process:
        try:
            yield process
        finally:
            process.kill()


def sizes(store):
    return [Checkpoint.parse(Note.parse(seal.note).text).size for seal in seals_for(store).seals()]


def test_what_comes_is_sealed_until_the_command_is_stopped_and_nothing_is_sealed_twice(database, store, key):
    with sealing(database.url, key) as process:
        wait_until(lambda: sizes(store) == [3])
        take(store, 4, 5)
        wait_until(lambda: sizes(store) == [3, 5])
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)

    assert (0, 2) == (process.returncode, out.count(b"sagsspor/test\n"))
    assert ["3 hændelser er forseglet (segl nr. 1).", "5 hændelser er forseglet (segl nr. 2)."] == err.decode().splitlines()
    assert [3, 5] == sizes(store)


def test_a_database_that_is_away_is_waited_for(database, store, key, postgres):
    name = database.url.rpartition("/")[2]
    with sealing(database.url, key) as process:
        wait_until(lambda: sizes(store) == [3])
        let_in(postgres, name, SQL("false"))
        said = next(line for line in process.stderr if AGAIN.encode() in line)
        let_in(postgres, name, SQL("true"))
        with PostgresStore(database.url) as again:
            take(again, 4, 5)
            wait_until(lambda: sizes(again) == [3, 5])
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)

    assert said.decode().startswith("Databasen svarer ikke")
    assert 0 == process.returncode


def test_a_log_that_does_not_continue_its_seal_ends_the_command(database, store, key):
    with sealing(database.url, key) as process:
        wait_until(lambda: sizes(store) == [3])
        with psycopg.connect(database.admin_url) as connection:
            connection.execute("ALTER TABLE sagsspor.events DISABLE TRIGGER ALL")
            connection.execute("DELETE FROM sagsspor.events WHERE notification_id > 1")
        _, err = process.communicate(timeout=30)

    assert 1 == process.returncode
    assert "sagsspor verify" in err.decode()


def test_a_key_is_made_or_changed_first(sagsspor):
    for option in ("--init-key", "--new-key next.key"):
        outcome = sagsspor(f"seal --every 60 {option}")

        assert (2, "Lav eller skift nøglen først, og forsegl så med --every.\n") == (outcome.code, outcome.err)


def let_in(postgres, name, allowed):
    """Let nobody in to a database, or everybody again; who is in is put out."""
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}").format(Identifier(name), allowed))
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
