"""The days without registration: facts with their causes. For dagpenge the fund decides what they mean (R-2.5.1-3)."""

from datetime import date

from domain.course.circumstances import protected_holiday
from domain.course.records import Spell
from domain.course.state import Course
from domain.facts import distinct
from domain.groups import DAGPENGE, kind_of
from domain.times import ONE_DAY
from domain.trace import Considered, DayRun, Reason, Ruling

GAP_RULES: dict[str, tuple[str, ...]] = {
    "missed_booking": ("R-2.3.1-1", "R-2.3.1-2", "R-2.3.1-4"),
    "sickness": ("R-2.15-7",),
}


def gap_days(course: Course) -> tuple[DayRun, ...]:
    """List the days without registration, each with its cause: none when registered the same day (R-2.3.1-4)."""
    return tuple([_gap_run(course, gap) for gap in course.gaps if gap.until is None or gap.first < gap.until])


def _gap_run(course: Course, gap: Spell) -> DayRun:
    last = gap.until - ONE_DAY if gap.until is not None else date.max
    cause = getattr(gap.fact.event, "cause", "other")
    reason = Reason("gap_" + cause, (gap.first,) if gap.until is None else (gap.first, last))
    if kind_of(course.group_on(gap.first)) != DAGPENGE:
        rules = ("R-2.7.2-1", *(("R-2.15-7",) if cause == "sickness" else ()))
        return DayRun(gap.first, last, None, Ruling(reason, rules, distinct((gap.fact, gap.end))))
    dispensed = [
        f for f in course.fund_decisions if f.event.outcome == "dispensation" and f.event.from_ <= last and gap.first <= f.event.to
    ]
    rules = ("R-2.5.1-1", "R-2.5.1-3", "R-2.14-3", *GAP_RULES.get(cause, ()), *(("R-2.5.1-2",) if dispensed else ()))
    if cause == "missed_booking" and protected_holiday(course, gap.first - ONE_DAY) is not None:
        rules = (*rules, "R-2.15-6")  # deregistered although the due date lay in a holiday
    considered = () if dispensed else (Considered("R-2.5.1-2", Reason("not_dispensed")),)
    return DayRun(gap.first, last, None, Ruling(reason, rules, distinct((gap.fact, gap.end, *dispensed)), considered))
