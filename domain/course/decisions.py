"""Hearing, decision, deduction, appeal."""

from datetime import date

from domain.course.deadlines import find
from domain.course.records import Deadline, Decision
from domain.course.state import Course
from domain.events import (
    AppealDecided,
    DeductionMade,
    HearingAnswered,
    HearingSent,
    SanctionDecided,
    SanctionRevoked,
)
from domain.facts import Fact
from domain.groups import statute_of_deduction
from domain.times import end_of_month


def hearing_sent(course: Course, fact: Fact[HearingSent]) -> None:
    """The citizen is heard before a decision (forvaltningsloven § 19)."""
    course.hearings.append(fact)
    course.hearing_open = fact


def hearing_answered(course: Course, fact: Fact[HearingAnswered]) -> None:
    """The hearing is answered."""
    course.hearing_open = None
    course.answers.append(fact)


def hearings_about(course: Course, deadline: Deadline) -> list[Fact[HearingSent]]:
    """Give the hearings that can be about a missed deadline: sent after the due date, since none names its deadline."""
    return [hearing for hearing in course.hearings if hearing.day > deadline.due]


def sanction_decided(course: Course, fact: Fact[SanctionDecided]) -> None:
    """A decision needs the other circumstances assessed, the right act cited and the time limit kept (R-2.5-12, R-0-6, S-23)."""
    event = fact.event
    course.hearing_open = None
    course.decisions.append(Decision(fact))
    deadline = find(course, event.deadline_id)
    since = deadline.published if deadline else date.min
    assessed = any(g.event.kind == "other_circumstances" and g.event.to >= since for g in course.grounds)
    if not event.other_circumstances_assessed and not assessed:
        course.note("other_circumstances_not_assessed", fact)
    right = right_provision(course, deadline)
    if event.legal_basis is not None and not _same_provision(event.legal_basis, right):
        course.note("wrong_legal_basis", fact, right)
    _note_time_bar(course, fact)


def right_provision(course: Course, deadline: Deadline | None) -> str:
    """Give the provision that a decision must cite (R-0-6): that of the group on the due date, where the deadline is known."""
    return statute_of_deduction(deadline.group if deadline else course.group)


def _same_provision(cited: str, right: str) -> bool:
    """Compare the section alone: the paragraph is often left out."""
    section = "".join(right.partition(",")[0].removeprefix("LAS").split())
    return section.lower() in "".join(cited.lower().split())


def sanction_revoked(course: Course, fact: Fact[SanctionRevoked]) -> None:
    """The decisions about the deadline are revoked."""
    for decision in course.decisions:
        if decision.fact.event.deadline_id == fact.event.deadline_id and decision.revoked is None:
            decision.revoked = fact


def deduction_made(course: Course, fact: Fact[DeductionMade]) -> None:
    """The deduction was carried out; within three whole months (S-23)."""
    course.deductions.append(fact)
    _note_time_bar(course, fact)


def _note_time_bar(course: Course, fact: Fact[SanctionDecided] | Fact[DeductionMade]) -> None:
    barred = [day for day in fact.event.days if fact.day > last_day_of_deduction(day)]
    if barred:
        course.note("deduction_time_barred", fact, min(barred), last_day_of_deduction(min(barred)))


def last_day_of_deduction(day: date) -> date:
    """Give the last day on which a day can be deducted: the end of the third whole month after it (LAS § 35, stk. 3)."""
    return end_of_month(day, 3)


def appeal_decided(course: Course, fact: Fact[AppealDecided]) -> None:
    """An annulled or remitted decision no longer stands."""
    if fact.event.outcome in {"annulled", "remitted"}:
        for decision in course.decisions:
            decision.revoked = decision.revoked or fact
