"""A simulated municipality in a store of its own."""

import pytest

from infra.simulation import simulate
from infra.sqlite.store import SQLiteStore


@pytest.fixture(scope="session")
def lines():
    return list(simulate(60, seed=7))


@pytest.fixture
def store():
    with SQLiteStore(None) as store:
        yield store
