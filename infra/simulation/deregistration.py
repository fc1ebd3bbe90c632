"""A missed deadline in the dagpenge group: deregistered, and registered again sooner or later."""

from domain.events import (
    BenefitStopped,
    Deregistered,
    DeregistrationLetterSent,
    FundDecisionReceived,
    ImmediateBookingDemanded,
    InterviewHeld,
    JobcentreErrorAcknowledged,
    JobnetVisited,
    NoSlotsReported,
    Registered,
    RegistrationRequested,
)
from infra.simulation.booking import attend, demanded_booking, pause
from infra.simulation.case import Case, Data
from infra.simulation.clock import HOUR, MINUTE, DayNumber, Moment, at, day_of, day_text, workday
from infra.simulation.deadline import Deadline
from infra.simulation.publishing import Sent
from infra.simulation.systems import FUND, JOBCENTRE
from infra.simulation.texts import JOBCENTRE_ERRORS, LETTER_VERSIONS

LETTER = 0.96
"""Deregistrations with a letter; of the letters, `CAUSE_STATED` state the cause."""
CAUSE_STATED = 0.93
OUR_ERROR = 0.02
"""Deregistrations that were the jobcentre's error."""
BACK = (((0, 0), 0.46), ((1, 7), 0.38), ((8, 60), 0.10), ((92, 140), 0.03), (None, 0.03))
"""Days from the deregistration until registered again; None is never."""
THREE_MONTHS = 92
REGISTERED_BY = (("jobnet", 0.80), ("unemployment_fund", 0.10), ("jobcentre", 0.06), ("walk_in", 0.04))
"""Who registers again."""
NO_SLOTS = 0.06
"""Registrations on Jobnet for which there were no slots to choose from."""
FUND_DECIDES = 0.6
"""Gaps about which the jobcentre receives the fund's decision."""
FUND_OUTCOMES = (("loss", 0.62), ("dispensation", 0.26), ("other", 0.12))


def missed_with_deregistration(case: Case, deadline: Deadline) -> None:
    """Deregister the citizen from the day after the due date, and let them come back."""
    dice = case.dice
    day = deadline.due + 1
    # The night run.
    deregistration = case.tell_day(Deregistered, at(day, 4, dice.between(5, 50)), {"cause": "missed_booking"})
    if dice.chance(LETTER):
        stated = {"cause_stated": dice.chance(CAUSE_STATED), "text_version": dice.one_of(LETTER_VERSIONS)}
        case.tell(DeregistrationLetterSent, at(day, 6, dice.between(0, 59)), stated)
    if dice.chance(OUR_ERROR):
        _our_error(case, deregistration, day)
        return
    away = dice.weighted(BACK)
    if away is None:
        case.tell_day(BenefitStopped, case.office_time(day))
        case.active = False
        return
    _come_back(case, day, day + dice.between(*away))


def register_on_jobnet(case: Case, when: Moment) -> None:
    """Register again on Jobnet, where a booking is demanded before it is completed."""
    dice = case.dice
    case.tell(RegistrationRequested, when, {"channel": "jobnet"})
    if dice.chance(NO_SLOTS):
        case.tell(ImmediateBookingDemanded, when + MINUTE, {"slots_offered": 0})
        case.tell(NoSlotsReported, when + 2 * MINUTE, {"channel": "jobnet"})
        case.tell(Registered, when + 3 * MINUTE, {"channel": "jobnet"})
        _book_later(case, when)
        return
    booking = demanded_booking(case, when + MINUTE, visited=False)
    case.tell(Registered, booking.made + MINUTE, {"channel": "jobnet"})
    attend(case, booking)


def _come_back(case: Case, deregistered: DayNumber, day: DayNumber) -> None:
    by = case.dice.weighted(REGISTERED_BY)
    when = case.own_time(day)
    if by in {"jobcentre", "walk_in", "unemployment_fund"}:
        day = workday(day)
        when = case.office_time(day)
    if day - deregistered >= THREE_MONTHS:
        case.tell(RegistrationRequested, when, {"channel": "jobnet"})
        case.tell(Registered, when + 5 * MINUTE, {"channel": "jobnet"})
        case.day = day + case.dice.between(2, 12)  # a new deadline is set from the list of those without one
    elif by == "jobnet":
        register_on_jobnet(case, when)
    elif by == "walk_in":
        case.tell(InterviewHeld, when, {"initiative": "walk_in"})
        case.tell(Registered, when + HOUR, {"channel": "jobcentre"}, JOBCENTRE)
        pause(case, day)
    else:
        case.tell(Registered, when, {"channel": by}, FUND if by == "unemployment_fund" else JOBCENTRE)
        _book_later(case, when)
    if day > deregistered and case.dice.chance(FUND_DECIDES):
        _fund_decides(case, deregistered, day - 1)


def _book_later(case: Case, registered: Moment) -> None:
    attend(case, demanded_booking(case, case.own_time(day_of(registered) + case.dice.between(1, 6))))


def _fund_decides(case: Case, first: DayNumber, last: DayNumber) -> None:
    dice = case.dice
    data: Data = {"outcome": dice.weighted(FUND_OUTCOMES), "from": day_text(first), "to": day_text(last)}
    case.tell(FundDecisionReceived, case.office_time(workday(last + dice.between(7, 30))), data)


def _our_error(case: Case, deregistration: Sent, day: DayNumber) -> None:
    dice = case.dice
    when = case.office_time(workday(day + dice.between(0, 3)))
    what = dice.one_of(JOBCENTRE_ERRORS)
    case.tell(JobcentreErrorAcknowledged, when, {"what": what})
    case.publisher.retract(deregistration, what)
    case.tell(Registered, when + 10 * MINUTE, {"channel": "jobcentre"}, JOBCENTRE)
    case.tell(JobnetVisited, case.own_time(day_of(when) + 1))
    case.day = day_of(when) + dice.between(2, 9)
