from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from infra.stores import Store
from infra.wiring import opened_store

if TYPE_CHECKING:
    from consuming import Topics

    from tests.services.kafka import Kafka


@pytest.fixture
def file_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/sager.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def either_url(request: pytest.FixtureRequest, file_url: str) -> str:
    """Name a store of each kind, for the rules that a transaction keeps."""
    return file_url if request.param == "sqlite" else str(request.getfixturevalue("postgres").migrated().url)


@pytest.fixture
def store(file_url: str) -> Iterator[Store]:
    with opened_store(file_url, create=True) as store:
        yield store


@pytest.fixture
def either_store(either_url: str) -> Iterator[Store]:
    with opened_store(either_url, create=True) as store:
        yield store


@pytest.fixture
def made(kafka: "Kafka") -> "Callable[[int], Topics]":
    """Make topics with so many partitions."""
    from consuming import topics  # noqa: PLC0415 - kafka-python warns when loaded, and pytest is not yet told to let it

    return lambda partitions: topics(kafka, partitions)


@pytest.fixture
def one(made: "Callable[[int], Topics]") -> "Topics":
    """Give a topic with one partition."""
    return made(1)


@pytest.fixture
def four(made: "Callable[[int], Topics]") -> "Topics":
    """Give a topic with four."""
    return made(4)
