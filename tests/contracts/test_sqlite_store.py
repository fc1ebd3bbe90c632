"""The embedded store keeps the contract, in a file and in memory."""

import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import event_store
import pytest
from eventsourcing.persistence import IntegrityError, Tracking

from consumers.intake import Intake
from infra.sqlite.store import SQLiteStore
from infra.store_errors import BusyStoreError, NewerStoreError, OlderStoreError


class TestSQLiteFile(event_store.EventStoreContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path):
        self.folder = tmp_path

    @contextmanager
    def open_store(self):
        with SQLiteStore(self.folder / "store.db") as store:
            yield store


class TestSQLiteMemory(event_store.EventStoreContract):
    @contextmanager
    def open_store(self):
        with SQLiteStore(None) as store:
            yield store


def test_the_log_outlives_the_process_and_is_durable_on_commit(tmp_path):
    with SQLiteStore(tmp_path / "s.db") as store:
        Intake(store, lambda: event_store.NOW).take([event_store.line("e1")])
        with store.transaction() as cursor:
            cursor.execute("PRAGMA synchronous")
            assert 2 == cursor.fetchone()[0]
            cursor.execute("PRAGMA journal_mode")
            assert "wal" == cursor.fetchone()[0]
    with SQLiteStore(tmp_path / "s.db") as store:
        assert 1 == store.last_position()


def write_view(store, tracking):
    with store.transaction() as cursor:
        cursor.execute("INSERT INTO view VALUES (1)")
        store.insert_tracking(cursor, tracking)


def test_a_view_and_its_place_are_written_together_or_not_at_all(tmp_path):
    with SQLiteStore(tmp_path / "s.db") as store:
        with store.transaction() as cursor:
            cursor.execute("CREATE TABLE view (value)")
            store.insert_tracking(cursor, Tracking("timeline", 5))
        with pytest.raises(IntegrityError):
            write_view(store, Tracking("timeline", 5))
        with store.transaction() as cursor:
            cursor.execute("SELECT COUNT(*) FROM view")
            assert 0 == cursor.fetchone()[0]
        assert 5 == store.max_tracking_id("timeline")


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
import event_store
from consumers.intake import Intake
from infra.sqlite.store import SQLiteStore
with SQLiteStore(Path(sys.argv[1])) as store:
    intake = Intake(store, lambda: event_store.NOW)
    for number in range(40):
        intake.take([event_store.line(f"{sys.argv[2]}-{number}-{part}") for part in range(5)] + [event_store.line(f"shared-{number}")])
"""


def test_processes_that_write_at_once_lose_nothing_and_readers_see_no_gap(tmp_path):
    path = tmp_path / "s.db"
    here = str(Path(event_store.__file__).parent)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, here]) for name in "ab"]
    seen = []
    while any(writer.poll() is None for writer in writers):
        if path.exists():
            with SQLiteStore(path) as store:
                seen.append([row.position for row in store.read_log(limit=1000)])
    assert [0, 0] == [writer.wait() for writer in writers]

    with SQLiteStore(path) as store:
        ids = [row.id for row in store.read_log(limit=1000)]
    # 2 writers x 40 batches x 5 events, and 40 that both send
    assert 440 == len(ids) == len(set(ids))
    assert all(list(range(1, len(positions) + 1)) == positions for positions in seen)


def test_a_store_of_a_newer_version_is_left_alone(tmp_path):
    connection = sqlite3.connect(tmp_path / "s.db")
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(NewerStoreError, match="newer version"):
        SQLiteStore(tmp_path / "s.db")


def test_a_store_of_an_older_version_says_how_to_move_it(tmp_path):
    connection = sqlite3.connect(tmp_path / "s.db")
    connection.execute("PRAGMA user_version = 1")
    connection.close()

    with pytest.raises(OlderStoreError, match="ingest it into a new store"):
        SQLiteStore(tmp_path / "s.db")


def test_a_store_can_be_opened_while_another_process_writes(tmp_path):
    SQLiteStore(tmp_path / "s.db").close()
    other = sqlite3.connect(tmp_path / "s.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SQLiteStore(tmp_path / "s.db") as store:
        assert 0 == store.last_position()
    other.close()


def test_a_busy_store_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("infra.sqlite.datastore.LOCK_TIMEOUT", 1)
    with SQLiteStore(tmp_path / "s.db") as store:
        other = sqlite3.connect(tmp_path / "s.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyStoreError, match="another process has been writing"), store.transaction():
            pass
        other.close()
