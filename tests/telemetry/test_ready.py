"""Whether a process can do its work, on a server's own routes and on the port of those that serve nothing else."""

import httpx
import psycopg
import pytest
from prometheus_client import CollectorRegistry
from psycopg.sql import SQL, Identifier
from watching import follow_all, told_by, watched

from consumers.checking import Checking
from consumers.intake import Intake
from infra import clock
from infra.telemetry.port import operating_port
from infra.wiring import opened_store
from tests.kafka.consuming import line
from tests.telemetry.clocks import SECOND


def waiting_event(store):
    Intake(store, lambda: clock.now() - 90 * SECOND, Checking()).take([line("e1")])


def asked(port, path):
    answer = httpx.get(f"http://127.0.0.1:{port}{path}")
    return answer.status_code, answer.json()


def test_a_follower_is_ready_while_no_event_waits_longer_than_it_may(either_store):
    registry, readiness = told_by(either_store, most_behind=60)
    with operating_port(0, registry, readiness) as port:
        waiting_event(either_store)
        behind = asked(port, "/health/ready")
        follow_all(either_store)

        assert (503, {"status": "not-ready", "reason": "views-behind"}) == behind
        assert [(200, {"status": "ready"}), (200, {"status": "live"}), (404, {"status": "not-found"})] == [
            asked(port, path) for path in ("/health/ready", "/health/live", "/")
        ]
        assert "sagsspor_store_up 1.0" in httpx.get(f"http://127.0.0.1:{port}/metrics").text


def test_without_a_limit_views_may_be_as_far_behind_as_they_are(store):
    _, readiness = told_by(store)
    waiting_event(store)

    assert None is readiness.reason()


def test_a_server_says_why_it_is_not_ready(store):
    waiting_event(store)
    with watched(store, most_behind=60) as client:
        answer = client.get("/health/ready")

    assert (503, "urn:sagsspor:problem:views-behind") == (answer.status_code, answer.json()["type"])


def test_a_database_that_lacks_a_step_is_not_ready(postgres):
    database = postgres.migrated()
    with opened_store(database.url, create=True) as store:
        _, readiness = told_by(store)
        with psycopg.connect(database.admin_url, autocommit=True) as admin:
            admin.execute("DELETE FROM sagsspor.migrations WHERE number = 2")

        assert "unmigrated" == readiness.reason()


def test_a_store_that_is_away_is_not_ready_and_is_told_to_be_down(postgres, monkeypatch):
    monkeypatch.setattr("infra.postgres.datastore.POOL_TIMEOUT", 1)
    database = postgres.migrated()
    name = database.url.rpartition("/")[2]
    with opened_store(database.url, create=True) as store:
        registry, readiness = told_by(store)
        with psycopg.connect(postgres.url, autocommit=True) as admin:
            admin.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(Identifier(name)))
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])

        assert ("store-away", 0) == (readiness.reason(), registry.get_sample_value("sagsspor_store_up"))
        assert None is registry.get_sample_value("sagsspor_projection_lag_events")


def test_a_port_that_is_taken_raises_what_the_command_tells(store):
    _, readiness = told_by(store)
    with operating_port(0, CollectorRegistry(), readiness) as port, pytest.raises(OSError, match="use"):
        operating_port(port, CollectorRegistry(), readiness).__enter__()
