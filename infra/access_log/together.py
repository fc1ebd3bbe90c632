"""Notes written together: who comes while others' notes are written goes into the next transaction with all who wait."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Lock
from typing import NamedTuple

from infra.access_log.access import Access, fit

Write = Callable[[Sequence[Access]], None]


class _Waiting(NamedTuple):
    entries: Sequence[Access]
    leads: Future[bool]
    """Whether this one is to write for all who wait. Otherwise its own are written."""


class Together:
    """Writes the notes of many threads in few transactions, in one of those threads at a time."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._waiting: list[_Waiting] = []
        self._led = False
        self._lock = Lock()

    def note(self, entries: Sequence[Access]) -> None:
        """Write entries. What writing them raises is raised here, and in every thread whose entries went along."""
        if not entries:
            return
        # Looked at beforehand: an entry that is not fit must not stop those of others.
        mine = _Waiting([fit(entry) for entry in entries], Future())
        with self._lock:
            self._waiting.append(mine)
            leads, self._led = not self._led, True
        if leads or mine.leads.result():
            self._write_waiting(mine)

    def _write_waiting(self, mine: _Waiting) -> None:
        with self._leading() as together:
            others = [one for one in together if one is not mine]
            try:
                self._write([entry for one in together for entry in one.entries])
            except BaseException as error:
                for one in others:
                    one.leads.set_exception(error)
                raise
        for one in others:
            one.leads.set_result(False)

    @contextmanager
    def _leading(self) -> Iterator[Sequence[_Waiting]]:
        """Take all who wait, and hand over to the first of those who come meanwhile."""
        with self._lock:
            together, self._waiting = self._waiting, []
        try:
            yield together
        finally:
            with self._lock:
                self._led = bool(self._waiting)
                if self._waiting:
                    self._waiting[0].leads.set_result(True)
