"""A case's events and what follows from them, in the order of days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from domain.derive import derive, unfold
from domain.events import EventCorrected, EventRetracted
from domain.facts import EventRef, Fact, order_key
from domain.history import until
from domain.policy import Policy
from domain.times import day_of
from domain.view import CaseView, DeadlineState, days
from infra.cases import Case, revisions_among
from infra.danish_dates import Stretch, stretches

Standing = Literal["standing", "corrected", "retracted", "revision"]


class Happened(NamedTuple):
    """An event."""

    day: date
    fact: Fact
    standing: Standing
    revised_by: tuple[Fact, ...]
    """The retractions and corrections that name it."""

    @property
    def days_late(self) -> int:
        """Tell how many days later than it was so it was registered."""
        return max(0, (day_of(self.fact.registered) - self.fact.day).days)


class StateChanged(NamedTuple):
    """A deadline came into another state by time alone or by an event."""

    day: date
    deadline_id: str
    state: DeadlineState


class DaysBegan(NamedTuple):
    """The first of some days with one ruling."""

    day: date
    key: str
    """The list, by its key in the case view."""
    stretch: Stretch


Entry = Happened | StateChanged | DaysBegan
_BY_TIME_ALONE = frozenset({"overdue", "lapsed"})


def timeline(case: Case, last: date, policy: Policy) -> list[Entry]:
    """Tell a case from its first day through another."""
    history = case.history
    days_of_change = [status.day for status in unfold(history.facts(), policy) if status.day < last]
    views = [derive(history, day, policy=policy) for day in (*days_of_change, last)]
    entries: list[Entry] = [*happened(case.facts, until(history.facts(), last), last), *_state_changes(views)]
    entries += _days(views[-1], last)
    return sorted(entries, key=_place)


def _place(entry: Entry) -> tuple[date, int]:
    """What time alone brings stands at the beginning of its day, what an event brings after the day's events."""
    match entry:
        case DaysBegan():
            return entry.day, 1
        case StateChanged():
            return entry.day, 0 if entry.state in _BY_TIME_ALONE else 3
        case Happened():
            return entry.day, 2


def happened(known: Sequence[Fact], standing: Sequence[Fact], last: date) -> Iterator[Happened]:
    """Give the events as they stand now, and in their old place those that do not stand any more."""
    revisions, stands = revisions_among(known), {fact.ref: fact for fact in standing}
    shown = [stands.get(fact.ref, fact) for fact in known]
    for fact in sorted(shown, key=order_key):
        if fact.day <= last:
            ref = fact.ref
            yield Happened(fact.day, fact, _standing(fact, ref, stands), tuple(revisions.get(ref, ())))


def _standing(fact: Fact, ref: EventRef, stands: Mapping[EventRef, Fact]) -> Standing:
    if isinstance(fact.event, EventRetracted | EventCorrected):
        return "revision"
    if ref not in stands:
        return "retracted"
    return "corrected" if fact.corrections else "standing"


def _state_changes(views: list[CaseView]) -> Iterator[StateChanged]:
    for before, after in pairwise(views):
        was = {deadline.deadline_id: deadline.state for deadline in before.deadlines}
        for deadline in after.deadlines:
            if deadline.deadline_id in was and was[deadline.deadline_id] != deadline.state:
                yield StateChanged(after.valid_on, deadline.deadline_id, deadline.state)


def _days(view: CaseView, last: date) -> Iterator[DaysBegan]:
    lists = (
        ("sanctionable_days", view.sanctionable),
        ("blocked_days", view.blocked),
        ("no_show_days", view.no_show),
        ("registration_gap", view.gap),
    )
    for key, runs in lists:
        for stretch in stretches(days(runs, last)):
            yield DaysBegan(stretch.days[0], key, stretch)
