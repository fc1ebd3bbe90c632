"""Finding a case worth showing: days of deduction that a late registration made fewer."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from domain.derive import derive
from domain.events import ContactRestored, GroundAssessed, NoSlotsReported
from domain.policy import Policy
from domain.times import ONE_DAY, day_of, end_of
from domain.view import days
from infra.cases import Case
from infra.stores import Store

TELLING = (ContactRestored, GroundAssessed, NoSlotsReported)
"""Facts whose late registration is easily understood."""


class Turn(NamedTuple):
    """The day on which a case came to look otherwise."""

    case: Case
    deadline_id: str
    published: date
    learnt: date
    """The day on which the fact was registered."""
    before: int
    """Days of the deadline, as the case was known the day before."""
    after: int
    facts: int
    """How many facts of the case lie between the publication and that day: fewer are easier to read."""


def turns(store: Store, policy: Policy) -> Iterator[Turn]:
    """Give every turn in the store, case by case."""
    system = tuple(store.system_facts())
    for case, facts in store.read_by_case():
        yield from _of_case(Case(case, tuple(facts), system), policy)


def most_telling(found: Iterable[Turn]) -> Turn | None:
    """Choose one: some days gone and some left, and as many gone as a short story allows. Equal stores give the same one."""
    return max(found, key=lambda turn: (turn.after > 0, min(turn.before - turn.after, 10), -turn.facts, turn.case.id), default=None)


def _of_case(case: Case, policy: Policy) -> Iterator[Turn]:
    for fact in case.own:
        learnt = day_of(fact.registered)
        if isinstance(fact.event, TELLING) and learnt > fact.day:
            yield from _on(case, learnt, policy)


def _on(case: Case, learnt: date, policy: Policy) -> Iterator[Turn]:
    """Compare the case at the end of a day with what the evening before let one believe of that day."""
    history = case.history
    before, after = (derive(history, learnt, end_of(at), policy) for at in (learnt - ONE_DAY, learnt))
    was, now = ([day.deadline_id for day in days(view.sanctionable, learnt)] for view in (before, after))
    for deadline in after.deadlines:
        name = deadline.deadline_id
        if was.count(name) > now.count(name):
            facts = sum(deadline.published <= fact.day <= learnt for fact in case.own)
            yield Turn(case, name, deadline.published, learnt, was.count(name), now.count(name), facts)
