"""PostgreSQL keeps the contract, among many processes, and over the server's death."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import event_store
import psycopg
import pytest
from event_store import CASES, NOW, line
from eventsourcing.persistence import IntegrityError, OperationalError, Tracking

from consumers.cloudevents import Door
from consumers.event_store import FencedError
from consumers.intake import Intake, Read
from infra.postgres import statements
from infra.postgres.store import PostgresStore
from infra.store_errors import BusyStoreError, UnavailableStoreError
from tests.services.postgres import Postgres


class TestPostgres(event_store.EventStoreContract):
    @pytest.fixture(autouse=True)
    def _a_database(self, postgres):
        self.postgres = postgres

    @contextmanager
    def open_store(self):
        with PostgresStore(self.postgres.migrated().url) as store:
            yield store


@pytest.fixture
def url(postgres):
    return postgres.migrated().url


@pytest.fixture
def store(url):
    with PostgresStore(url) as store:
        yield store


def intake_of(store):
    return Intake(store, lambda: NOW)


def test_cases_are_ordered_by_their_bytes_whatever_the_language_of_the_database(store):
    # In Danish aa is å, after z.
    cases = [f"{start}aaaaaa-1111-4111-8111-111111111111" for start in ("ab", "aa", "ba", "a1")]
    intake_of(store).take([line(f"e{number}", case=case) for number, case in enumerate(cases)])

    assert sorted(cases) == store.cases() == [case for case, _ in store.read_by_case()]
    assert [sorted(cases)[1:3]] == [[case for case, _ in store.read_by_case(first="aa", before="b")]]


def test_a_long_read_goes_on_where_a_page_ends_within_a_case(store, monkeypatch):
    monkeypatch.setattr("infra.postgres.store._PAGE", 4)
    intake_of(store).take([line(f"e{number}", case=CASES[number % 3]) for number in range(20)])

    assert {case: store.read_case(case) for case in CASES} == dict(store.read_by_case())


def write_view(store, tracking):
    with store.transaction() as cursor:
        cursor.execute("INSERT INTO sagsspor_views.tried VALUES (1)")
        store.insert_tracking(cursor, tracking)


def test_a_view_and_its_place_are_written_together_or_not_at_all(store):
    with store.transaction() as cursor:
        cursor.execute("CREATE TABLE sagsspor_views.tried (value integer)")
        store.insert_tracking(cursor, Tracking("timeline", 5))
    with pytest.raises(IntegrityError):
        write_view(store, Tracking("timeline", 5))

    with store.transaction() as cursor:
        assert (0,) == cursor.execute("SELECT count(*) FROM sagsspor_views.tried").fetchone()
    assert (5, None) == (store.max_tracking_id("timeline"), store.max_tracking_id("worklists"))


def test_who_follows_the_log_is_told_of_new_events_and_of_nothing_else(store, url):
    with psycopg.connect(url, autocommit=True) as listener:
        listener.execute(f"LISTEN {statements.CHANNEL}")
        intake_of(store).take([b"{"])
        intake_of(store).take([line("e1"), line("e2", case=CASES[1])])
        intake_of(store).take([line("e1")])
        told = [note.channel for note in listener.notifies(timeout=0.2)]

    assert [statements.CHANNEL] == told


def test_a_reader_that_lost_its_place_is_fenced_on_every_connection(store, url):
    old = store.claim("kafka:0")
    with PostgresStore(url) as other:
        assert old._replace(epoch=2) == other.claim("kafka:0")
        with pytest.raises(FencedError):
            intake_of(store).take([line("e1")], [Read(old, 7)])
        intake_of(other).take([line("e1")], [Read(old._replace(epoch=2), 7)])

    assert (3, 7) == store.claim("kafka:0")[1:]
    assert 1 == store.last_position()


def test_a_place_claimed_while_a_batch_is_under_way_waits_for_it(store, url):
    mine = store.claim("kafka:0")
    with ThreadPoolExecutor(1) as other, PostgresStore(url) as later:
        with store.writing(NOW) as log:
            log.advance(mine, 7)
            claimed = other.submit(later.claim, "kafka:0")
            while not count(url, "wait_event_type = 'Lock'"):
                pass

        assert (2, 7) == claimed.result()[1:]


WRITER = """
import sys
sys.path.insert(0, sys.argv[3])
import event_store
from consumers.intake import Intake
from infra.postgres.store import PostgresStore
with PostgresStore(sys.argv[1]) as store:
    intake = Intake(store, lambda: event_store.NOW)
    for number in range(40):
        intake.take([event_store.line(f"{sys.argv[2]}-{number}-{part}") for part in range(5)] + [event_store.line(f"shared-{number}")])
"""


def test_processes_that_write_at_once_lose_nothing_and_readers_see_no_gap(store, url):
    here = str(Path(event_store.__file__).parent)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, url, name, here]) for name in "ab"]
    seen = []
    while any(writer.poll() is None for writer in writers):
        seen.append([row.position for row in store.read_log(limit=1000)])
    assert [0, 0] == [writer.wait() for writer in writers]

    ids = [row.id for row in store.read_log(limit=1000)]
    # 2 writers x 40 batches x 5 events, and 40 that both send
    assert 440 == len(ids) == len(set(ids))
    assert all(list(range(1, len(positions) + 1)) == positions for positions in seen)


def test_a_writer_does_not_wait_behind_the_servers_own_cleaning(store, postgres):
    with psycopg.connect(postgres.url_of(store.url.rpartition("/")[2])) as cleaner:
        cleaner.execute("LOCK TABLE sagsspor.events IN SHARE UPDATE EXCLUSIVE MODE")  # which is what VACUUM takes
        assert 1 == intake_of(store).take([line("e1")]).accepted


def test_a_busy_store_says_so_and_can_be_tried_again(store, url, monkeypatch):
    monkeypatch.setattr("infra.postgres.datastore.LOCK_TIMEOUT", 1)
    with PostgresStore(url) as other:
        with store.writing(NOW), pytest.raises(BusyStoreError):
            intake_of(other).take([line("e1")])
        assert 1 == intake_of(other).take([line("e1")]).accepted


def send_slowly(connection, meanwhile):
    with connection.cursor().copy(statements.COPY_EVENTS) as sending:
        sending.set_types(statements.COPY_TYPES)
        meanwhile()
        sending.write_row((2, CASES[0], 2, "x.v1", 1, "late", 0, "2022-03-01", 0, 0, b""))


def test_a_writer_that_stopped_while_sending_loses_the_lock(url, monkeypatch):
    monkeypatch.setattr("infra.postgres.datastore.LOCK_TIMEOUT", 1)
    monkeypatch.setattr("infra.postgres.locking.STOPPED", 0)
    with PostgresStore(url) as store, psycopg.connect(url) as stopped:
        stopped.execute(statements.LOCK_WRITER)
        with pytest.raises(psycopg.OperationalError):
            send_slowly(stopped, lambda: intake_of(store).take([line("e1")]))

        assert ["e1"] == [row.id for row in store.read_log()]


def write_late(store, url):
    with store.writing(NOW) as log:
        while count(url, "state = 'idle in transaction'"):
            pass
        log.set_aside([Door().check(b"{")])


def test_a_writer_that_does_nothing_loses_its_transaction(url, monkeypatch):
    monkeypatch.setattr("infra.postgres.datastore.IDLE_TIMEOUT", 0.05)
    with PostgresStore(url) as idle:
        with pytest.raises(UnavailableStoreError):
            write_late(idle, url)
        assert 1 == intake_of(idle).take([line("e1")]).accepted


def count(url, condition):
    with psycopg.connect(url) as connection:
        asked = f"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND {condition}"  # noqa: S608 - a test's own
        return connection.execute(asked).fetchone()[0]


@pytest.fixture
def mortal():
    with Postgres() as server:
        yield server


def die_while_writing(store, server):
    with store.writing(NOW) as log:
        log.append_new([Door().check(line("lost"))])
        server.kill()


def test_after_the_servers_death_the_store_finds_back_and_has_what_was_committed(mortal):
    with PostgresStore(mortal.migrated().url) as store:
        intake = intake_of(store)
        intake.take([line("e1")])
        with pytest.raises(OperationalError):
            die_while_writing(store, mortal)
        mortal.start()
        again = intake.take([line("e1"), line("e2")])

        assert (1, 1) == (again.accepted, again.repeated)
        assert ["e1", "e2"] == [row.id for row in store.read_log()]


def test_a_store_whose_server_is_gone_says_so_each_time_and_works_again_afterwards(mortal, monkeypatch):
    monkeypatch.setattr("infra.postgres.datastore.POOL_TIMEOUT", 1)
    with PostgresStore(mortal.migrated().url) as store:
        intake_of(store).take([line("e1")])
        mortal.kill()
        for ask in (store.last_position, store.read_log, lambda: store.claim("x"), lambda: intake_of(store).take([line("e2")])):
            with pytest.raises(UnavailableStoreError):
                ask()
        mortal.start()

        assert 1 == intake_of(store).take([line("e2")]).accepted
