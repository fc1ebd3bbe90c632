"""From a topic into the store: each batch and how far it reaches in one transaction, while the next is read and checked."""

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Event as Flag
from time import monotonic

from consumers.checking import Checked
from consumers.event_store import EventStore
from consumers.intake import Intake, IntakeReport
from consumers.kafka_lookout import Lookout
from consumers.kafka_pace import PACE, Pace
from consumers.kafka_places import Places
from consumers.kafka_reading import Batch, Member, Record
from consumers.kafka_records import structured_event
from consumers.kafka_set_aside import NotAnnouncedError, Outbox
from consumers.kafka_storing import Stored, Storing
from consumers.kafka_watch import Watch

log = logging.getLogger(__name__)

FIRST = 0
"""The partition whose reader announces what is set aside."""


class Loop:
    """Reads as one member of a group, until told to stop or until nothing more comes."""

    def __init__(
        self,
        member: Member,
        store: EventStore,
        intake: Intake,
        outbox: Outbox,
        watch: Watch,
        *,
        unavailable: tuple[type[Exception], ...],
        pace: Pace = PACE,
        until_idle: float | None = None,
        accept_gap: bool = False,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Make it ready. `unavailable` are the errors that say the store is gone for now."""
        self._member = member
        self._intake = intake
        self._places = Places(member, store, accept_gap=accept_gap)
        self._lookout = Lookout(member, self._places, watch, pace, clock)
        self._storing = Storing(intake, unavailable, pace, self._pause)
        self._outbox = outbox
        self._watch = watch
        self._unavailable = unavailable
        self._not_announced: tuple[type[Exception], ...] = (NotAnnouncedError, *unavailable)
        self._pace = pace
        self._until_idle = until_idle
        self._clock = clock
        self._quiet_since = self._announce_at = self._claim_at = clock()
        self._is_paused = self._is_claiming_late = False
        self.report = IntakeReport()

    def run(self, stop: Flag) -> None:
        """Read and store.

        Raises:
            LostRecordsError: Kafka no longer has what is next to be read.
            StalledError: this member is of no more use.

        """
        try:
            with _seldom_collecting():
                while not stop.is_set() and not self._is_idle():
                    self._turn(stop)
            self._settle(stop)
            self._member.commit(self._places.positions())
        finally:
            self._storing.end()

    def _turn(self, stop: Flag) -> None:
        batch = self._member.poll(self._pace.poll)
        self._follow_changes()
        checked = {partition: self._check(records) for partition, records in batch.items()}
        self._settle(stop)
        # What was polled of a place that is lost by now is dropped: it is read again from where the store has come to.
        fresh = {partition: records for partition, records in batch.items() if partition in self._places.held}
        self._claim()
        self._announce()
        if fresh:
            self._begin(fresh, [one for partition in fresh for one in checked[partition]])
        elif self._storing.is_idle:
            self._step_over_what_holds_no_event()
        self._lookout.look()

    def _check(self, records: Sequence[Record]) -> list[Checked]:
        return self._intake.check([structured_event(record.value, record.headers) for record in records])

    def _begin(self, batch: Batch, checked: Sequence[Checked]) -> None:
        self._quiet_since = self._clock()
        ends = {partition: records[-1].offset + 1 for partition, records in batch.items()}
        self._storing.begin(checked, ends, self._places.reads(ends))

    def _settle(self, stop: Flag) -> None:
        """Wait until the batch before is stored. Meanwhile the group hears that this reader lives."""
        if stored := self._storing.settled(stop):
            self._take_note(stored)
        if self._is_paused:
            self._is_paused = False
            self._watch.paused(is_paused=False)
            self._member.resume(self._places.held)

    def _take_note(self, stored: Stored) -> None:
        if stored.report is None:
            log.warning("En anden forbruger har overtaget mindst én af partitionerne %s. Intet af portionen er gemt", sorted(stored.ends))
            self._watch.fenced()
            self._places.doubt(stored.ends)
            return
        self._places.advance(stored.ends)
        self.report = self.report.plus(stored.report)
        self._watch.stored(stored.report, stored.seconds)
        if stored.report.set_aside:
            self._announce_at = self._clock()

    def _pause(self, seconds: float) -> None:
        """Read nothing for a while, but take part in the group."""
        self._is_paused = True
        self._watch.paused(is_paused=True)
        self._member.pause(self._places.held)
        polled = self._member.poll(seconds)
        self._follow_changes()
        self._places.doubt(polled)  # nothing is polled of what is paused; were it so, it must be read again
        self._lookout.forget()
        self._quiet_since = self._clock()

    def _follow_changes(self) -> None:
        for partition in self._places.follow_changes():
            self._watch.lag(partition, None)
        if FIRST not in self._places.held:
            self._outbox.leave()

    def _claim(self) -> None:
        if self._claim_at > self._clock():
            return
        try:
            self._places.claim()
        except self._unavailable as error:
            log.warning("Lageret svarer ikke (%s). Nye partitioner venter", type(error).__name__)
            self._claim_at = self._clock() + self._pace.store
            self._watch.paused(is_paused=True)
            self._is_claiming_late = True
            return
        if self._is_claiming_late:
            self._is_claiming_late = False
            self._watch.paused(is_paused=False)

    def _announce(self) -> None:
        if FIRST not in self._places.held or self._announce_at > self._clock():
            return
        self._announce_at = self._clock() + self._pace.announce
        try:
            self._watch.announced(self._outbox.announce_all())
        except self._not_announced as error:
            log.warning("Det, der er lagt til side, kunne ikke annonceres (%s). Prøver igen", type(error).__name__)

    def _step_over_what_holds_no_event(self) -> None:
        """Store that the markers of Kafka's transactions are read too, or they would be looked for when Kafka has deleted them."""
        polled = {partition: (self._member.position(partition), stored) for partition, stored in self._places.positions().items()}
        ends = {partition: position for partition, (position, stored) in polled.items() if position is not None and position > stored}
        if ends:
            self._storing.begin([], ends, self._places.reads(ends))

    def _is_idle(self) -> bool:
        if self._until_idle is None:
            return False
        if not self._storing.is_idle or not self._places.are_complete or not self._member.is_settled():
            self._quiet_since = self._clock()
        return self._quiet_since + self._until_idle <= self._clock() and self._lookout.has_read_all()


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Let the garbage collector look at a batch once and not a hundred times: that is a fifth of all work."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(200_000, 10, 10)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
