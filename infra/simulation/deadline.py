"""Booking deadlines: set, told, extended, closed."""

from typing import NamedTuple

from domain.events import DeadlineClosed, DeadlineExtended, DeadlineSentInWriting, DeadlineSet, ReminderSent
from infra.simulation.case import Case, Data
from infra.simulation.clock import DayNumber, at, day_text, is_weekend, workday

TOO_SHORT = 0.02
"""Deadlines of fewer than eight days."""
WINDOW_TOO_SHORT = 0.02
"""Deadlines with fewer than seven days from the due date to the last day for the interview."""
WINDOW_UNSAID = 0.05
"""Deadlines without a last day for the interview."""
WEEKEND_KEPT = 0.25
"""Due dates in a weekend that nobody moves to the Monday."""
PUBLISHED = (("jobnet", 0.86), ("both", 0.11), ("letter", 0.03))
"""Where the deadline is published."""
SENT_IN_WRITING = 0.75
"""Deadlines told in writing, among those of citizens exempt from active job search."""
SECOND_REMINDER = 0.85
"""Citizens with reminders who are reminded again when they have not booked some days before the due date."""


class Deadline(NamedTuple):
    """A deadline as the course needs it."""

    id: str
    published: DayNumber
    due: DayNumber
    latest: DayNumber
    """The last day for the interview."""


def set_deadline(case: Case, due: DayNumber | None = None) -> Deadline:
    """Set a deadline on the case's day, or on the Monday after; with this due date, or with one drawn."""
    dice = case.dice
    day = case.day = workday(case.day)
    if due is None:
        due = day + (dice.between(5, 7) if dice.chance(TOO_SHORT) else dice.between(8, 21))
        if is_weekend(due) and not dice.chance(WEEKEND_KEPT):
            due = workday(due)
    latest = due + (dice.between(3, 6) if dice.chance(WINDOW_TOO_SHORT) else dice.between(7, 12))
    deadline = Deadline(case.name("F"), day, due, latest)
    data: Data = {"deadline_id": deadline.id, "due": day_text(due), "published": dice.weighted(PUBLISHED)}
    if not dice.chance(WINDOW_UNSAID):
        data["interview_by"] = day_text(latest)
    when = case.office_time(day)
    case.tell_day(DeadlineSet, when, data)
    if case.availability_until >= due and dice.chance(SENT_IN_WRITING):
        case.tell(DeadlineSentInWriting, when + 1_800, {"deadline_id": deadline.id})
    if case.reminded:
        channel = "sms" if dice.chance(0.7) else "email"
        case.tell(ReminderSent, at(day, 17, dice.between(0, 29)), {"deadline_id": deadline.id, "channel": channel})
    return deadline


def extend(case: Case, deadline: Deadline, day: DayNumber) -> Deadline:
    """Move the deadline to a later due date, on the given day."""
    due = workday(deadline.due + case.dice.between(3, 8))
    moved = deadline._replace(due=due, latest=due + 7)
    data: Data = {"deadline_id": deadline.id, "due": day_text(due), "interview_by": day_text(moved.latest)}
    case.tell(DeadlineExtended, case.office_time(day), data)
    return moved


def close(case: Case, deadline: Deadline, day: DayNumber, cause: str) -> None:
    """Close the deadline on the given day."""
    case.tell(DeadlineClosed, case.office_time(day), {"deadline_id": deadline.id, "cause": cause})


def remind_again(case: Case, deadline: Deadline) -> None:
    """Remind a citizen who has asked for it and has not booked, three days before the due date."""
    dice = case.dice
    day = deadline.due - 3
    if case.reminded and day > deadline.published and dice.chance(SECOND_REMINDER):
        channel = "sms" if dice.chance(0.7) else "email"
        case.tell(ReminderSent, at(day, 6, dice.between(0, 29)), {"deadline_id": deadline.id, "channel": channel})
