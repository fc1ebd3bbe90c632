"""Holidays, other absence, and exemption from active job search."""

from domain.events import AbsenceRecorded, AvailabilityExempted, HolidayNotified, InterviewHeld
from infra.simulation.case import Case, Data
from infra.simulation.clock import day_text, workday
from infra.simulation.cycle import cycle, run_out
from infra.simulation.deadline import set_deadline

IN_TIME = 0.75
"""Holidays notified at least two weeks before."""
DUE_IN_HOLIDAY = 0.3
"""Deadlines that run out in a notified holiday."""
DUE_AFTER = 0.3
"""Deadlines that run out on the day after a holiday."""
ABSENCES = (("job_oriented_education", 0.35), ("offer", 0.45), ("other", 0.16), ("maternity", 0.04))
"""Other absence."""
LENGTHS = {"job_oriented_education": (28, 42), "offer": (14, 56), "other": (2, 14), "maternity": (98, 170)}
INTERVIEW_IN_OFFER = 0.6
"""Offers in which an interview is held by phone or in the company."""


def take_holiday(case: Case) -> None:
    """Notify a holiday, in time or late, with a deadline around it or none."""
    dice = case.dice
    notified = case.day
    first = notified + (dice.between(14, 40) if dice.chance(IN_TIME) else dice.between(1, 13))
    last = first + dice.between(4, 20)
    case.tell(HolidayNotified, case.office_time(notified), {"from": day_text(first), "to": day_text(last)})
    lot = dice.random()
    if lot < DUE_IN_HOLIDAY:
        due = dice.between(first, last)
    elif lot < DUE_IN_HOLIDAY + DUE_AFTER:
        due = last + 1
    else:
        case.day = last + dice.between(1, 8)
        return
    case.day = max(notified + 1, due - dice.between(9, 20))
    if workday(case.day) >= due:
        case.day = last + 1
        cycle(case)
        return
    run_out(case, set_deadline(case, due))


def be_absent(case: Case) -> None:
    """Record another absence; in offers an interview may be held where the citizen is."""
    dice = case.dice
    kind = dice.weighted(ABSENCES)
    first = case.day + dice.between(0, 7)
    last = first + dice.between(*LENGTHS[kind])
    data: Data = {"kind": kind, "from": day_text(first), "to": day_text(last)}
    case.tell(AbsenceRecorded, case.office_time(case.day), data)
    if kind == "offer" and dice.chance(INTERVIEW_IN_OFFER):
        held = case.office_time(workday(dice.between(first + 1, last)))
        initiative = "phone_request" if dice.chance(0.6) else "company_visit"
        form = {"form": "phone"} if initiative == "phone_request" else {}
        case.tell(InterviewHeld, held, {"initiative": initiative, **form})
    case.day = last + dice.between(1, 7)


def exempt_from_availability(case: Case) -> None:
    """Exempt the citizen from active job search; deadlines go on, and are told in writing."""
    last = case.day + case.dice.between(21, 120)
    data: Data = {"from": day_text(case.day), "to": day_text(last)}
    case.tell(AvailabilityExempted, case.office_time(case.day), data)
    case.availability_until = last
    case.day += case.dice.between(1, 5)
