"""Why a day is not among the days of deduction: one row a reason."""

from datetime import date, datetime

import pytest
from cases import facts_of, opening
from histories import days_of, policies, told
from hypothesis import given
from hypothesis import strategies as st

from consumers.decoding import decode_data
from domain.derive import look
from domain.events import (
    BenefitStopped,
    ContactRestored,
    DeadlineClosed,
    DeadlineSet,
    Deregistered,
    GroundAssessed,
    GuidanceGiven,
    InterviewBooked,
    RecoveryReported,
)
from domain.findings import derived_days
from domain.history import History
from domain.policy import DEFAULT_POLICY, Policy
from domain.times import COPENHAGEN, ONE_DAY
from domain.uncounted import why_uncounted


def deadline(due: int = 9, id_: str = "D1", published: str = "2022-02-24") -> DeadlineSet:
    return DeadlineSet(effective=published, deadline_id=id_, due=date(2022, 3, due), published="jobnet")


def booked(effective: str) -> InterviewBooked:
    return InterviewBooked(effective=effective, booking_id="B1", interview_at=datetime(2022, 3, 25, 10, tzinfo=COPENHAGEN))


def ground(first: int, last: int) -> GroundAssessed:
    return GroundAssessed(effective="2022-03-20", kind="sickness", from_=date(2022, 3, first), to=date(2022, 3, last), accepted=True)


CONTACT = ContactRestored(effective="2022-03-14", channel="phone")
MISSED = [*opening(), deadline(), CONTACT]
"""9, 10, 11, 12 and 13 March count; 12 and 13 are a Saturday and a Sunday."""

WEEKDAYS = Policy(day_calendar="weekdays")
ROWS = {
    "before the due date": (MISSED, 8, "never_counted", "before_due_date"),
    "after the contact": (MISSED, 14, "ended", "ended_contact"),
    "after the booking": ([*opening(), deadline(), booked("2022-03-11")], 11, "ended", "ended_booked"),
    "contact on the due date": (
        [*opening(), deadline(), ContactRestored(effective="2022-03-09", channel="phone")],
        10,
        "ended",
        "ended_contact",
    ),
    "superseded": ([*opening(), deadline(), deadline(25, "D2", "2022-03-12")], 12, "ended", "ended_new_deadline"),
    "benefit stopped": ([*opening(), deadline(), BenefitStopped(effective="2022-03-12")], 13, "ended", "ended_no_benefit"),
    "ground after due": ([*MISSED, ground(12, 12)], 12, "blocked", "ground_after_due"),
    "ground on due": ([*MISSED, ground(9, 9)], 11, "blocked", "ground_sickness"),
    "ended and blocked": ([*MISSED, ground(9, 20)], 15, "ended", "ended_contact"),
    "no guidance": ([*opening()[:2], deadline(), CONTACT], 10, "blocked", "guidance_missing"),
    "weekend": (MISSED, 12, "never_counted", "weekend_not_counted"),
    "sick": ([*MISSED, Deregistered(effective="2022-03-12", cause="sickness")], 13, "never_counted", "sick_that_day"),
    "sick on the due date": (
        [*opening(), Deregistered(effective="2022-03-01", cause="sickness"), deadline()],
        9,
        "never_counted",
        "sick_on_due",
    ),
    "no benefit on the due date": (
        [*opening(), deadline(), BenefitStopped(effective="2022-03-01")],
        9,
        "never_counted",
        "no_benefit_on_due",
    ),
    "dagpenge": ([*opening("dagpenge"), deadline(), CONTACT], 9, "never_counted", "group_without_days"),
    "met": ([*opening(), deadline(), booked("2022-03-08")], 9, "never_counted", "met_in_time"),
    "closed in time": (
        [*opening(), deadline(), DeadlineClosed(effective="2022-03-08", deadline_id="D1", cause="other")],
        9,
        "never_counted",
        "gone_before_due",
    ),
    "not yet due": ([*opening(), deadline(30), deadline(31, "D2", "2022-02-23")], 30, "never_counted", "not_yet_due"),
    "another deadline": ([*opening(), deadline(id_="D2")], 9, "never_counted", "no_such_deadline"),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_day_that_does_not_count_says_why(name: str):
    events, day, kind, code = ROWS[name]
    policy = WEEKDAYS if name == "weekend" else DEFAULT_POLICY
    seen = look(History(facts_of(events), decode_data), date(2022, 3, 30), policy=policy)

    found = why_uncounted(seen, "D1", date(2022, 3, day))

    assert found is not None
    assert (kind, code) == (found.kind, found.ruling.reason.code)
    assert found.ruling.rules


def test_a_day_that_counts_has_nothing_to_say():
    seen = look(History(facts_of(MISSED), decode_data), date(2022, 3, 30))

    assert [None] * 5 == [why_uncounted(seen, "D1", date(2022, 3, day)) for day in range(9, 14)]


def test_of_two_deadlines_of_one_id_the_one_that_was_due_speaks():
    events = [*MISSED, deadline(25, published="2022-03-15"), booked("2022-03-25")]
    seen = look(History(facts_of(events), decode_data), date(2022, 3, 30))

    codes = {day: why_uncounted(seen, "D1", date(2022, 3, day)).ruling.reason.code for day in (14, 24, 25)}

    assert {14: "ended_contact", 24: "ended_contact", 25: "met_in_time"} == codes


def test_an_ended_day_names_what_ended_the_count():
    seen = look(History(facts_of([*MISSED, RecoveryReported(effective="2022-03-20", channel="jobnet")]), decode_data), date(2022, 3, 30))

    found = why_uncounted(seen, "D1", date(2022, 3, 15))

    assert "ContactRestored" in [type(fact.event).__name__ for fact in found.ruling.facts]
    assert "R-2.5-7" in found.ruling.rules


def test_guidance_given_late_blocks_every_day():
    events = [*opening()[:2], GuidanceGiven(effective="2022-03-10", by="jobcentre", written=True), deadline(), CONTACT]
    seen = look(History(facts_of(events), decode_data), date(2022, 3, 30))

    assert {"guidance_late"} == {why_uncounted(seen, "D1", date(2022, 3, day)).ruling.reason.code for day in range(9, 14)}


@given(st.data(), told(), policies)
def test_a_day_says_why_it_does_not_count_exactly_when_it_does_not(data, told_, policy):
    """Days up to the day asked; after it nothing has been missed yet."""
    day = data.draw(days_of(told_))
    seen = look(told_.history, day, policy=policy)
    for deadline_id in {deadline.id for deadline in seen.course.deadlines} | {"D1"}:
        counted = derived_days(seen.judged, deadline_id, day)
        for n in range(40):
            asked = day - n * ONE_DAY
            assert (asked in counted) == (why_uncounted(seen, deadline_id, asked) is None)
