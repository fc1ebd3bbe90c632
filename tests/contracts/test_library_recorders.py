"""Our recorder passes the `eventsourcing` library's own test cases.

`AggregateRecorderTestCase` is left out: it demands that `insert_events` returns no positions, which no application recorder does.
"""

import shutil
import tempfile
import threading
from pathlib import Path
from uuid import uuid4

import pytest
from eventsourcing.tests.persistence import (
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
    ProcessRecorderTestCase,
    TrackingRecorderTestCase,
)

from infra.postgres.store import PostgresStore
from infra.sqlite.store import SQLiteStore
from tests.services.postgres import Postgres


class _InAFile:
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.store = None
        self.threads = set(threading.enumerate())

    def tearDown(self):
        # The library's concurrent test stops its readers without waiting for them.
        for thread in set(threading.enumerate()) - self.threads:
            thread.join()
        if self.store:
            self.store.close()
        shutil.rmtree(self.folder)

    def create_recorder(self):
        self.store = SQLiteStore(self.folder / "store.db")
        return self.store.recorder

    def new_originator_id(self):
        return str(uuid4())  # a case is a text: `jobnet` is one too


class TestApplicationRecorder(_InAFile, ApplicationRecorderTestCase):
    pass


class TestTrackingRecorder(_InAFile, TrackingRecorderTestCase):
    pass


class TestProcessRecorder(_InAFile, ProcessRecorderTestCase):
    pass


class TestNonInterleaving(_InAFile, NonInterleavingNotificationIDsBaseCase):
    insert_num = 1000


class _InPostgres:
    @pytest.fixture(autouse=True)
    def _a_database(self, postgres: Postgres):
        self.stores = []
        self.url = postgres.migrated().url
        yield
        for store in self.stores:
            store.close()

    def create_recorder(self):
        store = PostgresStore(self.url)
        self.stores.append(store)
        return store.recorder

    def new_originator_id(self):
        return str(uuid4())


class TestPostgresApplicationRecorder(_InPostgres, ApplicationRecorderTestCase):
    def test_insert_subscribe(self):
        self.optional_test_insert_subscribe()


class TestPostgresTrackingRecorder(_InPostgres, TrackingRecorderTestCase):
    pass


class TestPostgresProcessRecorder(_InPostgres, ProcessRecorderTestCase):
    pass


class TestPostgresNonInterleaving(_InPostgres, NonInterleavingNotificationIDsBaseCase):
    insert_num = 1000


# pytest would collect the abstract bases as well
del ApplicationRecorderTestCase, NonInterleavingNotificationIDsBaseCase, ProcessRecorderTestCase, TrackingRecorderTestCase
