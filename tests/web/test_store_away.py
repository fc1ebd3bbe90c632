"""A database that goes away and comes back."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg.sql import SQL, Identifier
from serving import STRUCTURED, event, problem_of, told


@contextmanager
def away(postgres, url: str) -> Iterator[None]:
    """Cut a database off: its connections end, and it takes no new ones."""
    name = url.rpartition("/")[2]
    with psycopg.connect(postgres.url, autocommit=True) as admin:
        admin.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(Identifier(name)))
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            admin.execute(SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(Identifier(name)))


@pytest.fixture
def kind(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("infra.postgres.datastore.POOL_TIMEOUT", 1)
    return "postgres"


def test_senders_are_asked_to_come_again_until_the_database_is_back(client, store, url, postgres, caplog):
    first = client.post("/events", content=event("e1"), headers=STRUCTURED)
    with away(postgres, url):
        meanwhile = [client.post("/events", content=event("e2"), headers=STRUCTURED), client.get("/health/ready")]
        live = client.get("/health/live")
    again = client.post("/events", content=event("e2"), headers=STRUCTURED)

    assert [(503, "store-away")] * 2 == [problem_of(response) for response in meanwhile]
    assert ([("accepted", "e1")], 200, [("accepted", "e2")]) == (told(first), live.status_code, told(again))
    assert 2 == store.last_position()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
