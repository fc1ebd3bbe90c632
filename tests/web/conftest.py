"""Stores that are served: the embedded one, and in the modules that name it PostgreSQL too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import served

from infra.wiring import opened_store


@pytest.fixture
def kind() -> str:
    return "sqlite"


@pytest.fixture
def url(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    return f"sqlite:///{tmp_path}/sager.db" if kind == "sqlite" else request.getfixturevalue("postgres").migrated().url


@pytest.fixture
def store(url: str) -> Iterator:
    with opened_store(url, create=True) as store:
        yield store


@pytest.fixture
def other(store, url: str) -> Iterator:
    """Open the store once more, as another process has it."""
    with opened_store(url, create=False) as other:
        yield other


@pytest.fixture
def client(store) -> Iterator:
    with served(store) as client:
        yield client


@pytest.fixture(scope="session")
def any_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    """Give a client of a store that many tests share: for what stores nothing."""
    with opened_store(f"sqlite:///{tmp_path_factory.mktemp('shared')}/sager.db", create=True) as store, served(store) as client:
        yield client
