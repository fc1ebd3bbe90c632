"""Versions of event types: one explicit step from each version to the next."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.events import EVENT_TYPES

Step = Callable[[dict[str, Any]], dict[str, Any]]
"""Turn the `data` of one version into that of the next."""
Steps = Mapping[tuple[str, int], Step]
"""By event name and the version that the step starts from."""

STEPS: Steps = {}
"""No event type has had a second version yet."""


def current_version(name: str, steps: Steps = STEPS) -> int:
    """Give the version that `domain.events` defines: one more than the steps that lead to it."""
    return 1 + max((start for event, start in steps if event == name), default=0)


def current_versions(steps: Steps = STEPS) -> dict[str, int]:
    """Give every event type's version."""
    return {name: current_version(name, steps) for name in EVENT_TYPES}


def upcast(name: str, version: int, data: dict[str, Any], steps: Steps = STEPS) -> dict[str, Any]:
    """Bring stored `data` up to the current version, one step at a time."""
    for start in range(version, current_version(name, steps)):
        data = steps[name, start](data)
    return data
