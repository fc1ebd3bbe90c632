"""One event of each type, as a simulated municipality sends it."""

from functools import cache
from typing import Any

import orjson

from domain.events import EVENT_TYPES
from infra.simulation.topic import simulate

CITIZENS = 200
_SEEDS = range(2, 50)
"""The first municipality in which every type occurs, and some more in case the simulation comes to draw otherwise."""


@cache
def examples() -> dict[str, dict[str, Any]]:
    """Give the first event of each type by its `type`."""
    found: dict[str, dict[str, Any]] = {}
    for seed in _SEEDS:
        for line in simulate(CITIZENS, seed):
            event = orjson.loads(line)
            found.setdefault(event["type"], event)
            if len(found) == len(EVENT_TYPES):
                return found
    raise LookupError(f"{len(EVENT_TYPES) - len(found)} event types occur in no simulated municipality. Let one tell them.")
