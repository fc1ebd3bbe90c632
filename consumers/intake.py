"""The one way in: check, dedupe, append, set aside; a batch is one transaction."""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing, contextmanager
from typing import NamedTuple

from consumers.checking import Checked, Checking
from consumers.cloudevents import Accepted
from consumers.event_store import EventStore, Place, SetAside, Writing
from consumers.lines import batches
from consumers.outcomes import Outcome, outcomes
from consumers.refusals import Rejected
from consumers.repeats import ref_of, sort_out
from consumers.revisions import unfit_corrections
from domain.events import EventCorrected
from domain.facts import EventRef
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
                report = report.plus(self.store(checked))
                checked.clear()  # or the collector would walk it
                if progress:
                    progress(report)
                collect()
        return report

    def take(self, lines: Sequence[bytes], read: Sequence[Read] = ()) -> IntakeReport:
        """Take one batch, and how far its sources were read, in one transaction. A place that is lost raises `FencedError`."""
        return self.store(self.check(lines), read)

    def check(self, lines: Iterable[bytes]) -> list[Checked]:
        """Check a batch that is to be stored later."""
        return self._checking.check(lines)

    def store(self, checked: Iterable[Checked], read: Sequence[Read] = ()) -> IntakeReport:
        """Do the rest of `take` with what is checked."""
        with self._store.writing(self._clock()) as log:
            settled = _settle(checked, log)
            log.set_aside(settled.rejected)
            for place, position in read:
                log.advance(place, position)
        return settled.report()

    def take_each(self, lines: Sequence[bytes]) -> list[Outcome]:
        """Take one batch in one transaction, and tell of each line what became of it."""
        checked = self._checking.check(lines)
        with self._store.writing(self._clock()) as log:
            settled = _settle(checked, log)
            numbers = log.set_aside(settled.rejected)
        return outcomes(checked, settled.new(), settled.rejected, numbers)

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
                settled = _settle(self._checking.check([event.raw if mended is None else mended]), log)
                report = report.plus(settled.report())
                if not settled.rejected:
                    log.mark_resent(event.number, mended)
                elif mended is None:
                    log.give_reason(event.number, settled.rejected[0])
        return report


class _Settled(NamedTuple):
    """A batch once it is appended: what was tried, what of it was there already, the repeats, and what is to be set aside."""

    tried: Mapping[EventRef, Accepted]
    stored: Sequence[Accepted]
    repeated: int
    rejected: list[Rejected]

    def report(self) -> IntakeReport:
        return IntakeReport(len(self.tried) - len(self.stored), self.repeated, Counter(event.code for event in self.rejected))

    def new(self) -> AbstractSet[EventRef]:
        return self.tried.keys() - map(ref_of, self.stored) if self.stored else self.tried.keys()


def _settle(checked: Iterable[Checked], log: Writing) -> _Settled:
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
    return _Settled(kept, stored, repeated, rejected)


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
