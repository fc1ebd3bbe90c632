"""Runs of days, spelled out: each date once, in order, through the day asked."""

from datetime import date

import pytest

from domain.trace import DayRun, Reason, Ruling
from domain.view import Day, dates, days

COUNTS = Ruling(Reason("days_running"), (), ())


def mar(day: int) -> date:
    return date(2022, 3, day)


def run(first: int, last: int | None, id_: str | None = "D1", *, weekdays: bool = False) -> DayRun:
    return DayRun(mar(first), date.max if last is None else mar(last), id_, COUNTS, weekdays)


SPELLED = [
    ((), 31, []),
    ((run(9, 9),), 31, [9]),
    ((run(9, 11),), 31, [9, 10, 11]),
    ((run(9, 11),), 10, [9, 10]),  # cut at the day asked
    ((run(9, 11),), 9, [9]),
    ((run(9, 11),), 8, []),
    ((run(9, None),), 12, [9, 10, 11, 12]),  # still running
    ((run(11, 15, weekdays=True),), 31, [11, 14, 15]),  # 12 and 13 March 2022: a Saturday and a Sunday
    ((run(12, 13, weekdays=True),), 31, []),
    ((run(9, 10), run(14, 15, "D2")), 31, [9, 10, 14, 15]),
    ((run(14, 15), run(9, 10, "D2")), 31, [9, 10, 14, 15]),  # in order, whatever comes first
    ((run(9, 12), run(11, 14, "D2")), 31, [9, 10, 11, 12, 13, 14]),  # S-19: two deadlines, each date once
    ((run(11, 13, weekdays=True), run(12, 12, "D2")), 31, [11, 12]),  # the weekday calendar of one takes nothing from another
]


@pytest.mark.parametrize(("runs", "until", "spelled"), SPELLED)
def test_each_date_stands_once_and_in_order(runs, until, spelled):
    assert [mar(day) for day in spelled] == dates(runs, mar(until)) == [day.date for day in days(runs, mar(until))]


OWNERS = [
    ((run(9, 10), run(10, 11, "D2")), [(9, "D1"), (10, "D1"), (11, "D2")]),  # the run that began first has the day
    ((run(9, 10, "D2"), run(9, 10)), [(9, "D1"), (10, "D1")]),  # of two that began together, the first by name
    ((run(9, 10), run(9, 9, None)), [(9, None), (10, "D1")]),
]


@pytest.mark.parametrize(("runs", "spelled"), OWNERS)
def test_a_date_of_two_deadlines_is_the_earlier_ones(runs, spelled):
    assert [Day(mar(day), id_, COUNTS) for day, id_ in spelled] == list(days(runs, mar(31)))
