"""How hard the property tests look: the same examples every time in CI, fresh ones by the thousand in a soak."""

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    from tests.services.kafka import Kafka
    from tests.services.postgres import Postgres

settings.register_profile("ci", max_examples=150, derandomize=True, database=None, deadline=None, print_blob=True)
settings.register_profile("mutants", settings.get_profile("ci"), max_examples=15, phases=[Phase.generate])  # found is enough
settings.register_profile(
    "soak",
    max_examples=10_000,
    derandomize=False,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "mutants" if "mutmut" in sys.modules else "ci"))


@pytest.fixture(scope="session")
def kafka() -> "Iterator[Kafka]":
    """Run one real Apache Kafka for all tests: a test makes topics of its own in it."""
    from tests.services.kafka import Kafka  # noqa: PLC0415 - most runs need no broker, and its client is slow to load

    with Kafka() as node:
        yield node


@pytest.fixture(scope="session")
def postgres() -> "Iterator[Postgres]":
    """Run one real PostgreSQL for all tests: a test makes databases of its own in it."""
    from tests.services.postgres import Postgres  # noqa: PLC0415 - most runs need no server

    with Postgres() as server:
        yield server
