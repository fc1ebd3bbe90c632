"""One event: trusted decoding in replays, and the check at the door."""

from collections.abc import Callable
from statistics import median

import orjson

from benchmarks.figures import Figure
from benchmarks.municipality import lines
from benchmarks.sizes import Sizes
from benchmarks.timing import ratio, rounds, seconds, without_collector
from consumers.cloudevents import Accepted, Door
from consumers.decoding import DECODERS, topic_of

TAKEN = 20_000


def measure(sizes: Sizes) -> list[Figure]:
    """Time both over simulated events, with `orjson.loads` of the same bytes beside them."""
    taken = lines(sizes.citizens)[-TAKEN:]
    door = Door()
    checked = [one for one in map(door.check, taken) if isinstance(one, Accepted)]
    stored = [(DECODERS[topic_of(one.type_name, one.version)], one.state) for one in checked]

    def each(work: Callable[[], object]) -> float:
        return seconds(work) / len(taken) * 1e6

    with without_collector():
        parsed, decoded, let_in = rounds(
            2 * sizes.rounds + 1,
            lambda: each(lambda: [orjson.loads(line) for line in taken]),
            lambda: each(lambda: [decode(state) for decode, state in stored]),
            lambda: each(lambda: [door.check(line) for line in taken]),
        )
    peer = "orjson.loads, nothing checked"
    return [
        Figure("decode (trusted)", median(decoded), "µs/event", "lower", peer, median(parsed), ratio(parsed, decoded)),
        Figure("door: every check", median(let_in), "µs/event", "lower", peer, median(parsed), ratio(parsed, let_in)),
    ]
