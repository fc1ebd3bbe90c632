"""How a case begins: help asked for, group, benefit, guidance, registration, the first interview."""

from domain.events import BenefitStarted, FirstContactMade, GuidanceGiven, InterviewHeld, Registered, TargetGroupAssigned
from infra.simulation.booking import pause, turn_up
from infra.simulation.case import Case, Data
from infra.simulation.clock import HOUR, DayNumber, at, workday
from infra.simulation.convening import convene
from infra.simulation.systems import FUND, JOBCENTRE
from infra.simulation.texts import GUIDANCE_VERSIONS

WAGE_SUBSIDY, FREE_MUNICIPALITY, IN_OFFER = 0.02, 0.005, 0.04
"""Marks on the target group."""
GUIDANCE = (("right", 0.90), ("oral", 0.03), ("late", 0.03), ("wrong_body", 0.02), ("missing", 0.02))
"""How the guidance about self-booking is given."""
REPEATED_AFTER = 182
"""Days after which the guidance is given again."""
REPEATED = 0.6
"""Citizens whose guidance is given again."""
REGISTERED_ON = (("jobnet", 0.9), ("jobcentre", 0.1))
"""Where citizens register for the first time."""
HELD_AT_ONCE = 0.08
"""First interviews that are held at once when the citizen asks for help."""
FIRST_LATE = 0.06
"""First interviews later than a week after the first contact."""


def open_case(case: Case) -> None:
    """Tell the opening facts and move the case's day past them."""
    day = case.began = case.day
    if case.registers and not case.insured:
        case.tell(FirstContactMade, at(day, 8, case.dice.between(0, 40)))
    assign_group(case)
    case.tell_day(BenefitStarted, at(day, 9, case.dice.between(0, 59)))
    if case.group == "ikke_omfattet":
        case.day = day + case.dice.between(5, 15)
        return
    _guide_first(case)
    if case.registers:
        register(case, day)
    if case.registers and not case.insured:
        first_interview(case)
    else:
        case.day = day + case.dice.between(3, 14)


def assign_group(case: Case) -> None:
    """Assign the case's group on the case's day."""
    dice = case.dice
    data: Data = {"group": case.group}
    for mark, share in (("wage_subsidy", WAGE_SUBSIDY), ("free_municipality", FREE_MUNICIPALITY), ("in_offer", IN_OFFER)):
        if dice.chance(share):
            data[mark] = True
    case.subsidised = "wage_subsidy" in data
    case.tell_day(TargetGroupAssigned, case.office_time(case.day), data)


def register(case: Case, day: DayNumber) -> None:
    """Register the citizen as a jobseeker, without any demand to book."""
    channel = case.dice.weighted(REGISTERED_ON)
    when = at(day, 10, case.dice.between(0, 59))
    case.tell(Registered, when, {"channel": channel}, None if channel == "jobnet" else JOBCENTRE)


def first_interview(case: Case) -> None:
    """Convene to the first interview, or hold it at once."""
    dice = case.dice
    contact = at(case.day, 11, dice.between(0, 59))
    if dice.chance(HELD_AT_ONCE):
        case.tell(InterviewHeld, contact + HOUR, {"initiative": "walk_in"})
        pause(case, case.day)
        return
    day = workday(case.day + (dice.between(8, 12) if dice.chance(FIRST_LATE) else dice.between(2, 5)))
    interview = at(day, dice.between(9, 14), dice.one_of((0, 30)))
    interview_id = convene(case, contact, interview, "first")
    turn_up(case, interview, {"interview_id": interview_id})


def guide(case: Case, day: DayNumber, *, written: bool = True, wrong_body: bool = False) -> None:
    """Guide the citizen about self-booking: the unemployment fund its members, the jobcentre the others."""
    by_fund = case.insured != wrong_body
    data: Data = {"by": "unemployment_fund" if by_fund else "jobcentre", "written": written}
    if written:
        data["text_version"] = case.dice.one_of(GUIDANCE_VERSIONS)
    case.tell(GuidanceGiven, case.office_time(day), data, FUND if by_fund else None)
    case.guided = day


def guide_again(case: Case) -> None:
    """Repeat the guidance when half a year has passed, for most."""
    if case.guided and case.day - case.guided >= REPEATED_AFTER:
        if case.dice.chance(REPEATED):
            guide(case, workday(case.day))
        else:
            case.guided = case.day  # asked again in half a year


def _guide_first(case: Case) -> None:
    dice = case.dice
    how = dice.weighted(GUIDANCE)
    if how == "missing":
        return
    day = case.day + (dice.between(20, 70) if how == "late" else dice.between(0, 3))
    guide(case, workday(day), written=how != "oral", wrong_body=how == "wrong_body")
