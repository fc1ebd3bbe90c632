"""A missed deadline in the other groups: contact, a late booking, hearing, assessment, decision, deduction, appeal."""

from typing import NamedTuple

from domain.events import (
    AppealDecided,
    AppealFiled,
    ContactAttempted,
    DeductionMade,
    GroundAssessed,
    HearingAnswered,
    HearingSent,
    SanctionDecided,
    SanctionRevoked,
)
from infra.simulation.booking import CONTACT_CHANNELS, attend, demanded_booking, restore_contact
from infra.simulation.case import Case, Data
from infra.simulation.clock import DayNumber, at, day_of, day_text, is_weekend, workday
from infra.simulation.deadline import Deadline, close
from infra.simulation.texts import GROUNDS_ACCEPTED, GROUNDS_REJECTED, HEARING_NOTES, REVOCATION_REASONS

ATTEMPTED = 0.7
"""Missed deadlines after which the jobcentre tries to reach the citizen."""
ENDED_BY = (("booking", 0.55), ("contact", 0.28), ("new_deadline", 0.12), ("nothing", 0.05))
"""What ends the failure to book."""
DAYS_LATE = (((1, 1), 0.35), ((2, 5), 0.42), ((6, 20), 0.19), ((21, 45), 0.04))
"""Days from the due date to what ends the failure."""
CLOSED_BY_HAND = 0.6
"""Missed deadlines that are closed when a new one is set."""
ASSESSED = 0.88
"""Missed deadlines about which the citizen is heard and a decision is made or dropped."""
ANSWERED = 0.55
"""Hearings that are answered."""
ACCEPTED = 0.18
"""Assessments that find a reasonable ground or other circumstances."""
OTHERS_ASSESSED = 0.9
"""Decisions with the other circumstances assessed."""
COUNTING = (("right", 0.90), ("end_included", 0.05), ("weekdays", 0.03), ("due_left_out", 0.02))
"""How the caseworker counts the days."""
WRONG_ACT = 0.01
"""Decisions that cite the other group's provision."""
DEDUCTED = 0.9
"""Decisions that are carried out; of these, `TIME_BARRED` more than three whole months after."""
TIME_BARRED = 0.02
REVOKED = 0.04
"""Decisions that the jobcentre revokes by itself."""
APPEALED = 0.07
"""Decisions appealed."""
APPEAL_OUTCOMES = (("upheld", 0.6), ("changed", 0.15), ("annulled", 0.13), ("remitted", 0.12))


class _Failure(NamedTuple):
    """The missed deadline and the day on which the failure ended."""

    deadline: Deadline
    end: DayNumber


def missed_with_deduction(case: Case, deadline: Deadline) -> None:
    """Let the failure end, and let the jobcentre decide about it meanwhile."""
    dice = case.dice
    if dice.chance(ATTEMPTED):
        attempted = case.office_time(workday(deadline.due + dice.between(1, 3)))
        case.tell(ContactAttempted, attempted, {"channel": dice.weighted(CONTACT_CHANNELS)})
    end = _end_failure(case, deadline, deadline.due + dice.between(*dice.weighted(DAYS_LATE)))
    if dice.chance(ASSESSED):
        _hear(case, _Failure(deadline, end))


def _end_failure(case: Case, deadline: Deadline, day: DayNumber) -> DayNumber:
    dice = case.dice
    how = dice.weighted(ENDED_BY)
    if how == "booking":
        attend(case, demanded_booking(case, case.own_time(day)))
    elif how == "contact":
        day = workday(day)
        restore_contact(case, case.office_time(day))
        attend(case, demanded_booking(case, case.own_time(day + dice.between(1, 6))))
    elif how == "new_deadline":
        day = case.day = workday(day)
        if dice.chance(CLOSED_BY_HAND):
            close(case, deadline, day, "new_deadline")
        # The course goes on from here: its next cycle sets the new deadline.
    else:
        day = deadline.due + dice.between(30, 60)
        case.day = day + 1
    return day


def _hear(case: Case, failure: _Failure) -> None:
    dice = case.dice
    sent = workday(max(failure.end, failure.deadline.due + 1) + dice.between(1, 8))
    reply_by = sent + dice.between(7, 14)
    case.tell(HearingSent, case.office_time(sent), {"reply_by": day_text(reply_by)})
    if dice.chance(ANSWERED):
        answered: Data = {"note": dice.one_of(HEARING_NOTES)} if dice.chance(0.8) else {}
        case.tell(HearingAnswered, case.office_time(dice.between(sent + 1, reply_by)), answered)
    day = workday(reply_by + dice.between(1, 7))
    if _assess(case, failure, day):
        return
    _decide(case, failure, day)


def _assess(case: Case, failure: _Failure, day: DayNumber) -> bool:
    """Assess the grounds; give whether one is accepted."""
    dice = case.dice
    due, last = failure.deadline.due, max(failure.deadline.due, failure.end - 1)
    accepted = dice.chance(ACCEPTED)
    kind = dice.weighted((("sickness", 0.5), ("listed", 0.35), ("maternity", 0.05), ("other_circumstances", 0.1)))
    # An accepted ground need not cover the due date: some end before it, some begin after.
    first = due + dice.between(-8, 2) if accepted else due
    data: Data = {
        "kind": kind,
        "from": day_text(first),
        "to": day_text(max(first, last if dice.chance(0.7) else first + dice.between(0, 9))),
        "accepted": accepted,
        "reason": dice.one_of(GROUNDS_ACCEPTED if accepted else GROUNDS_REJECTED),
    }
    case.tell(GroundAssessed, at(day, 9, dice.between(0, 59)), data)
    return accepted


def _decide(case: Case, failure: _Failure, day: DayNumber) -> None:
    dice = case.dice
    due, last = failure.deadline.due, max(failure.deadline.due, failure.end - 1)
    others_assessed = dice.chance(OTHERS_ASSESSED)
    if others_assessed:
        data: Data = {"kind": "other_circumstances", "from": day_text(due), "to": day_text(last), "accepted": False}
        case.tell(GroundAssessed, at(day, 10, dice.between(0, 59)), data)
    paragraph_69 = (case.group == "jobafklaring") != dice.chance(WRONG_ACT)
    days = _counted(due, last, dice.weighted(COUNTING))
    decision: Data = {
        "deadline_id": failure.deadline.id,
        "days": days,
        "other_circumstances_assessed": others_assessed,
        "legal_basis": "LAS § 69 n, stk. 4" if paragraph_69 else "LAS § 37 a",
    }
    decided = at(day, 11, dice.between(0, 59))
    case.tell(SanctionDecided, decided, decision)
    _after_decision(case, failure, day, days)


def _counted(due: DayNumber, last: DayNumber, how: str) -> list[str]:
    numbers = list(range(due, last + 1))
    if how == "end_included":
        numbers.append(last + 1)
    elif how == "weekdays":
        numbers = [day for day in numbers if not is_weekend(day)] or numbers
    elif how == "due_left_out":
        numbers = numbers[1:] or numbers
    return [day_text(day) for day in numbers]


def _after_decision(case: Case, failure: _Failure, decided: DayNumber, days: list[str]) -> None:
    dice = case.dice
    deadline_id = failure.deadline.id
    if dice.chance(REVOKED):
        _revoke(case, deadline_id, workday(decided + dice.between(3, 40)))
        return
    if dice.chance(DEDUCTED):
        made = workday(decided + (dice.between(110, 160) if dice.chance(TIME_BARRED) else dice.between(5, 30)))
        case.tell(DeductionMade, at(made, 5, dice.between(0, 59)), {"deadline_id": deadline_id, "days": days})
    if dice.chance(APPEALED):
        _appeal(case, deadline_id, decided)


def _appeal(case: Case, deadline_id: str, decided: DayNumber) -> None:
    dice = case.dice
    filed = case.own_time(decided + dice.between(3, 28))
    case.tell(AppealFiled, filed)
    outcome = dice.weighted(APPEAL_OUTCOMES)
    settled = workday(day_of(filed) + dice.between(45, 150))
    case.tell(AppealDecided, case.office_time(settled), {"outcome": outcome})
    if outcome in {"changed", "annulled"}:
        _revoke(case, deadline_id, workday(settled + dice.between(2, 10)))


def _revoke(case: Case, deadline_id: str, day: DayNumber) -> None:
    data: Data = {"deadline_id": deadline_id}
    if case.dice.chance(0.85):
        data["reason"] = case.dice.one_of(REVOCATION_REASONS)
    case.tell(SanctionRevoked, case.office_time(day), data)
