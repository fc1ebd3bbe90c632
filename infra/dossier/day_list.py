"""Every day of every deadline, counted or not, with its reason: asked of the domain, day by day."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from domain.decision_check import DecisionCheck
from domain.derive import Look
from domain.document import Document, Law, explanation, law_of_deduction, law_of_rules
from domain.times import ONE_DAY
from domain.trace import Ruling
from domain.uncounted import Kind, verdict_on


class JudgedDay(NamedTuple):
    """A day and what it is for a deadline."""

    date: date
    kind: Literal[Kind, "counted"]
    ruling: Ruling
    decided: bool
    """Whether a standing decision has it."""

    @property
    def law(self) -> list[str]:
        """Name the provisions."""
        return law_by(self.kind)(self.ruling)


def law_by(kind: str) -> Law:
    """Choose how the law behind a day is named, as `case diff` and `case decisions` do."""
    return law_of_rules if kind == "blocked" else law_of_deduction


class DeadlineDays(NamedTuple):
    """A deadline's days: its whole interval, and every day that was decided."""

    deadline_id: str
    due: date
    days: tuple[JudgedDay, ...]


def day_lists(seen: Look, checks: tuple[DecisionCheck, ...]) -> tuple[DeadlineDays, ...]:
    """Judge the days of each deadline. One that led to no days says so on its due date."""
    dues = {deadline.id: deadline.due for deadline in seen.course.deadlines}
    return tuple(DeadlineDays(id_, due, tuple(_judged(seen, id_, checks))) for id_, due in dues.items())


def _judged(seen: Look, deadline_id: str, checks: tuple[DecisionCheck, ...]) -> Iterator[JudgedDay]:
    standing = [check for check in checks if check.revoked is None and check.decision.event.deadline_id == deadline_id]
    decided = {day for check in standing for day in check.decision.event.days}
    for day in sorted({*_interval(seen, deadline_id), *decided}):
        kind, ruling = verdict_on(seen, deadline_id, day)
        yield JudgedDay(day, kind, ruling, day in decided)


def _interval(seen: Look, deadline_id: str) -> Iterator[date]:
    for deadline in seen.course.deadlines:
        if deadline.id != deadline_id:
            continue
        yield deadline.due
        judgement = seen.judged.get(deadline)
        if judgement is not None and judgement.interval is not None:
            day, last = judgement.interval.first, min(judgement.interval.last, seen.view.valid_on)
            while day <= last:
                yield day
                day += ONE_DAY


def as_document(found: DeadlineDays) -> Document:
    """Spell the days out."""
    return {"deadline_id": found.deadline_id, "due": found.due.isoformat(), "days": [_day(day) for day in found.days]}


def _day(day: JudgedDay) -> Document:
    return {"date": day.date.isoformat(), "kind": day.kind, "decided": day.decided, **explanation(day.ruling, law_by(day.kind))}
