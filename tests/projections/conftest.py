"""A simulated municipality in a store of its own."""

from itertools import islice
from random import Random

import pytest

from consumers.intake import Intake
from domain.times import parse_known_at
from infra.simulation import simulate
from infra.sqlite.store import SQLiteStore

NOW = parse_known_at("2024-01-01T08:00")


@pytest.fixture(scope="session")
def lines():
    return list(simulate(60, seed=7))


@pytest.fixture
def store():
    with SQLiteStore(None) as store:
        yield store


def take_in(store, lines):
    return Intake(store, lambda: NOW).take(lines)


def shuffled(lines, seed):
    mixed = lines[:]
    Random(seed).shuffle(mixed)
    return mixed


def in_parts(lines, size):
    rest = iter(lines)
    while part := list(islice(rest, size)):
        yield part
