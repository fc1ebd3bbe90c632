"""The system's facts, found by the days they touch, so that a case takes only those that bear on its due dates."""

from collections.abc import Iterable
from datetime import date

from domain.course.circumstances import outage_days
from domain.events import DeadlineExtended, DeadlineSet, OutageRecorded
from domain.facts import EventRef, Fact
from domain.history import Decode, History
from domain.times import ONE_DAY


class SystemFacts:
    """The system's standing facts by day."""

    def __init__(self, facts: Iterable[Fact], decode: Decode) -> None:
        self._by_day: dict[date, list[Fact]] = {}
        for fact in History((), decode, facts).facts():
            for day in days_touched(fact):
                self._by_day.setdefault(day, []).append(fact)

    def bearing_on(self, facts: Iterable[Fact]) -> list[Fact]:
        """Give the system's facts that touch a due date among the facts of a case."""
        if not self._by_day:
            return []
        found = {fact.ref: fact for day in due_days(facts) for fact in self._by_day.get(day, ())}
        return list(found.values())


def due_days(facts: Iterable[Fact]) -> set[date]:
    """List every date that is, or was, a due date in a case."""
    return {fact.event.due for fact in facts if isinstance(fact.event, DeadlineSet | DeadlineExtended)}


def days_touched(fact: Fact) -> list[date]:
    """List the days a fact of the system touches."""
    if not isinstance(fact.event, OutageRecorded):
        return []
    first, last = outage_days(fact.event)
    return [first + ONE_DAY * n for n in range((last - first).days + 1)]


def days_changed(system: Iterable[Fact], new: set[EventRef], decode: Decode) -> set[date]:
    """List the days for which new facts of the system can change a case: as the outage was, and as it is now."""
    facts = list(system)
    before = History((), decode, [fact for fact in facts if fact.ref not in new]).facts()
    now = History((), decode, facts).facts()
    return {day for fact in {*before} ^ {*now} for day in days_touched(fact)}
