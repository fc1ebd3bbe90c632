"""The days ahead on which time alone can change what is said of a case."""

from datetime import date, timedelta
from math import ceil

from domain.alerts.planning import JOINT_LEAD, MONTH, days_of_months, joint_mark
from domain.course.clock import elapsed_days, runs
from domain.course.decisions import last_day_of_deduction
from domain.course.state import Course
from domain.findings import Judged
from domain.judgement.missed_deadline import Judgement
from domain.rulesets import DAGPENGE_2016, SELF_BOOKING_2020
from domain.times import ONE_DAY


def days_ahead(course: Course, day: date, judged: Judged) -> list[date]:
    """List days on which the view can change without a new fact, past ones among them.

    A day too many costs time, one too few is an error.
    """
    found = _of_deadlines(course)
    for interview in course.planned:
        if interview.day >= day:
            found.append(interview.day + ONE_DAY)
    if course.live or judged:
        for ranges in (course.holidays, course.absences, course.availability, course.grounds):
            for fact in ranges:
                found += (fact.event.from_, fact.event.to + ONE_DAY)
    for judgement in judged.values():
        if judgement.sanctionable:
            found += _time_limits(judgement)
    if course.first_contact is not None:
        found.append(course.first_contact.day + timedelta(days=7))
    if day < SELF_BOOKING_2020.valid_from:
        found += (DAGPENGE_2016.valid_from, SELF_BOOKING_2020.valid_from)
    if course.start is not None and runs(course):
        elapsed = elapsed_days(course, day)
        for mark in _marks(course, course.start):
            if mark > elapsed:
                found.append(day + timedelta(days=mark - elapsed))
    return found


def _of_deadlines(course: Course) -> list[date]:
    found = []
    for deadline in course.live:
        found.append(deadline.due + ONE_DAY)
        if deadline.lapses_on is not None:
            found.append(deadline.lapses_on)
    return found


def _marks(course: Course, start: date) -> list[int]:
    """Give the days of unemployment on which the plan next asks for an interview, ends, or nears a joint one."""
    marks: list[int] = []
    required = course.law.on(start).plan(course.group).required
    if required:
        six_months = days_of_months(start, 6)
        have = len(course.held)
        marks = [ceil(k * six_months / required) for k in range(have + 1, min(have + len(course.planned) + 1, required) + 1)]
        marks.append(six_months + 1)
    mark = joint_mark(course)
    if mark is not None:
        marks += (mark - MONTH, mark - JOINT_LEAD.days)
    return marks


def _time_limits(judgement: Judgement) -> list[date]:
    """Give the days on which the time to deduct begins to run out, and has run out. A count that runs on has no last one."""
    limits: list[date] = []
    for sanctioned in {judgement.sanctionable[0].first, judgement.sanctionable[-1].last}:
        if sanctioned < date.max:
            limit = last_day_of_deduction(sanctioned)
            limits += (limit.replace(day=1), limit + ONE_DAY)
    return limits
