"""The writer's lane: who comes while a batch is written is taken together with the others in the next transaction."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from anyio import CapacityLimiter, to_thread
from opentelemetry.trace import SpanContext

from consumers.outcomes import Outcome
from infra.telemetry.contexts import here
from infra.telemetry.posted import sent_by

Take = Callable[[Sequence[bytes]], list[Outcome]]

TOGETHER = 5_000
"""Events beyond which nobody else is taken along: the first in the row waits for the whole of it."""


class BusyError(RuntimeError):
    """As many requests as there are places are in hand."""


class _Waiting(NamedTuple):
    lines: Sequence[bytes]
    told: asyncio.Future[list[Outcome]]
    sender: SpanContext


class Lane:
    """Takes batches one transaction at a time, in a thread of its own, in their order."""

    def __init__(self, take: Take, places: int) -> None:
        self._take = take
        self._places = places
        self._held = 0
        self._waiting: deque[_Waiting] = deque()
        self._writing: asyncio.Task[None] | None = None
        self._thread = CapacityLimiter(1)

    @property
    def held(self) -> int:
        """How many places are held."""
        return self._held

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place from before the body is read until the answer is known.

        Raises:
            BusyError: there is none.

        """
        if self._held >= self._places:
            raise BusyError
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1

    async def take(self, lines: Sequence[bytes]) -> list[Outcome]:
        """Take a batch, and tell what became of each line once that is on the disk."""
        told: asyncio.Future[list[Outcome]] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(lines, told, here()))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await told

    async def _write(self) -> None:
        try:
            while self._waiting:
                await self._commit(self._next())
        finally:
            self._writing = None

    def _next(self) -> list[_Waiting]:
        together = [self._waiting.popleft()]
        events = len(together[0].lines)
        while self._waiting and events + len(self._waiting[0].lines) <= TOGETHER:
            together.append(self._waiting.popleft())
            events += len(together[-1].lines)
        return together

    async def _commit(self, together: Sequence[_Waiting]) -> None:
        try:
            with sent_by([one.sender for one in together]):
                told = iter(await to_thread.run_sync(self._take, [line for one in together for line in one.lines], limiter=self._thread))
        except Exception as error:  # noqa: BLE001 - it is raised where the answer is waited for
            for one in together:
                if not one.told.done():
                    one.told.set_exception(error)
            return
        for one in together:
            mine = [next(told) for _ in one.lines]
            if not one.told.done():
                one.told.set_result(mine)
