from collections.abc import Mapping
from typing import Any

import orjson
import pytest

from infra.simulation import simulate


@pytest.fixture(scope="session")
def lines() -> list[bytes]:
    return list(simulate(2_000))


@pytest.fixture(scope="session")
def events(lines: list[bytes]) -> list[Mapping[str, Any]]:
    """The events in order of arrival, duplicates left out."""
    return [orjson.loads(line) for line in dict.fromkeys(lines)]


@pytest.fixture(scope="session")
def cases(events: list[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """The events of each case."""
    by_case: dict[str, list[Mapping[str, Any]]] = {}
    for event in events:
        by_case.setdefault(event["subject"], []).append(event)
    return by_case
