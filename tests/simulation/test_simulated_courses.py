"""Whether the courses are believable."""

from collections import Counter
from datetime import date, timedelta
from statistics import mean

import pytest


def of(case, kind):
    return [event for event in case if event["type"] == f"dk.sagsspor.{kind}.v1"]


def groups_of(case):
    return [event["data"]["group"] for event in sorted(of(case, "target-group-assigned"), key=lambda event: event["data"]["effective"])]


@pytest.fixture(scope="module")
def citizens(cases):
    return [case for subject, case in cases.items() if subject != "jobnet"]


@pytest.mark.parametrize(
    ("group", "low", "high"),
    [
        ("dagpenge", 0.50, 0.60),
        ("kontanthjaelp_jobparat", 0.13, 0.21),
        ("uddannelseshjaelp_aabenlyst", 0.06, 0.12),
        ("jobafklaring", 0.06, 0.12),
        ("overgangsydelse_jobparat", 0.03, 0.07),
        ("overgangsydelse_aabenlyst", 0.01, 0.04),
        ("ikke_omfattet", 0.01, 0.06),
    ],
)
def test_groups_have_their_shares(citizens, group, low, high):
    first = Counter(groups[0] for case in citizens if (groups := groups_of(case)))

    assert low < first[group] / first.total() < high


def test_every_citizen_has_come(citizens):
    assert len(citizens) == 2_000


def test_a_case_has_some_tens_of_events(citizens):
    assert 30 < mean(len(case) for case in citizens) < 45


def test_a_deadline_in_eight_or_so_is_missed_by_the_insured(citizens):
    insured = [case for case in citizens if groups_of(case) == ["dagpenge"]]
    deadlines = sum(len(of(case, "deadline-set")) for case in insured)
    missed = sum(event["data"]["cause"] == "missed_booking" for case in insured for event in of(case, "deregistered"))

    assert 0.08 < missed / deadlines < 0.15


def test_deregistration_for_a_missed_deadline_holds_from_the_day_after_the_due_date(citizens):
    for case in citizens:
        due = {date.fromisoformat(event["data"]["due"]) for kind in ("deadline-set", "deadline-extended") for event in of(case, kind)}
        for event in of(case, "deregistered"):
            if event["data"]["cause"] == "missed_booking":
                assert date.fromisoformat(event["data"]["effective"]) - timedelta(days=1) in due


def test_the_insured_are_not_deducted_from(citizens):
    """Deduction belongs to the other groups; the fund decides about dagpenge."""
    insured = [case for case in citizens if groups_of(case) == ["dagpenge"]]

    assert insured
    assert not [event for case in insured for event in of(case, "sanction-decided")]


def test_people_in_jobafklaring_are_never_registered_as_jobseekers(citizens):
    never = [case for case in citizens if set(groups_of(case)) == {"jobafklaring"}]

    assert never
    assert not [event for case in never for kind in ("registered", "deregistered") for event in of(case, kind)]


def test_deadlines_are_long_enough_but_for_a_few(citizens):
    lengths = [
        (date.fromisoformat(event["data"]["due"]) - date.fromisoformat(event["data"]["effective"])).days
        for case in citizens
        for event in of(case, "deadline-set")
    ]
    short = sum(length < 8 for length in lengths)

    assert 0 < short / len(lengths) < 0.05


def test_days_are_mostly_counted_from_the_due_date(citizens):
    """The count begins on the due date itself; a few caseworkers leave it out."""
    begins_on_due = Counter(
        event["data"]["days"][0] == deadlines[event["data"]["deadline_id"]]
        for case in citizens
        for deadlines in [
            {
                known["data"]["deadline_id"]: known["data"]["due"]
                for kind in ("deadline-set", "deadline-extended")
                for known in of(case, kind)
            }
        ]
        for event in of(case, "sanction-decided")
        if event["data"]["deadline_id"] in deadlines
    )

    assert begins_on_due[True] > 10 * begins_on_due[False] > 0
