"""Sickness: reported, deregistered, recovered, and what it does to a running deadline."""

from domain.events import Deregistered, GroundAssessed, RecoveryReported, Registered, SicknessReported
from infra.simulation.booking import attend, demanded_booking, visit_and_book
from infra.simulation.case import Case, Data
from infra.simulation.clock import HOUR, MINUTE, DayNumber, Moment, at, day_of, day_text, workday
from infra.simulation.deadline import Deadline, set_deadline
from infra.simulation.systems import FUND, JOBCENTRE, SELF_SERVICE

REPORTED_TO = (("jobcentre", 0.62), ("jobnet", 0.33), ("unemployment_fund", 0.05))
"""To whom sickness is reported; to the fund by its members only."""
WITH_DEADLINE = 0.6
"""Sickness that comes while a deadline is running."""
LENGTHS = (((1, 5), 0.55), ((6, 14), 0.25), ((15, 45), 0.2))
"""Days of sickness."""
WRONG_CHANNEL = 0.12
"""Recoveries reported to the jobcentre or the fund where Jobnet is the place."""
NOT_REGISTERED = 0.1
"""Of these, recoveries recorded without a registration."""
GROUND_ASSESSED = 0.7
"""Due dates within a sickness about which the ground is assessed."""


def fall_ill(case: Case) -> None:
    """Report sick, be deregistered where the group is, recover and book."""
    dice = case.dice
    deadline = set_deadline(case) if dice.chance(WITH_DEADLINE) else None
    sick = dice.between(deadline.published + 1, deadline.due) if deadline else case.day
    well = sick + dice.between(*dice.weighted(LENGTHS))
    _report(case, sick)
    recovered = _recover(case, well)
    if deadline is None:
        case.day = well + dice.between(1, 10)
        return
    _book_after(case, deadline, recovered)
    if deadline.due >= sick and well > deadline.due and not case.insured and dice.chance(GROUND_ASSESSED):
        _assess(case, sick, well)


def _deregisters(case: Case) -> bool:
    return case.registers and not case.subsidised


def _report(case: Case, day: DayNumber) -> None:
    dice = case.dice
    to = dice.weighted(REPORTED_TO if case.insured else REPORTED_TO[:2])
    when = at(day, 7, dice.between(30, 59))
    source = {"jobcentre": JOBCENTRE, "jobnet": SELF_SERVICE, "unemployment_fund": FUND}[to]
    case.tell(SicknessReported, when, {"to": to}, source)
    if _deregisters(case):
        case.tell_day(Deregistered, when + dice.between(1, 7) * HOUR, {"cause": "sickness"})


def _recover(case: Case, day: DayNumber) -> Moment:
    dice = case.dice
    if not dice.chance(WRONG_CHANNEL):
        when = case.own_time(day)
        case.tell(RecoveryReported, when, {"channel": "jobnet"})
        if _deregisters(case):
            case.tell(Registered, when + 5, {"channel": "jobnet"})
        return when
    to_fund = case.insured and dice.chance(0.5)
    channel, source = ("unemployment_fund", FUND) if to_fund else ("jobcentre", JOBCENTRE)
    register = not dice.chance(NOT_REGISTERED)
    when = case.office_time(workday(day))
    case.tell(RecoveryReported, when, {"channel": channel, "register": register}, source)
    if _deregisters(case) and register:
        case.tell(Registered, when + 10 * MINUTE, {"channel": channel}, source)
    elif _deregisters(case):
        case.tell(Registered, case.own_time(day_of(when) + dice.between(1, 9)), {"channel": "jobnet"})
    return when


def _book_after(case: Case, deadline: Deadline, recovered: Moment) -> None:
    when = recovered + case.dice.between(1, 4) * MINUTE
    if day_of(recovered) > deadline.due:
        attend(case, demanded_booking(case, when))
    else:
        attend(case, visit_and_book(case, when, deadline.latest))


def _assess(case: Case, sick: DayNumber, well: DayNumber) -> None:
    dice = case.dice
    when = case.office_time(workday(well + dice.between(2, 12)))
    data: Data = {
        "kind": "sickness",
        "from": day_text(sick),
        "to": day_text(well - 1),
        "accepted": dice.chance(0.85),
    }
    case.tell(GroundAssessed, when, data)
