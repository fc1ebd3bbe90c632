"""Days that the file counted as it was known at the time, and that what was learnt later has set aside.

By what was known at the end of a day, the file counted certain days up to then. Those of them that are not counted now are lifted,
on the day on which something was learnt. Most of what is learnt cannot reach back to a day that was counted, and is not tried: a test
holds that this loses nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from domain.course.fold import EVIDENCE, take
from domain.course.records import Deadline
from domain.course.state import Course
from domain.derive import day_lists
from domain.events import (
    AppealDecided,
    AvailabilityExempted,
    BenefitStarted,
    DeadlineClosed,
    DeadlineSet,
    DeductionMade,
    DeregistrationLetterSent,
    Event,
    EventCorrected,
    EventRetracted,
    FirstContactMade,
    GroundAssessed,
    HearingAnswered,
    HearingSent,
    HolidayNotified,
    ImmediateBookingDemanded,
    InterviewBooked,
    InterviewConvened,
    InterviewRequested,
    JobcentreErrorAcknowledged,
    JobnetVisited,
    OtherActivityOffered,
    SanctionDecided,
    SanctionRevoked,
)
from domain.facts import Fact
from domain.groups import DEDUCTION_GROUPS
from domain.history import KnownBy, until
from domain.times import ONE_DAY, day_of, end_of
from domain.view import CaseView, dates
from infra.cases import Case, target_of
from projections.system import days_touched, due_days

_BEAR_ON_NO_DAY: frozenset[type[Event]] = EVIDENCE | {
    AppealDecided,
    DeductionMade,
    DeregistrationLetterSent,
    FirstContactMade,
    HearingAnswered,
    HearingSent,
    ImmediateBookingDemanded,
    InterviewConvened,
    InterviewRequested,
    JobcentreErrorAcknowledged,
    JobnetVisited,
    OtherActivityOffered,
    SanctionDecided,
    SanctionRevoked,
}
_REVISIONS: frozenset[type[Event]] = frozenset({EventRetracted, EventCorrected})
_BEAR_ON_DAYS_BEFORE: frozenset[type[Event]] = _REVISIONS | {
    AvailabilityExempted,
    BenefitStarted,
    DeadlineClosed,
    DeadlineSet,
    GroundAssessed,
    HolidayNotified,
    InterviewBooked,
}
"""A fact of any other kind bears on the day of its effect and on later ones alone."""


class _Count(NamedTuple):
    """A time in which the file may have counted days: after a due date, until what ended it was known."""

    due: date
    settled: date
    until: date
    """The last day on which the case was known so."""


def lifted_days(case: Case, view: CaseView, deadlines: Sequence[Deadline]) -> Mapping[date, date]:
    """Give each lifted day through the day asked, with the day on which something was learnt that lifted it.

    `deadlines` are those of the case as it is known now.
    """
    known = case.as_known(view.known_at, view.known_by)
    if not _can_have_days(known.own):
        return {}
    now, history = set(dates(view.sanctionable, view.valid_on)), case.history
    counts = [*_counts(deadlines, view.known_by, date.max)]
    for revised in sorted(set(_revision_days(known.own, view.known_by))):
        facts = history.facts(end_of(revised - ONE_DAY), view.known_by)
        counts += _counts(_deadlines(facts, view), view.known_by, revised)
    found: dict[date, date] = {}
    for learnt in sorted(set(_learning_days(known, view.known_by, counts))):
        before = learnt - ONE_DAY
        lists = day_lists(history.facts(end_of(before), view.known_by), view.valid_on, view.policy)
        found |= {day: learnt for day in dates(lists.sanctionable, min(before, view.valid_on)) if day not in now}
    return found


def _can_have_days(own: Sequence[Fact]) -> bool:
    """Only some groups have days of deduction; a correction can have given the group."""
    return any(getattr(fact.event, "group", None) in DEDUCTION_GROUPS or isinstance(fact.event, EventCorrected) for fact in own)


def _learning_days(known: Case, known_by: KnownBy, counts: Sequence[_Count]) -> Iterator[date]:
    """Give the days on which something was learnt that can reach back to a day that was counted."""
    revised = {target_of(fact) for fact in known.own}
    for fact in _bearing(known) if counts else ():
        learnt = day_of(getattr(fact, known_by))
        before = type(fact.event) in _BEAR_ON_DAYS_BEFORE or fact.ref in revised  # a correction can give it an earlier day
        if (before or fact.day < learnt) and any(one.due < learnt <= one.until and (before or fact.day <= one.settled) for one in counts):
            yield learnt


def _bearing(known: Case) -> Iterator[Fact]:
    """Leave out what bears on no day at all, and what happened to Jobnet on other days than a due date."""
    corrected = any(isinstance(fact.event, EventCorrected) for fact in known.own)
    dues = due_days(known.own)
    for fact in known.system:
        if corrected or type(fact.event) in _REVISIONS or not dues.isdisjoint(days_touched(fact)):
            yield fact
    for fact in known.own:
        if type(fact.event) not in _BEAR_ON_NO_DAY:
            yield fact


def _revision_days(own: Sequence[Fact], known_by: KnownBy) -> Iterator[date]:
    """Give the days on which it was learnt that something that bears on days was not so, or was otherwise."""
    kinds = {fact.ref: type(fact.event) for fact in own}
    for fact in own:
        target = target_of(fact)
        if target is not None and kinds.get(target) not in _BEAR_ON_NO_DAY:
            yield day_of(getattr(fact, known_by))


def _deadlines(facts: Sequence[Fact], view: CaseView) -> Sequence[Deadline]:
    """Give the deadlines of a case as some facts had it."""
    course = Course(view.policy)
    take(course, until(facts, view.valid_on))
    course.advance(view.valid_on)
    return course.deadlines


def _counts(deadlines: Iterable[Deadline], known_by: KnownBy, last: date) -> Iterator[_Count]:
    """Give the times in which days can have been counted, as the case was known until a day."""
    for one in deadlines:
        if not _met_as_known(one, known_by):
            yield _Count(one.fact.event.due, _settled(one, known_by), last)


def _met_as_known(deadline: Deadline, known_by: KnownBy) -> bool:
    met = deadline.met_by if deadline.state == "met" else None
    return met is not None and day_of(getattr(met, known_by)) <= deadline.fact.event.due


def _settled(deadline: Deadline, known_by: KnownBy) -> date:
    """Give the day from which it was known what had ended the count."""
    ends = [fact for _, _, fact in deadline.stops] + [fact for fact in (deadline.met_by, deadline.ended_by) if fact is not None]
    if not ends or deadline.state in {"open", "overdue"}:
        return date.max
    return max(deadline.since, *(day_of(getattr(fact, known_by)) for fact in ends))
