"""Interviews that the jobcentre convenes to, and the activities around them."""

from domain.events import (
    FundParticipationDeclined,
    FundParticipationRequested,
    InterviewBooked,
    InterviewConvened,
    InterviewHeld,
    InterviewRequested,
    OtherActivityOffered,
)
from infra.simulation.booking import pause, turn_up
from infra.simulation.case import Case, Data
from infra.simulation.clock import DayNumber, Moment, at, day_of, day_text, time_text, workday
from infra.simulation.texts import SHORT_NOTICE_REASONS

JUSTIFIED = 0.85
"""Convenings at short notice with their reason."""
FUND_DECLINED, FUND_REQUESTED = 0.12, 0.05
"""Joint interviews before which the citizen opts out of the fund's taking part, or asks for it."""
FUND_PRESENT = 0.7
"""Joint interviews in which the fund takes part, of those not opted out of."""
OFFERED_IN_WRITING = 0.85
"""Other activities that are offered in writing."""
OTHER_BOOKED = 0.6
"""Other activities that the citizen books; to the rest they are convened."""
ACTIVITIES = (("group", 0.6), ("cv", 0.2), ("other", 0.2))
"""Other activities by their type."""


def convene(case: Case, when: Moment, interview: Moment, reason: str, interview_type: str = "job_interview") -> str:
    """Convene the citizen to an interview and give its id."""
    data: Data = {"interview_id": case.name("S"), "interview_at": time_text(interview), "reason": reason}
    if interview_type != "job_interview":
        data["interview_type"] = interview_type
    if reason == "short_notice" and case.dice.chance(JUSTIFIED):
        data["justification"] = case.dice.one_of(SHORT_NOTICE_REASONS)
    case.tell(InterviewConvened, when, data)
    return str(data["interview_id"])


def convene_in(case: Case, day: DayNumber, reason: str, interview_type: str = "job_interview", *, fund: bool = True) -> None:
    """Convene on the day to an interview some one to three weeks later, and let it come."""
    dice = case.dice
    days = dice.between(1, 3) if reason == "short_notice" else dice.between(7, 20)
    interview = at(workday(day + days), dice.between(9, 14), dice.one_of((0, 30)))
    interview_id = convene(case, case.office_time(day), interview, reason, interview_type)
    details: Data = {} if interview_type == "job_interview" else {"interview_type": interview_type}
    if interview_type == "joint":
        details["fund_present"] = fund and dice.chance(FUND_PRESENT)
    turn_up(case, interview, {"interview_id": interview_id}, details)


def meet_jointly(case: Case) -> None:
    """Convene to a joint interview with the unemployment fund, which cannot be self-booked."""
    dice = case.dice
    day = workday(case.day)
    said = at(day, 8, dice.between(0, 29))
    lot = dice.random()
    if lot < FUND_DECLINED:
        case.tell(FundParticipationDeclined, said)
    elif lot < FUND_DECLINED + FUND_REQUESTED:
        case.tell(FundParticipationRequested, said)
    case.joint_interviews += 1
    convene_in(case, day, "joint", "joint", fund=lot >= FUND_DECLINED)


def meet_at_short_notice(case: Case) -> None:
    """Convene at short notice, which every group must bear for a reason."""
    convene_in(case, workday(case.day), "short_notice")


def ask_for_interview(case: Case) -> None:
    """Let the citizen ask for an interview, and get one or the next deadline."""
    dice = case.dice
    when = case.office_time(workday(case.day))
    case.tell(InterviewRequested, when)
    case.day = day_of(when) + dice.between(1, 6)
    if dice.chance(0.5):
        day = workday(case.day)
        case.tell(InterviewHeld, case.office_time(day), {"initiative": "planned"})
        pause(case, day)


def offer_other_activity(case: Case) -> None:
    """Offer self-booking of something else than a job interview."""
    dice = case.dice
    day = workday(case.day)
    book_by = day + dice.between(8, 14)
    data: Data = {"in_writing": dice.chance(OFFERED_IN_WRITING)}
    if dice.chance(0.8):
        data["book_by"] = day_text(book_by)
    case.tell(OtherActivityOffered, case.office_time(day), data)
    kind = dice.weighted(ACTIVITIES)
    if not dice.chance(OTHER_BOOKED):
        convene_in(case, workday(book_by + 1), "other", kind)
        return
    when = case.own_time(dice.between(day + 1, book_by))
    meeting = at(workday(book_by + dice.between(2, 8)), 9)
    booking_id = case.name("B")
    case.tell(InterviewBooked, when, {"booking_id": booking_id, "interview_at": time_text(meeting), "interview_type": kind})
    turn_up(case, meeting, {"booking_id": booking_id}, {"interview_type": kind})
