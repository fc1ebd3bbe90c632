"""Ways in which events arrive."""

from itertools import islice
from random import Random

from consumers.intake import Intake
from domain.times import parse_known_at

NOW = parse_known_at("2024-01-01T08:00")


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
