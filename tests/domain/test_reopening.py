"""Which days change under another reading."""

from datetime import date, datetime

import pytest
from cases import facts_of, opening
from histories import days_of, policies, told
from hypothesis import given
from hypothesis import strategies as st

from consumers.decoding import decode_data
from domain.derive import day_lists, derive
from domain.events import ContactRestored, DeadlineSet, GroundAssessed, InterviewBooked
from domain.history import History
from domain.policy import POLICY_VALUES, Policy
from domain.reopening import Comparing, DaysChanged, Reading, compare_days
from domain.rulesets import RULE_SETS, UnknownRuleSetError, as_if_always
from domain.times import COPENHAGEN, ONE_DAY
from domain.view import CaseView, dates

DEADLINE = DeadlineSet(effective="2022-02-24", deadline_id="D1", due=date(2022, 3, 9), published="jobnet")
CONTACT = ContactRestored(effective="2022-03-14", channel="phone")
MISSED = facts_of([*opening(), DEADLINE, CONTACT])
"""9 to 13 March count; with the last day counted, 14 March too. 12 and 13 are a weekend."""


def mar(*days: int) -> tuple[date, ...]:
    return tuple(date(2022, 3, day) for day in days)


def compared(facts=MISSED, first=1, last=31, on=date(2022, 12, 31), rules=None, **values) -> DaysChanged | None:
    asked = Comparing(date(2022, 3, first), date(2022, 3, last), on, Reading(), Reading(Policy(**values), rules))
    return compare_days(History(facts, decode_data).facts(), asked)


def changed_days(found: DaysChanged) -> dict[int, tuple[str, str]]:
    return {day.date.day: (day.before.status, day.after.status) for day in found.days}


def test_a_day_more_is_told_with_why_on_both_sides():
    found = compared(count_end_day=True)

    [day] = found.days
    assert (mar(9, 10, 11, 12, 13), mar(9, 10, 11, 12, 13, 14)) == (found.before, found.after)
    assert (mar(14)[0], "neither", "ended", "sanctionable") == (day.date, day.before.status, day.before.verdict.kind, day.after.status)
    assert ("count_end_day",) == found.behind


def test_days_that_fall_out_say_so():
    assert {12: ("sanctionable", "neither"), 13: ("sanctionable", "neither")} == changed_days(compared(day_calendar="weekdays"))


def test_equal_days_are_no_change():
    assert compared(contact_before_due="averts") is None


def test_only_the_days_asked_about_are_compared():
    assert compared(count_end_day=True, last=13) is None
    assert compared(count_end_day=True, first=15) is None
    assert {14: ("neither", "sanctionable")} == changed_days(compared(count_end_day=True, first=14, last=14))


def test_what_came_after_the_period_bears_on_its_days():
    """The ground was assessed in April and covers the due date: looked at in March, five days change; looked at now, they are blocked."""
    ground = GroundAssessed(effective="2022-04-20", kind="sickness", from_=date(2022, 3, 9), to=date(2022, 3, 11), accepted=True)
    facts = facts_of([*opening(), DEADLINE, CONTACT, ground])

    assert {12: ("blocked", "sanctionable"), 13: ("blocked", "sanctionable")} == changed_days(compared(facts, ground_on_due="until_end"))
    assert compared(facts, on=date(2022, 3, 31), ground_on_due="until_end") is None


def test_a_day_is_asked_about_only_once_it_has_passed():
    running = facts_of([*opening(), DEADLINE])

    assert {12: ("sanctionable", "neither")} == changed_days(compared(running, on=date(2022, 3, 12), day_calendar="weekdays"))


def test_a_date_of_two_deadlines_changes_once():
    """D1's count goes on under the other reading, but D2 has the days anyway (S-19)."""
    second = DeadlineSet(effective="2022-03-11", deadline_id="D2", due=date(2022, 3, 20), published="jobnet")
    booked = InterviewBooked(effective="2022-03-23", booking_id="B1", interview_at=datetime(2022, 3, 25, tzinfo=COPENHAGEN))
    facts = facts_of([*opening(), DEADLINE, second, booked])

    assert mar(9, 10, 20, 21, 22) == compared(facts, count_end_day=True).before
    assert {23: ("neither", "sanctionable")} == changed_days(compared(facts, count_end_day=True))


def test_of_several_values_those_behind_the_change_are_named():
    assert ("count_end_day",) == compared(count_end_day=True, jobafklaring_lapse="as_registered_groups").behind


def test_two_values_that_each_do_it_are_both_named():
    found = compared(count_end_day=True, day_calendar="weekdays")

    assert ("day_calendar", "count_end_day") == found.behind
    assert {12: ("sanctionable", "neither"), 13: ("sanctionable", "neither"), 14: ("neither", "sanctionable")} == changed_days(found)


def test_under_a_rule_set_from_before_the_duty_no_day_remains():
    """Only dagpenge had the duty in 2016 (RULES: the law has moved)."""
    found = compared(rules="2016-09-01")

    assert ((), ("rules",)) == (found.after, found.behind)
    assert {"before_ruleset"} == {day.after.verdict.ruling.reason.code for day in found.days}


def test_the_rule_set_that_held_changes_nothing():
    assert compared(rules="2020-01-01") is None


def test_a_view_names_the_rule_set_it_was_made_as_if_under():
    assert {one.id for one in RULE_SETS} == {
        derive(History(MISSED, decode_data), date(2022, 3, 31), law=as_if_always(one)).rule_set for one in RULE_SETS
    }


def test_a_rule_set_that_does_not_exist_is_refused_by_name():
    with pytest.raises(UnknownRuleSetError, match=r"'2020'.*2024-01-01"):
        _ = Reading(rules="2020").law


def statuses(view: CaseView, first: date, last: date) -> dict[date, str]:
    found = dict.fromkeys(dates(view.blocked, view.valid_on), "blocked") | dict.fromkeys(dates(view.sanctionable, view.valid_on), "s")
    return {day: status for day, status in found.items() if first <= day <= last}


KINDS = {"sanctionable": {"counted"}, "blocked": {"blocked"}, "neither": {"ended", "never_counted"}}


@given(st.data(), told(), policies, policies)
def test_the_list_says_what_two_views_say(data, told_, one, other):
    """No second place knows law: a case is listed exactly when two derivations show other days."""
    day, first = data.draw(days_of(told_)), data.draw(days_of(told_))
    last = first + data.draw(st.integers(0, 60)) * ONE_DAY
    asked = Comparing(first, last, day, Reading(one), Reading(other))
    was, is_ = (statuses(derive(told_.history, day, policy=policy), first, last) for policy in (one, other))

    found = compare_days(told_.history.facts(), asked)

    changed = found.days if found else ()
    assert {day for day in {*was, *is_} if was.get(day) != is_.get(day)} == {day.date for day in changed}
    assert all(side.verdict.kind in KINDS[side.status] for day in changed for side in (day.before, day.after))
    assert found is None or set(found.behind) <= set(asked.differing)


@given(st.data(), told(), policies)
def test_the_day_lists_alone_are_those_of_the_view(data, told_, policy):
    day = data.draw(days_of(told_))
    view = derive(told_.history, day, policy=policy)

    assert (view.sanctionable, view.blocked) == tuple(day_lists(told_.history.facts(), day, policy))


@pytest.mark.parametrize("name", POLICY_VALUES)
def test_a_reading_with_one_value_changed_differs_in_that_value(name):
    other = Reading().with_value(name, POLICY_VALUES[name][1])

    assert (name,) == Comparing(*mar(1, 31, 31), Reading(), other).differing
