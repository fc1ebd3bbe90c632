"""What stood in the way: missing slots, outages, holidays, absences, sickness reports, grounds, errors."""

from datetime import date, timedelta

from domain.course.registration import complete_pending
from domain.course.state import Course
from domain.events import (
    AbsenceRecorded,
    ContactAttempted,
    GroundAssessed,
    HolidayNotified,
    ImmediateBookingDemanded,
    JobcentreErrorAcknowledged,
    NoSlotsReported,
    OtherActivityOffered,
    OutageRecorded,
    SicknessReported,
    SlotsReleased,
)
from domain.facts import Fact
from domain.times import local_day

NOTICE_OF_HOLIDAY = timedelta(days=14)
"""A holiday is protected when notified two weeks before it begins (R-2.15-2; S-16)."""


def no_slots_reported(course: Course, fact: Fact[NoSlotsReported]) -> None:
    """The citizen must tell the jobcentre when there is nothing to book (R-2.3-2, R-2.12-1)."""
    course.no_slots.append(fact)
    if any(d.state == "open" and d.published <= fact.day <= d.due for d in course.live):
        course.note("no_slots_before_due", fact)
    complete_pending(course, fact)


def slots_released(course: Course, fact: Fact[SlotsReleased]) -> None:
    """The jobcentre released more slots (R-2.12-2)."""
    course.released.append(fact)


def immediate_booking_demanded(course: Course, fact: Fact[ImmediateBookingDemanded]) -> None:
    """Without a slot to choose, the citizen is registered without a booking (R-2.7.1-3)."""
    if fact.event.slots_offered == 0:
        complete_pending(course, fact)


def contact_attempted(course: Course, fact: Fact[ContactAttempted]) -> None:
    """The jobcentre's own attempt restores no contact (R-2.5-4)."""
    course.attempts.append(fact)


def other_activity_offered(course: Course, fact: Fact[OtherActivityOffered]) -> None:
    """Not booking another activity leads to being convened, never to days (R-2.16-2)."""
    course.offers.append(fact)


def outage_recorded(course: Course, fact: Fact[OutageRecorded]) -> None:
    """Jobnet was down (R-2.14-1)."""
    course.outages.append((*outage_days(fact.event), fact))


def outage_days(event: OutageRecorded) -> tuple[date, date]:
    """Give the first and the last day an outage touches. Its end is not part of it, unless it is its beginning too."""
    end = max(event.from_, event.to)
    return local_day(event.from_), local_day(end - timedelta(microseconds=1) if end > event.from_ else end)


def holiday_notified(course: Course, fact: Fact[HolidayNotified]) -> None:
    """Notice of a holiday (R-2.15-2)."""
    course.holidays.append(fact)


def protected_holiday(course: Course, day: date) -> Fact[HolidayNotified] | None:
    """Give the holiday, notified in time, that covers the day (R-2.15-2, R-2.15-4)."""
    return next((h for h in course.holidays if h.event.from_ <= day <= h.event.to and is_protected(h)), None)


def is_protected(holiday: Fact[HolidayNotified]) -> bool:
    """Say whether the holiday was notified at least two weeks before it began."""
    return holiday.day <= holiday.event.from_ - NOTICE_OF_HOLIDAY


def absence_recorded(course: Course, fact: Fact[AbsenceRecorded]) -> None:
    """Another absence, to be taken account of when a deadline is set (R-2.2-7)."""
    course.absences.append(fact)


def sickness_reported(course: Course, fact: Fact[SicknessReported]) -> None:
    """A report is a fact, not a ground (S-6e)."""
    course.sick_reports.append(fact)


def ground_assessed(course: Course, fact: Fact[GroundAssessed]) -> None:
    """Only an assessment makes a ground (R-2.5-10, R-2.5-12)."""
    course.grounds.append(fact)


def accepted_ground(course: Course, day: date) -> Fact[GroundAssessed] | None:
    """Give the accepted ground that covers the day. A later assessment of the same kind replaces an earlier one."""
    decided: dict[str, Fact[GroundAssessed]] = {}
    for fact in course.grounds:
        if fact.event.from_ <= day <= fact.event.to:
            decided[fact.event.kind] = fact
    return next((fact for fact in decided.values() if fact.event.accepted), None)


def jobcentre_error_acknowledged(course: Course, fact: Fact[JobcentreErrorAcknowledged]) -> None:
    """The jobcentre acknowledged an error of its own (BAB § 30, stk. 1)."""
    course.errors.append(fact)
