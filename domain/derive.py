"""The heart: one pure function from a citizen's facts to everything we say about the case."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from domain.course.fold import take
from domain.course.state import Course
from domain.facts import Fact
from domain.findings import Judged
from domain.history import History, KnownBy, until
from domain.lens import Lens
from domain.policy import DEFAULT_POLICY, Policy
from domain.rulesets import LAW, Law
from domain.times import Instant
from domain.view import CaseView, DailyStatus, DayLists


def derive(
    history: History,
    valid_on: date,
    known_at: Instant | None = None,
    policy: Policy = DEFAULT_POLICY,
    known_by: KnownBy = "registered",
    law: Law = LAW,
) -> CaseView:
    """Say what the case is at the end of a day, as it was known at an instant, under a reading of the law.

    Args:
        history: the citizen's facts and the system's.
        valid_on: the local day looked at, to its end.
        known_at: leave out what came later; None is everything known.
        policy: the readings of open questions.
        known_by: is a fact known when the authority registered it, or when this system received it?
        law: which rule set judges which date.

    Total: it returns for any sequence of valid events.

    """
    return look(history, valid_on, known_at, policy, known_by, law).view


class Look(NamedTuple):
    """A case looked at: what is said of it, and what that was read from."""

    view: CaseView
    course: Course
    judged: Judged


def look(
    history: History,
    valid_on: date,
    known_at: Instant | None = None,
    policy: Policy = DEFAULT_POLICY,
    known_by: KnownBy = "registered",
    law: Law = LAW,
) -> Look:
    """Derive, and keep the course beside the view for those who ask on: a decision's check, a day that does not count."""
    return look_at(history.facts(known_at, known_by), valid_on, policy, law, known_at, known_by)


def look_at(
    facts: Sequence[Fact],
    valid_on: date,
    policy: Policy = DEFAULT_POLICY,
    law: Law = LAW,
    known_at: Instant | None = None,
    known_by: KnownBy = "registered",
) -> Look:
    """Derive from the facts that were known, in order (History.facts)."""
    course = Course(policy, law)
    take(course, until(facts, valid_on))
    lens = Lens(course, known_at, known_by)
    view = lens.at(valid_on)
    return Look(view, course, lens.judged)


def day_lists(facts: Sequence[Fact], valid_on: date, policy: Policy = DEFAULT_POLICY, law: Law = LAW) -> DayLists:
    """Give the days of deduction and the blocked ones that `derive` gives, and nothing else. `facts` must be in order."""
    course = Course(policy, law)
    take(course, until(facts, valid_on))
    return Lens(course).day_lists(valid_on)


def unfold(facts: Sequence[Fact], policy: Policy = DEFAULT_POLICY) -> Iterator[DailyStatus]:
    """Give the status of every day on which it can differ from the day before, from the first fact on.

    The status of any day is the last one given that is not later: what `derive` says for that day. `facts` must be
    in order (History.facts).
    """
    course = Course(policy)
    lens = Lens(course)
    ahead: date | None = None
    changes = -1
    for day, of_day in groupby(facts, key=attrgetter("day")):
        while ahead is not None and ahead < day:
            yield lens.status(ahead)
            ahead = lens.next_change(ahead)
        take(course, of_day)
        if course.changes != changes or ahead == day:
            changes = course.changes
            yield lens.status(day)
            ahead = lens.next_change(day)
    while ahead is not None:
        yield lens.status(ahead)
        ahead = lens.next_change(ahead)
