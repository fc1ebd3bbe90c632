"""One job at a time, done beside the one who asks: while a batch is stored, the next is read."""

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Beside(Generic[T]):
    """A thread that does jobs. It is a daemon: a store that never answers must not keep the process from ending."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[tuple[Callable[[], T], Future[T]] | None] = SimpleQueue()
        Thread(target=self._work, name="storing", daemon=True).start()

    def do(self, job: Callable[[], T]) -> Future[T]:
        """Begin a job as soon as those before it are done."""
        done: Future[T] = Future()
        self._jobs.put((job, done))
        return done

    def end(self) -> None:
        """Let the thread end after its last job."""
        self._jobs.put(None)

    def _work(self) -> None:
        while (asked := self._jobs.get()) is not None:
            job, done = asked
            try:
                done.set_result(job())
            except BaseException as error:  # noqa: BLE001 - it is raised again where the result is asked for
                done.set_exception(error)
            del asked, job, done  # or the last batch would be kept until the next comes
