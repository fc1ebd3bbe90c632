"""The ordinary cycle: a deadline, a booking in time or none, an interview."""

from domain.events import ContactRestored, InterviewHeld, JobnetVisited, NoSlotsReported, SlotsReleased
from infra.simulation.booking import CONTACT_CHANNELS, attend, book, pause, visit_and_book
from infra.simulation.case import Case, Data
from infra.simulation.clock import MINUTE, Moment, at, day_of, workday
from infra.simulation.consequence import missed_with_deduction
from infra.simulation.deadline import Deadline, extend, remind_again, set_deadline
from infra.simulation.deregistration import missed_with_deregistration

WALK_IN = 0.015
"""Citizens who come by themselves before the due date and get their interview."""
NOT_INFORMED = 0.1
"""Walk-ins who are not told that it is a job interview."""
NO_SLOTS = 0.03
"""Deadlines for which the citizen reports that there are no slots."""
EXTENDED = 0.5
"""Reports of missing slots that are answered by a later due date instead of more slots."""
OUTAGE_HITS = 0.3
"""Citizens with the due date on a day of an outage who wanted to book in it."""
JUST_LOOKING = 0.35
"""Citizens who go on Jobnet during the deadline without booking."""


def cycle(case: Case) -> None:
    """Set a deadline and let it run; the case's day is moved past what follows."""
    run_out(case, set_deadline(case))


def run_out(case: Case, deadline: Deadline) -> None:
    """Let a deadline be met or missed."""
    dice = case.dice
    if dice.chance(JUST_LOOKING):
        case.tell(JobnetVisited, case.own_time(dice.between(deadline.published + 1, deadline.due)))
    if deadline.due in case.outage_days and dice.chance(OUTAGE_HITS):
        _hit_by_outage(case, deadline)
    elif dice.chance(case.miss_share):
        missed(case, deadline)
    elif dice.chance(WALK_IN):
        walk_in(case, case.office_time(workday(deadline.published + 1)))
    elif dice.chance(NO_SLOTS):
        _no_slots(case, deadline)
    else:
        when = _in_time(case, deadline)
        if day_of(when) > deadline.due - 3:
            remind_again(case, deadline)
        attend(case, visit_and_book(case, when, deadline.latest))


def missed(case: Case, deadline: Deadline) -> None:
    """Let the deadline pass without a booking, with what follows for the citizen's group."""
    remind_again(case, deadline)
    if case.insured:
        missed_with_deregistration(case, deadline)
    else:
        missed_with_deduction(case, deadline)


def walk_in(case: Case, when: Moment) -> None:
    """Hold an interview with a citizen who came by themselves."""
    dice = case.dice
    data: Data = {"initiative": "walk_in"}
    if dice.chance(NOT_INFORMED):
        data["citizen_informed"] = False
    case.tell(InterviewHeld, when, data)
    pause(case, day_of(when))


def _in_time(case: Case, deadline: Deadline) -> Moment:
    # Half the days at random, half on the last ones: reminders and the due date itself make people book.
    dice = case.dice
    length = deadline.due - deadline.published
    days = dice.between(0, length) if dice.chance(0.5) else length - min(length, int(dice.expovariate(0.6)))
    if days == 0:  # the deadline is published in the day, so its own day is left to the late hours
        return at(deadline.published, 18, dice.between(0, 59), dice.between(0, 59))
    return case.own_time(deadline.published + days)


def _no_slots(case: Case, deadline: Deadline) -> None:
    dice = case.dice
    day = dice.between(max(deadline.published + 1, deadline.due - 3), deadline.due)
    channel = "jobnet" if dice.chance(0.3) else dice.weighted(CONTACT_CHANNELS)
    case.tell(NoSlotsReported, case.office_time(day), {"channel": channel})
    if dice.chance(EXTENDED):
        run_out(case, extend(case, deadline, day))
        return
    released = workday(day + dice.between(0, 2))
    case.tell(SlotsReleased, at(released, 17, dice.between(0, 29)))
    attend(case, visit_and_book(case, at(released, 17, 30) + dice.between(0, 300) * MINUTE, released + 10))


def _hit_by_outage(case: Case, deadline: Deadline) -> None:
    dice = case.dice
    case.tell(NoSlotsReported, at(deadline.due, 20, dice.between(0, 59)), {"channel": "mail"})
    if case.insured:
        missed(case, deadline)
        return
    when = at(workday(deadline.due + 1), 9, dice.between(0, 59))
    case.tell(ContactRestored, when, {"channel": "phone"})
    attend(case, book(case, when + dice.between(5, 300) * MINUTE, deadline.latest))
