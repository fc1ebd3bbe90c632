"""The contrast: how late a fact could have come and still have mattered.

Two questions, since a fact has two times that people can be late with.

- *When it was so.* Only the effective time is moved, at the same time of day; its other dates stay. Day after day is tried from
  the fact's own on, for as long as everything that follows from the fact still follows, and as long as any of it does. So "at the
  latest" holds for every day up to it; a day is not found by halving, since other facts may come in between.
- *When it was known.* A fact counts in what was known exactly when it was known by then. So the latest instant at which it had
  borne on a decision or a deduction is that at which the decision or deduction itself was known.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from domain.derive import day_lists
from domain.events import DeductionMade, EventCorrected, EventRetracted, SanctionDecided
from domain.facts import Fact
from domain.history import History, KnownBy
from domain.imagined import ImaginedHistory, Note
from domain.policy import DEFAULT_POLICY, Policy
from domain.times import COPENHAGEN, ONE_DAY, Instant, moment, parse_effective
from domain.view import dates


class Step(NamedTuple):
    """A decision or a deduction that would have rested on fewer days, had the fact been known in time."""

    fact: Fact
    """The decision or the deduction."""
    latest: Instant
    """The latest instant at which the fact had to be known."""
    days: tuple[date, ...]
    """The step's days that the file would then not have shown."""
    in_time: bool
    """Was the fact known by then?"""


class Contrast(NamedTuple):
    """What follows from one fact, and how late it could have come."""

    note: Fact
    valid_on: date
    gone: tuple[date, ...]
    """The days of deduction that are none because of the fact."""
    come: tuple[date, ...]
    """The days of deduction that are so because of the fact."""
    latest: date | None
    """All of it would follow on every day from the fact's own through this; None where nothing does, and for a revision."""
    latest_any: date | None
    """Some of it would follow on every day through this."""
    steps: tuple[Step, ...]


def contrasts(
    imagined: ImaginedHistory,
    valid_on: date,
    known_at: Instant | None = None,
    policy: Policy = DEFAULT_POLICY,
    known_by: KnownBy = "registered",
) -> tuple[Contrast, ...]:
    """Give the contrast of each imagined change, with all the other changes as imagined."""
    return tuple(_Contrasting(note, without, valid_on, known_at, policy, known_by).found() for note, without in imagined.each_without())


class _Contrasting:
    def __init__(self, note: Note, without: History, valid_on: date, known_at: Instant | None, policy: Policy, known_by: KnownBy) -> None:
        self._note = note
        self._without = without
        self._valid_on = valid_on
        self._known_at = known_at
        self._policy = policy
        self._known_by = known_by
        self._base = self._days(without, valid_on, known_at)

    def found(self) -> Contrast:
        """Give the contrast."""
        gone, come = self._effect(self._note.fact)
        latest, latest_any = self._latest(gone, come) if gone or come else (None, None)
        return Contrast(self._note.fact, self._valid_on, tuple(sorted(gone)), tuple(sorted(come)), latest, latest_any, tuple(self._steps()))

    def _effect(self, fact: Fact) -> tuple[set[date], set[date]]:
        """Give the days of deduction that go and that come with the fact."""
        with_ = self._days(self._with(fact), self._valid_on, self._known_at)
        return self._base - with_, with_ - self._base

    def _latest(self, gone: set[date], come: set[date]) -> tuple[date | None, date | None]:
        """Give the day through which all of the effect follows, and the day through which any of it does."""
        if isinstance(self._note.fact.event, EventRetracted | EventCorrected):
            return None, None
        latest = latest_any = day = self._note.fact.day
        while day < self._valid_on:
            day += ONE_DAY
            gone_then, come_then = self._effect(moved(self._note.fact, day))
            if not (gone & gone_then or come & come_then):
                break
            latest_any = day
            if gone <= gone_then and come <= come_then and latest == day - ONE_DAY:
                latest = day
        return latest, latest_any

    def _steps(self) -> Iterator[Step]:
        """Look at each decision and deduction with what was known when it was, and with the fact known just then, too."""
        clock = self._known_by
        for fact in self._without.facts(self._known_at, clock):
            if not isinstance(fact.event, SanctionDecided | DeductionMade) or fact.day > self._valid_on:
                continue
            known: Instant = getattr(fact, clock)
            in_time = self._note.fact._replace(**{clock: min(known, getattr(self._note.fact, clock))})
            shown = self._days(self._without, fact.day, known, fact.event.deadline_id)
            spared = shown - self._days(self._with(in_time), fact.day, known, fact.event.deadline_id)
            days = tuple(sorted(spared.intersection(fact.event.days)))
            if days:
                yield Step(fact, known, days, getattr(self._note.fact, clock) <= known)

    def _with(self, fact: Fact) -> History:
        return self._without.adding(fact, of_system=self._note.of_system)

    def _days(self, history: History, day: date, known_at: Instant | None, deadline_id: str | None = None) -> set[date]:
        runs = day_lists(history.facts(known_at, self._known_by), day, self._policy).sanctionable
        return set(dates(tuple(run for run in runs if deadline_id is None or run.deadline_id == deadline_id), day))


def moved(fact: Fact, day: date) -> Fact:
    """Give the fact as if it had been so on another day, at the same time of day."""
    text = fact.event.effective
    if len(text) == len("2022-03-01"):
        text = day.isoformat()
    else:
        text = datetime.combine(day, moment(fact.effective).time(), COPENHAGEN).isoformat()
    effective, legal_day = parse_effective(text)
    return fact._replace(event=replace(fact.event, effective=text), effective=effective, day=legal_day)
