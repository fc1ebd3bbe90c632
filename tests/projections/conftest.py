"""A simulated municipality, and each store in which its views are kept."""

import pytest

from domain.policy import DEFAULT_POLICY
from infra.postgres.store import PostgresStore
from infra.simulation import simulate
from infra.sqlite.store import SQLiteStore
from infra.wiring import projector_for


@pytest.fixture(scope="session")
def lines():
    return list(simulate(60, seed=7))


@pytest.fixture(params=["sqlite", "postgres"])
def kind(request):
    return request.param


@pytest.fixture
def store(kind, tmp_path, request):
    """Give an empty store that other processes can open."""
    made = SQLiteStore(tmp_path / "log.db") if kind == "sqlite" else PostgresStore(request.getfixturevalue("postgres").migrated().url)
    with made as store:
        yield store


@pytest.fixture
def projector(store):
    return projector_for(store, DEFAULT_POLICY)
