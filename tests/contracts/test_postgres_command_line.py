"""PostgreSQL at the command line: made ready, used, and in Danish when it cannot be."""

import re
import shlex
from pathlib import Path

import orjson
import psycopg
import pytest
from event_store import line

from infra.cli.app import run
from infra.cli.failures import told
from infra.store_errors import BusyStoreError, ChangedMigrationError, StoreVersionError

HOW_TO = Path(__file__).resolve().parents[2] / "docs/howto/postgresql.md"
SECRET = "hemmelig-4711"  # noqa: S105 - nobody's


@pytest.fixture
def sagsspor(capsysbinary):
    def command(text):
        code = 0
        try:
            run(shlex.split(text))
        except SystemExit as ended:
            code = ended.code
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return command


def test_a_database_is_listed_migrated_and_used(sagsspor, postgres, tmp_path):
    url = postgres.database()
    file = tmp_path / "events.ndjson"
    file.write_bytes(line("e1"))

    code, out, err = sagsspor(f"ingest {file} --store {url}")
    assert (1, "", True) == (code, out, "Kør sagsspor migrate" in err)
    waiting = sagsspor(f"migrate --list --store {url}")[1].count("venter")
    assert waiting > 0
    assert f"{waiting} trin udført nu" in sagsspor(f"migrate --store {url}")[1]
    assert "0 trin udført nu" in sagsspor(f"migrate --pre --store {url}")[1]
    assert {True} == {step["done"] for step in orjson.loads(sagsspor(f"migrate --list --json --store {url}")[1])}
    assert {"accepted": 1, "repeated": 0, "set_aside": {}} == orjson.loads(sagsspor(f"ingest {file} --json --store {url}")[1])


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (f"postgresql://a:{SECRET}@127.0.0.1:1/x", "Databasen svarer ikke"),
        (f"postgresql://a:{SECRET}/b@127.0.0.1/x", "Særlige tegn"),
        (f"postgresql://a:{SECRET}@b@127.0.0.1/x", "Særlige tegn"),
        (f"postgresql://a:{SECRET}%zz@127.0.0.1/x", "Særlige tegn"),
        (f"postgresql://a:{SECRET}@127.0.0.1:x/x", "Særlige tegn"),
        (f"postgresql://a:{SECRET}@127.0.0.1/x?nosuch=1", "Særlige tegn"),
    ],
    ids=["absent", "slash", "at", "percent", "port", "parameter"],
)
@pytest.mark.parametrize("command", ["worklist", "migrate"])
def test_a_database_that_cannot_be_reached_is_told_in_danish_without_the_password(sagsspor, command, url, words):
    code, out, err = sagsspor(f"{command} --store {url}")

    assert (1, "") == (code, out)
    assert words in err
    assert SECRET not in err


def test_a_wrong_password_is_told_without_it(sagsspor, postgres):
    server = postgres.url.rpartition("@")[2]
    code, _, err = sagsspor(f"worklist --store postgresql://postgres:{SECRET}@{server}")

    assert (1, True, False) == (code, "Databasen svarer ikke" in err, SECRET in err)


def test_a_store_that_another_writes_in_for_too_long_is_told_in_danish(sagsspor, postgres, tmp_path, monkeypatch):
    monkeypatch.setattr("infra.postgres.datastore.LOCK_TIMEOUT", 1)
    url = postgres.migrated().url
    file = tmp_path / "events.ndjson"
    file.write_bytes(line("e1"))
    with psycopg.connect(url) as other:
        other.execute("SELECT pg_advisory_xact_lock(1935763315, 1)")
        code, _, err = sagsspor(f"ingest {file} --store {url}")

    assert (1, True) == (code, "Lageret er optaget" in err)


@pytest.mark.parametrize("kind", [*StoreVersionError.__subclasses__(), BusyStoreError], ids=lambda kind: kind.__name__)
def test_every_reason_why_a_store_cannot_be_opened_has_its_danish_words(kind):
    words = told(kind(7) if kind is ChangedMigrationError else kind("English"))

    assert "English" not in words
    assert "svarer ikke" not in words


def test_only_a_database_is_migrated(sagsspor, tmp_path):
    assert "postgresql://" in sagsspor(f"migrate --store sqlite:///{tmp_path}/s.db")[2]


def test_the_how_to_is_true(sagsspor, postgres, tmp_path, monkeypatch):
    """Its SQL and its commands are run in order; the address in it is this server's."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events.ndjson").write_bytes(line("e1"))
    server = postgres.database("sagsspor").rpartition("@")[2].partition("/")[0]
    for language, content in re.findall(r"^```(\w+)\n(.*?)^```$", HOW_TO.read_text(), re.MULTILINE | re.DOTALL):
        if language == "sql":
            with psycopg.connect(postgres.url_of("sagsspor"), autocommit=True) as connection:
                connection.execute(content)
        for command in content.splitlines() if language == "bash" else ():
            store = re.search(r"SAGSSPOR_STORE=(\S+) sagsspor (.+)", command)
            assert store, f"This test cannot run: {command}"
            code, _, err = sagsspor(f"--store {store[1].replace('db.example', server)} {store[2]}")
            assert (0, command, "") == (code, command, err if code else "")
