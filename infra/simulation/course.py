"""One citizen's course, from the first day until they leave or the period ends."""

from collections.abc import Callable, Iterator

from domain.events import DeadlineClosed, JobnetVisited
from infra.simulation.absence import be_absent, exempt_from_availability, take_holiday
from infra.simulation.case import Case
from infra.simulation.clock import DayNumber, workday
from infra.simulation.convening import ask_for_interview, convene_in, meet_at_short_notice, meet_jointly, offer_other_activity
from infra.simulation.cycle import cycle
from infra.simulation.deadline import set_deadline
from infra.simulation.exemption import be_exempted, be_withdrawn
from infra.simulation.leaving import leave
from infra.simulation.opening import guide_again, open_case
from infra.simulation.sickness import fall_ill

EPISODES: tuple[tuple[Callable[[Case], None], float], ...] = (
    (cycle, 0.785),
    (fall_ill, 0.055),
    (take_holiday, 0.055),
    (be_absent, 0.03),
    (meet_at_short_notice, 0.015),
    (ask_for_interview, 0.015),
    (offer_other_activity, 0.02),
    (be_exempted, 0.01),
    (be_withdrawn, 0.005),
    (exempt_from_availability, 0.01),
)
"""What happens next, once the opening is over."""
JOINT_AFTER = (55, 130)
"""Days of dagpenge after which the first and the second joint interview are convened to."""
SET_BY_MISTAKE = 0.05
"""Citizens outside the duty who are given a deadline all the same."""


def live(case: Case) -> Iterator[DayNumber]:
    """Tell a citizen's facts, and give before each episode the day on or after which all later facts are registered."""
    yield case.day
    open_case(case)
    while case.active:
        yield case.day
        _next(case)


def _next(case: Case) -> None:
    if case.day >= case.leaves:
        leave(case)
    elif case.group == "ikke_omfattet":
        _outside(case)
    elif case.insured and case.joint_interviews < 2 and case.day - case.began > JOINT_AFTER[case.joint_interviews]:
        meet_jointly(case)
    else:
        guide_again(case)
        case.dice.weighted(EPISODES)(case)


def _outside(case: Case) -> None:
    dice = case.dice
    if dice.chance(SET_BY_MISTAKE):
        deadline = set_deadline(case)
        case.tell(DeadlineClosed, case.office_time(workday(case.day + 1)), {"deadline_id": deadline.id, "cause": "error"})
    if dice.chance(0.3):
        case.tell(JobnetVisited, case.own_time(case.day))
    convene_in(case, workday(case.day), "other")
    case.day += dice.between(20, 60)
