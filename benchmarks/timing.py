"""Timing: rounds that interleave what is compared, and medians over them."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def rounds(times: int, *works: Callable[[], float]) -> list[list[float]]:
    """Let each work measure itself once a round, so that what else the machine does falls on all. Gives the values by work."""
    found = [[work() for work in works] for _ in range(times)]
    return [list(values) for values in zip(*found, strict=True)]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Give the median over the rounds of ours to theirs."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the garbage collector out of a measurement."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
