"""Timing of the derivation of a case for a reader, wherever in answering a request it takes place."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar

Timing = Callable[[], AbstractContextManager[None]]

_timing: ContextVar[Timing | None] = ContextVar("timing", default=None)


def deriving() -> AbstractContextManager[None]:
    """Time the block as a derivation; outside of requests it is not timed."""
    timing = _timing.get()
    return timing() if timing else nullcontext()


@contextmanager
def timed_by(timing: Timing) -> Iterator[None]:
    """Say how derivations in the block are timed."""
    token = _timing.set(timing)
    try:
        yield
    finally:
        _timing.reset(token)
