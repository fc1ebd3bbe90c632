"""The batch that is being stored: tried until the store takes it, beside the one who reads."""

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, wait
from threading import Event as Flag
from time import monotonic
from typing import NamedTuple

from consumers.checking import Checked
from consumers.event_store import FencedError
from consumers.intake import Intake, IntakeReport, Read
from consumers.kafka_beside import Beside
from consumers.kafka_pace import Pace

log = logging.getLogger(__name__)


class Stored(NamedTuple):
    """What became of a batch."""

    ends: Mapping[int, int]
    """How far its partitions were read."""
    report: IntakeReport | None
    """None when a place was claimed by another: nothing of it is stored."""
    seconds: float


class _Job(NamedTuple):
    checked: Sequence[Checked]
    ends: Mapping[int, int]
    reads: Sequence[Read]
    begun: float
    done: Future[IntakeReport]


class Storing:
    """Stores one batch at a time."""

    def __init__(self, intake: Intake, unavailable: tuple[type[Exception], ...], pace: Pace, meanwhile: Callable[[float], None]) -> None:
        """Make it ready. `meanwhile` is called with seconds to spend when the store is slow or gone."""
        self._intake = intake
        self._unavailable = unavailable
        self._pace = pace
        self._meanwhile = meanwhile
        self._beside: Beside[IntakeReport] = Beside()
        self._job: _Job | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being stored."""
        return self._job is None

    def end(self) -> None:
        """Let the thread go."""
        self._beside.end()

    def begin(self, checked: Sequence[Checked], ends: Mapping[int, int], reads: Sequence[Read]) -> None:
        """Begin to store a batch."""
        self._job = _Job(checked, ends, reads, monotonic(), self._beside.do(lambda: self._intake.store(checked, reads)))

    def settled(self, stop: Flag) -> Stored | None:
        """Wait until the batch is stored; None when there is none, or when the store does not answer and it is time to stop."""
        retry = self._pace.first_retry
        while (job := self._job) is not None:
            if not self._is_done(job, stop):
                return None
            self._job = None
            try:
                report = job.done.result()
            except FencedError:
                return Stored(job.ends, None, monotonic() - job.begun)
            except self._unavailable as error:
                log.warning("Lageret svarer ikke (%s). Prøver igen om %.1f sekunder", type(error).__name__, retry)
                self._meanwhile(retry)
                if stop.is_set():
                    return None
                retry = min(2 * retry, self._pace.last_retry)
                self.begin(job.checked, job.ends, job.reads)
            else:
                return Stored(job.ends, report, monotonic() - job.begun)
        return None

    def _is_done(self, job: _Job, stop: Flag) -> bool:
        """Wait for the job. False when told to stop and it takes too long: a batch that is not stored is read again."""
        while not wait([job.done], self._pace.store).done:
            if stop.is_set():
                return bool(wait([job.done], self._pace.finish).done)
            self._meanwhile(0.1)
        return True
