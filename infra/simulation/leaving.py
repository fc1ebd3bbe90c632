"""How citizens leave: work, a wish, another group; and how some come back."""

from domain.events import BenefitStarted, BenefitStopped, Deregistered, FirstContactMade, Group
from infra.simulation.case import Case
from infra.simulation.clock import at, workday
from infra.simulation.deadline import close, set_deadline
from infra.simulation.deregistration import register_on_jobnet
from infra.simulation.opening import assign_group, first_interview, guide, register

LEAVES_BY = (("employment", 0.72), ("own_request", 0.1), ("group_change", 0.15), ("other", 0.03))
"""Why a course ends or turns."""
COMES_BACK = 0.25
"""Citizens who come back after work."""
AWAY = (((10, 30), 0.35), ((31, 90), 0.4), ((91, 200), 0.25))
"""Days in work before coming back."""
OPEN_DEADLINE = 0.35
"""Citizens who leave with a deadline running."""
STOP_FORGOTTEN = 0.03
"""Deregistrations without the benefit's stop being told."""
NEXT_GROUPS: dict[Group, tuple[tuple[Group, float], ...]] = {
    "dagpenge": (("kontanthjaelp_jobparat", 0.6), ("jobafklaring", 0.4)),
    "kontanthjaelp_jobparat": (("dagpenge", 0.3), ("ikke_omfattet", 0.7)),
    "uddannelseshjaelp_aabenlyst": (("kontanthjaelp_jobparat", 0.6), ("ikke_omfattet", 0.4)),
    "overgangsydelse_jobparat": (("kontanthjaelp_jobparat", 0.6), ("ikke_omfattet", 0.4)),
    "overgangsydelse_aabenlyst": (("overgangsydelse_jobparat", 0.7), ("ikke_omfattet", 0.3)),
    "jobafklaring": (("dagpenge", 0.4), ("ikke_omfattet", 0.6)),
    "ikke_omfattet": (("ikke_omfattet", 1.0),),
}
"""Where citizens go when they change group."""


def leave(case: Case) -> None:
    """Let the citizen leave, or go on in another group."""
    why = case.dice.weighted(LEAVES_BY)
    if why == "group_change":
        _change_group(case)
    else:
        _stop(case, why if case.registers else "other")
        if why != "employment" or not case.dice.chance(COMES_BACK):
            case.active = False
            return
        _come_back(case)
    case.leaves = case.day + case.dice.between(60, 300)


def _stop(case: Case, cause: str) -> None:
    dice = case.dice
    deadline = set_deadline(case) if dice.chance(OPEN_DEADLINE) else None
    day = case.day = workday(case.day + dice.between(1, 6))
    if case.registers:
        case.tell_day(Deregistered, case.office_time(day), {"cause": cause})
    if not dice.chance(STOP_FORGOTTEN):
        case.tell_day(BenefitStopped, case.office_time(day))
    if deadline and not case.insured and dice.chance(0.3):
        close(case, deadline, day, "other")


def _come_back(case: Case) -> None:
    dice = case.dice
    away = dice.between(*dice.weighted(AWAY))
    case.day = workday(case.day + away)
    case.tell_day(BenefitStarted, at(case.day, 9, dice.between(0, 59)))
    if not case.registers:
        case.day += dice.between(3, 10)
    elif case.insured and away < 90 and dice.chance(0.3):
        register_on_jobnet(case, case.own_time(case.day))  # a deadline from before is still in the system
    elif case.insured or away < 30:
        register(case, case.day)
        case.day += dice.between(2, 10)
    else:
        case.tell(FirstContactMade, at(case.day, 8, dice.between(0, 40)))
        register(case, case.day)
        first_interview(case)


def _change_group(case: Case) -> None:
    dice = case.dice
    deadline = set_deadline(case) if dice.chance(OPEN_DEADLINE) else None
    before = case.registers
    insured = case.insured
    day = case.day = workday(case.day + dice.between(1, 6))
    if deadline:
        close(case, deadline, day, "group_change")
    case.group = dice.weighted(NEXT_GROUPS[case.group])
    if insured != case.insured:  # another benefit
        case.tell_day(BenefitStopped, at(day, 8, dice.between(0, 59)))
        case.tell_day(BenefitStarted, at(day, 9, dice.between(0, 59)))
    assign_group(case)
    if before and not case.registers:
        case.tell_day(Deregistered, at(day, 16, dice.between(0, 29)), {"cause": "other"})
    elif case.registers and not before:
        register(case, day)
    if insured != case.insured and case.group != "ikke_omfattet":
        guide(case, workday(day + dice.between(0, 4)))
    case.day = day + dice.between(3, 12)
