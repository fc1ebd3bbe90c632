"""Checking many lines: in this process, or beside the one that writes once there are enough of them."""

import gc
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, compress
from multiprocessing import get_context

from consumers.cloudevents import Accepted, Door
from consumers.refusals import Rejected

Checked = Accepted | Rejected

ALONE = 20_000
"""Lines that are checked sooner than a helping process has started."""

_Packed = tuple[list[tuple[object, ...]], dict[int, Rejected]]
"""The columns of the accepted events, and the rejected ones by their number, without the bytes that the asker has."""


class Checking:
    """Checks lines in this process."""

    def __init__(self, door: Door | None = None) -> None:
        self._check = (door or Door()).check

    def check(self, lines: Iterable[bytes]) -> list[Checked]:
        """Check some lines."""
        return list(map(self._check, lines))

    def stream(self, batches: Iterator[list[bytes]]) -> Generator[list[Checked], None, None]:
        """Check batch after batch."""
        return (self.check(lines) for lines in batches)


class CheckingBeside(Checking):
    """Checks long streams in other processes, in their order, while this one writes."""

    def __init__(self, helpers: int, alone: int = ALONE) -> None:
        super().__init__()
        self._helpers = helpers
        self._alone = alone

    def stream(self, batches: Iterator[list[bytes]]) -> Generator[list[Checked], None, None]:
        """Check batch after batch, the first lines here: a short stream is over before a helper is up."""
        seen = 0
        for lines in batches:
            seen += len(lines)
            following = next(batches, None) if seen >= self._alone else None
            if following is not None:
                yield from self._with_helpers(lines, chain([following], batches))
                return
            yield self.check(lines)

    def _with_helpers(self, lines: list[bytes], following: Iterator[list[bytes]]) -> Iterator[list[Checked]]:
        pool = ProcessPoolExecutor(self._helpers, get_context("spawn"), _begin_to_help)
        waiting: deque[tuple[list[bytes], Future[_Packed]]] = deque()
        try:
            _ask(pool, following, waiting)  # so that the helper starts while the lines at hand are checked here
            yield self.check(lines)
            for _ in range(self._helpers):
                _ask(pool, following, waiting)
            while waiting:
                asked, answer = waiting.popleft()
                packed = answer.result()
                _ask(pool, following, waiting)
                yield _unpacked(asked, packed)
        finally:
            pool.shutdown(cancel_futures=True)


def _ask(pool: ProcessPoolExecutor, batches: Iterator[list[bytes]], waiting: deque[tuple[list[bytes], Future[_Packed]]]) -> None:
    """Hand the next batch to the helpers, if there is one."""
    lines = next(batches, None)
    if lines is not None:
        waiting.append((lines, pool.submit(_check_for_another, lines)))


_helper: Checking


def _begin_to_help() -> None:
    """Run once in a helper. A break from the keyboard is the asker's to handle."""
    global _helper  # noqa: PLW0603 - a helper's state between two batches has no other place
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _helper = Checking()
    gc.freeze()
    gc.disable()


def _check_for_another(lines: list[bytes]) -> _Packed:
    packed = _packed(_helper.check(lines))
    gc.collect()
    return packed


def _packed(checked: Sequence[Checked]) -> _Packed:
    rejected = {number: one._replace(raw=b"") for number, one in enumerate(checked) if isinstance(one, Rejected)}
    return list(zip(*(one[:-1] for one in checked if isinstance(one, Accepted)), strict=True)), rejected


def _unpacked(lines: Sequence[bytes], packed: _Packed) -> list[Checked]:
    columns, rejected = packed
    taken = compress(lines, (number not in rejected for number in range(len(lines)))) if rejected else lines
    accepted: list[Checked] = list(map(Accepted._make, zip(*columns, taken, strict=True))) if columns else []
    for number, one in rejected.items():  # in rising order, so that each finds its place
        accepted.insert(number, one._replace(raw=lines[number]))
    return accepted
