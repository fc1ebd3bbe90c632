"""The one way in: check, dedupe, append, set aside; a batch is one transaction."""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import NamedTuple

from consumers.checking import Checked, Checking
from consumers.cloudevents import Accepted
from consumers.event_store import EventStore, Place, SetAside, Writing
from consumers.lines import batches
from consumers.refusals import Rejected
from consumers.repeats import ref_of, sort_out
from consumers.revisions import unfit_corrections
from domain.events import EventCorrected
from domain.times import Instant

Clock = Callable[[], Instant]

BATCH = 20_000
"""Events in a commit of a long stream: new events touch every page of the indexes, and a page is written once a commit."""


class IntakeReport(NamedTuple):
    """What became of the events."""

    accepted: int = 0
    repeated: int = 0
    set_aside: Counter[str] = Counter()  # noqa: RUF012 - never changed: `+` makes a new one
    """How many for each reason, by code."""

    def plus(self, other: "IntakeReport") -> "IntakeReport":
        """Add up two reports."""
        return IntakeReport(self.accepted + other.accepted, self.repeated + other.repeated, self.set_aside + other.set_aside)


class Read(NamedTuple):
    """A place, and the next position to be read there once the batch at hand is stored."""

    place: Place
    position: int


class Intake:
    """Takes events into a store. It never stops at a bad one."""

    def __init__(self, store: EventStore, clock: Clock, checking: Checking | None = None) -> None:
        self._store = store
        self._clock = clock
        self._checking = checking or Checking()

    def run(self, lines: Iterable[bytes], batch_size: int = BATCH, progress: Callable[[IntakeReport], None] | None = None) -> IntakeReport:
        """Take a stream of lines, a batch at a time. `progress` hears the sum so far after each batch."""
        report = IntakeReport()
        with _collecting_between_batches() as collect, closing(self._checking.stream(batches(lines, batch_size))) as stream:
            for checked in stream:
                report = report.plus(self._store_all(checked))
                checked.clear()  # or the collector would walk it
                if progress:
                    progress(report)
                collect()
        return report

    def take(self, lines: Sequence[bytes], read: Sequence[Read] = ()) -> IntakeReport:
        """Take one batch, and how far its sources were read, in one transaction. A place that is lost raises `FencedError`."""
        return self._store_all(self._checking.check(lines), read)

    def _store_all(self, checked: Iterable[Checked], read: Sequence[Read] = ()) -> IntakeReport:
        with self._store.writing(self._clock()) as log:
            report, rejected = _settle(checked, log)
            log.set_aside(rejected)
            for place, position in read:
                log.advance(place, position)
        return report

    def resend(self, numbers: Sequence[int] | None = None, mended: bytes | None = None) -> IntakeReport:
        """Try set-aside events again: those numbered, or every open one. `mended` replaces the content of a single one."""
        if mended is not None and (numbers is None or len(numbers) != 1):
            raise ValueError("mended content replaces one set-aside event. Give exactly one number with it.")
        report, last = IntakeReport(), 0
        while waiting := self._store.set_aside_events("open", numbers=numbers, after=last):
            last = waiting[-1].number
            report = report.plus(self._again(waiting, mended))
        return report

    def _again(self, waiting: Sequence[SetAside], mended: bytes | None) -> IntakeReport:
        report = IntakeReport()
        with self._store.writing(self._clock()) as log:
            for event in waiting:
                outcome, rejected = _settle(self._checking.check([event.raw if mended is None else mended]), log)
                report = report.plus(outcome)
                if not rejected:
                    log.mark_resent(event.number, mended)
                elif mended is None:
                    log.give_reason(event.number, rejected[0])
        return report


def _settle(checked: Iterable[Checked], log: Writing) -> tuple[IntakeReport, list[Rejected]]:
    """Append what is new and right; give the rest."""
    events: list[Accepted] = []
    rejected: list[Rejected] = []
    for event in checked:
        if isinstance(event, Accepted):
            events.append(event)
        else:
            rejected.append(event)
    kept, repeated = sort_out(events, {}, rejected)
    # A correction that is stored already is a repeat: it is not judged again by what its target has become.
    if corrections := [ref for ref, event in kept.items() if event.type_name == EventCorrected.NAME]:
        known = log.find(corrections)
        repeated += sort_out([kept.pop(ref) for ref in known], known, rejected)[1]
        for ref, unfit in unfit_corrections(kept, log).items():
            rejected.append(unfit)
            del kept[ref]
    stored = log.append_new(kept.values())
    if stored:
        repeated += sort_out(stored, log.find(ref_of(event) for event in stored), rejected)[1]
    return IntakeReport(len(kept) - len(stored), repeated, Counter(event.code for event in rejected)), rejected


@contextmanager
def _collecting_between_batches() -> Iterator[Callable[[], object]]:
    """Keep the garbage collector from walking a batch again and again while it grows."""
    was_enabled = gc.isenabled()
    gc.freeze()
    gc.disable()
    try:
        yield gc.collect
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()
