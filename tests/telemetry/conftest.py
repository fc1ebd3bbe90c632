from collections.abc import Iterator
from pathlib import Path

import pytest
from watching import Collected, collected

from infra.stores import Store
from infra.wiring import opened_store


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/sager.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with opened_store(url, create=True) as store:
        yield store


@pytest.fixture(params=["sqlite", "postgresql"])
def either_store(request: pytest.FixtureRequest, url: str) -> Iterator[Store]:
    named = url if request.param == "sqlite" else request.getfixturevalue("postgres").migrated().url
    with opened_store(named, create=True) as store:
        yield store


@pytest.fixture
def collector() -> Collected:
    return collected()
