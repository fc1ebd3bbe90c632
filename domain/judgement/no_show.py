"""The days of a no-show: LAS § 37, from the day of the interview up to restored contact. Never mixed with missed bookings (S-24)."""

from datetime import date

from domain.course.circumstances import accepted_ground, protected_holiday
from domain.course.records import NoShow
from domain.course.state import Course
from domain.events import BenefitStopped
from domain.groups import DEDUCTION_GROUPS
from domain.times import ONE_DAY
from domain.trace import Considered, DayRun, Reason, Ruling

NO_SHOW_RULES = ("R-2.15-9",)


def no_show_days(course: Course, no_show: NoShow) -> DayRun | None:
    """Give the days of a no-show; the day of the interview always counts. Until contact is restored the run ends on `date.max`."""
    if no_show.group not in DEDUCTION_GROUPS or _lifted(course, no_show):
        return None
    last = date.max if no_show.ended is None else max(no_show.ended - ONE_DAY, no_show.day)
    facts = [no_show.fact]
    if no_show.interview is not None:
        facts.append(no_show.interview.fact)
    group = course.group_fact_on(no_show.day)
    facts += [fact for fact in (group, no_show.ended_by) if fact is not None]
    ruling = Ruling(_reason(no_show, last), NO_SHOW_RULES, tuple(facts), _considered())
    return DayRun(no_show.day, last, None, ruling, course.policy.day_calendar == "weekdays")


def _reason(no_show: NoShow, last: date) -> Reason:
    if no_show.ended is None or no_show.ended_by is None:
        return Reason("no_show_running", (no_show.day,))
    stopped = isinstance(no_show.ended_by.event, BenefitStopped)
    return Reason("no_show_until_no_benefit" if stopped else "no_show_until_contact", (no_show.day, no_show.ended, last))


def _lifted(course: Course, no_show: NoShow) -> bool:
    """Say whether a ground, a holiday, sickness, missing guidance or a missing benefit lifts the days."""
    body = "jobcentre"
    return (
        accepted_ground(course, no_show.day) is not None
        or protected_holiday(course, no_show.day) is not None
        or course.sick_on(no_show.day) is not None
        or not course.receives_benefit(no_show.day)
        or not any(g.event.written and g.event.by == body and g.day < no_show.day for g in course.guidance)
    )


def _considered() -> tuple[Considered, ...]:
    return (
        Considered("R-2.5-6", Reason("not_a_missed_booking")),
        Considered("R-2.5-10", Reason("no_ground_on_interview_day")),
    )
