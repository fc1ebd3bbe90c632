"""The law by date: which rule set holds on a day, whom it covers and how many interviews it plans."""

from datetime import date

import pytest

from domain.groups import ALL_GROUPS
from domain.rulesets import RULE_SETS, rule_set_for

BOUNDS = [
    (date(2016, 8, 31), "none"),
    (date(2016, 9, 1), "2016-09-01"),
    (date(2019, 12, 31), "2016-09-01"),
    (date(2020, 1, 1), "2020-01-01"),
    (date(2023, 12, 31), "2020-01-01"),
    (date(2024, 1, 1), "2024-01-01"),
    (date(2199, 12, 31), "2024-01-01"),
    (date.min, "none"),
    (date.max, "2024-01-01"),
]


@pytest.mark.parametrize(("day", "id_"), BOUNDS)
def test_a_rule_set_holds_from_its_first_day_to_the_day_before_the_next(day, id_):
    assert id_ == rule_set_for(day).id


def test_the_rule_sets_leave_no_day_out_and_none_twice():
    newest_first = [(rules.valid_from, rules.valid_to) for rules in RULE_SETS]

    assert None is newest_first[0][1]
    assert date.min == newest_first[-1][0]
    assert [first for first, _ in newest_first[:-1]] == [until for _, until in newest_first[1:]]


COVERED = [
    (date(2016, 8, 31), set()),
    (date(2019, 12, 31), {"dagpenge"}),
    (date(2020, 1, 1), ALL_GROUPS),
    (date(2024, 1, 1), ALL_GROUPS),
]


@pytest.mark.parametrize(("day", "groups"), COVERED)
def test_the_duty_to_book_holds_for_dagpenge_alone_before_2020(day, groups):
    assert groups == rule_set_for(day).covered


PLANS = [  # interviews in the first six months, joint ones among them
    (date(2016, 8, 31), "dagpenge", (0, 0)),
    (date(2016, 9, 1), "dagpenge", (6, 2)),
    (date(2019, 12, 31), "kontanthjaelp_jobparat", (0, 0)),
    (date(2020, 1, 1), "dagpenge", (6, 2)),
    (date(2020, 1, 1), "kontanthjaelp_jobparat", (4, 0)),
    (date(2020, 1, 1), "jobafklaring", (4, 0)),
    (date(2024, 1, 1), "dagpenge", (6, 0)),  # three at the fund, three at the jobcentre
    (date(2024, 1, 1), "overgangsydelse_aabenlyst", (4, 0)),
    (date(2022, 1, 1), "ikke_omfattet", (0, 0)),
    (date(2022, 1, 1), None, (0, 0)),
]


@pytest.mark.parametrize(("day", "group", "planned"), PLANS)
def test_the_plan_of_interviews_follows_the_day_and_the_group(day, group, planned):
    plan = rule_set_for(day).plan(group)

    assert planned == (plan.required, plan.joint_required)
    assert bool(plan.required) == bool(plan.rules)


@pytest.mark.parametrize(("day", "joint"), [(date(2016, 8, 31), False), (date(2016, 9, 1), True), (date(2024, 1, 1), False)])
def test_joint_interviews_were_held_until_2024(day, joint):
    assert joint is rule_set_for(day).joint_interviews


def test_a_deadline_is_eight_days_long_and_leaves_a_week_to_hold_the_interview():
    assert {(8, 7)} == {(rules.minimum_days, rules.window_days) for rules in RULE_SETS}
