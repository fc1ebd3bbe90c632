"""The lane of sickness and absence: sick until well again, holidays, other absence, and grounds that were assessed."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.course.records import Spell
from domain.events import AbsenceRecorded, AvailabilityExempted, GroundAssessed, HolidayNotified, RecoveryReported, SicknessReported
from domain.facts import Fact
from domain.texts import danish_date
from domain.times import ONE_DAY
from infra.drawing.pieces import Piece, Strand
from infra.drawing.targets import EventTarget
from infra.drawing.words import later, period, told
from infra.event_words import CODES


def absence(sickness: Sequence[Spell], facts: Sequence[Fact], until: date) -> Iterator[Strand]:
    """Give the times and the reports."""
    for spell in sickness:
        yield _sick(spell, until)
    for fact in facts:
        if isinstance(fact.event, SicknessReported | RecoveryReported):
            look = "sick_report" if isinstance(fact.event, SicknessReported) else "well_report"
            yield Strand((Piece("absence", fact.day, fact.day, look, told(fact), EventTarget(fact.ref)),))
        else:
            yield from _away(fact)


def _sick(spell: Spell, until: date) -> Strand:
    """From the deregistration for sickness to the day before the recovery; well again the same day is that day."""
    running = spell.until is None
    last = until if spell.until is None else max(spell.first, spell.until - ONE_DAY)
    times = f"fra {danish_date(spell.first)}, ikke raskmeldt" if running else period(spell.first, last)
    piece = Piece("absence", spell.first, last, "sick", f"Syg {times}{later(spell.fact)}", EventTarget(spell.fact.ref), open=running)
    return Strand((piece,), "Syg, efterregistreret" if later(spell.fact) else "Syg")


def _away(fact: Fact) -> Iterator[Strand]:
    event = fact.event
    match event:
        case HolidayNotified():
            look, label = "holiday", "Ferie"
        case AbsenceRecorded():
            look, label = "away", CODES["kind", event.kind].capitalize() if event.kind != "other" else "Fravær"
        case AvailabilityExempted():
            look, label = "away", "Fritaget for rådighed"
        case GroundAssessed(accepted=True):
            look, label = "ground", f"Grund: {CODES['kind', event.kind]}"
        case GroundAssessed():
            look, label = "ground_refused", "Grund ikke godkendt"
        case _:
            return
    if event.from_ <= event.to:
        yield Strand((_bar(look, fact, event.from_, event.to),), label)


def _bar(look: str, fact: Fact, first: date, last: date) -> Piece:
    return Piece("absence", first, last, look, told(fact), EventTarget(fact.ref))
