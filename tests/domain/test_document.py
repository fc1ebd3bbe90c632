"""The case view as a document: the contract's keys, equal bytes, and only events that bear on the day."""

from datetime import date, datetime

import orjson
import pytest
from cases import SOURCE, facts_of, look, opening, without

from domain.document import as_document
from domain.events import (
    ContactRestored,
    DeadlineExtended,
    DeadlineSet,
    Deregistered,
    EventCorrected,
    FundDecisionReceived,
    GroundAssessed,
    GuidanceGiven,
    HolidayNotified,
    InterviewBooked,
    InterviewMissed,
    NoSlotsReported,
    OutageRecorded,
    Registered,
    TargetGroupAssigned,
)
from domain.facts import EventRef
from domain.policy import Policy
from domain.times import COPENHAGEN

CASE = "0d5c0f5e-0000-4000-8000-000000000000"
KEYS = (
    "case valid_on known_at known_by policy rules group registration self_booking immediate_booking_demanded deadlines obligations "
    "sanctionable_days blocked_days no_show_days registration_gap interviews decisions findings alerts"
)
LAST = "2022-03-31"
DAY_LISTS = ("sanctionable_days", "blocked_days", "no_show_days", "registration_gap")


def at(day: int, hour: int = 10, month: int = 3) -> datetime:
    return datetime(2022, month, day, hour, tzinfo=COPENHAGEN)


def deadline(due: int = 9, published: str = "2022-02-24", id_: str = "D1") -> DeadlineSet:
    return DeadlineSet(
        effective=published, deadline_id=id_, due=date(2022, 3, due), interview_by=date(2022, 3, due + 7), published="jobnet"
    )


def booking(effective: str, id_: str = "B1", day: int = 25) -> InterviewBooked:
    return InterviewBooked(effective=effective, booking_id=id_, interview_at=at(day))


def ground(first: int, last: int, **how: object) -> GroundAssessed:
    return GroundAssessed(
        effective="2022-03-20", from_=date(2022, 3, first), to=date(2022, 3, last), **{"kind": "sickness", "accepted": True, **how}
    )


OPENING = opening()
FUND_OPENING = opening("dagpenge")
LATE = booking("2022-03-14")

CASES = {
    "running": [*OPENING, deadline()],
    "booked late": [*OPENING, deadline(), LATE],
    "contact": [*OPENING, deadline(), ContactRestored(effective="2022-03-11", channel="phone"), LATE],
    "new deadline": [*OPENING, deadline(), deadline(22, "2022-03-12", "D2")],
    "extended": [*OPENING, deadline(), DeadlineExtended(effective="2022-03-08", deadline_id="D1", due=date(2022, 3, 11)), LATE],
    "jobafklaring": [*opening("jobafklaring"), deadline(), LATE],
    "group changed": [*OPENING, deadline(), TargetGroupAssigned(effective="2022-03-12", group="jobafklaring")],
    "guidance missing": [*OPENING[:2], OPENING[3], deadline(), LATE],
    "guidance late": [*OPENING[:2], OPENING[3], GuidanceGiven(effective="2022-03-10", by="jobcentre", written=True), deadline(), LATE],
    "too short": [*OPENING, deadline(published="2022-03-04"), LATE],
    "no slots": [*OPENING, deadline(), NoSlotsReported(effective="2022-03-08", channel="phone"), LATE],
    "no slots on the due date": [
        *OPENING,
        deadline(),
        NoSlotsReported(effective="2022-03-09", channel="mail"),
        ContactRestored(effective="2022-03-10", channel="phone"),
    ],
    "ground": [*OPENING, deadline(), LATE, ground(9, 10)],
    "ground after": [*OPENING, deadline(), LATE, ground(11, 12, kind="maternity")],
    "two obstacles": [*OPENING[:2], OPENING[3], deadline(), LATE, ground(8, 9)],
    "holiday": [*OPENING, HolidayNotified(effective="2022-02-10", from_=date(2022, 3, 7), to=date(2022, 3, 10)), deadline(), LATE],
    "holiday after": [*OPENING, HolidayNotified(effective="2022-02-10", from_=date(2022, 3, 11), to=date(2022, 3, 12)), deadline(), LATE],
    "outage": [*OPENING, deadline(), OutageRecorded(effective="2022-03-09", from_=at(9, 8), to=at(9, 20)), LATE],
    "no-show": [
        *OPENING,
        deadline(),
        InterviewBooked(effective="2022-03-05", booking_id="B1", interview_at=at(14)),
        InterviewMissed(effective="2022-03-15", booking_id="B1"),
        ContactRestored(effective="2022-03-17", channel="phone"),
    ],
    "gap": [
        *FUND_OPENING,
        deadline(),
        Deregistered(effective="2022-03-10", cause="missed_booking"),
        LATE,
        Registered(effective="2022-03-14", channel="jobnet"),
    ],
    "gap still open": [*FUND_OPENING, deadline(), Deregistered(effective="2022-03-10", cause="missed_booking")],
    "gap dispensed": [
        *FUND_OPENING,
        deadline(),
        Deregistered(effective="2022-03-10", cause="missed_booking"),
        FundDecisionReceived(effective="2022-03-16", outcome="dispensation", from_=date(2022, 3, 10), to=date(2022, 3, 13)),
    ],
}


def document(events, valid_on=LAST, **how):
    return as_document(look(facts_of(events), valid_on, **how), CASE)


def verdict(found, name, date_):
    """Give a day of a list without the events it cites."""
    return next(({key: value for key, value in day.items() if key != "because"} for day in found[name] if day["date"] == date_), None)


@pytest.mark.parametrize("name", CASES)
def test_every_event_cited_for_a_day_bears_on_it(name):
    """Take a cited event away, and the day is gone, or is explained otherwise."""
    facts = facts_of(CASES[name])
    whole = as_document(look(facts, LAST), CASE)
    cited = [(days, day["date"], EventRef(**ref)) for days in DAY_LISTS for day in whole[days] for ref in day["because"]]
    assert cited
    for days, day, ref in cited:
        less = as_document(look(without(facts, ref), LAST), CASE)
        assert verdict(less, days, day) != verdict(whole, days, day), (days, day, ref.id)


def test_the_keys_are_the_contracts_in_its_order():
    found = document(CASES["running"])
    assert " ".join(found) == KEYS
    assert " ".join(found["deadlines"][0]) == "deadline_id published due interview_by state state_since lapses_after rules because"
    assert " ".join(found["obligations"][0]) == "kind since due state deadline_id rules because"
    assert " ".join(found["sanctionable_days"][0]) == "date deadline_id reason rules law because considered"
    assert " ".join(found["sanctionable_days"][0]["considered"][0]) == "rule reason"
    for notes in ("findings", "alerts"):
        assert " ".join(found[notes][0]) == "code since text rules because"


@pytest.mark.parametrize("name", CASES)
def test_equal_input_gives_equal_bytes(name):
    first, again = (orjson.dumps(document(events)) for events in (CASES[name], list(CASES[name])))
    assert first == again


def test_the_order_in_which_facts_come_changes_no_byte():
    facts = facts_of(CASES["two obstacles"])
    forwards, backwards = (orjson.dumps(as_document(look(order, LAST), CASE)) for order in (facts, facts[::-1]))
    assert forwards == backwards


def test_a_day_of_deduction_says_in_full_why_it_is_one():
    found = document(CASES["booked late"])
    assert [day["date"] for day in found["sanctionable_days"]] == [f"2022-03-{day:02}" for day in range(9, 14)]
    day = found["sanctionable_days"][0]
    assert day["deadline_id"] == "D1"
    assert day["reason"].startswith(
        "Fristen for selvbooking var den 9. marts 2022. Der blev booket en jobsamtale den 14. marts 2022. Der kan derfor ske fradrag for "
    )
    assert day["rules"] == ["R-2.5-6", "R-2.5-8", "R-2.5-7"]
    assert day["law"] == ["LAS § 37 a", "LAS § 37 a, jf. § 13, stk. 2, nr. 4, og stk. 3, nr. 2"]
    assert day["because"] == [{"source": SOURCE, "id": id_} for id_ in ("e01", "e03", "e05", "e06")]
    assert {"rule": "R-3-1", "reason": "Vejledning var givet skriftligt den 3. januar 2022."} in day["considered"]


def test_a_blocked_day_says_in_full_what_blocks_it():
    found = document(CASES["guidance missing"])
    assert found["sanctionable_days"] == []
    assert found["blocked_days"][0]["reason"] == (
        "Fristen for selvbooking var den 9. marts 2022. Det er ikke dokumenteret, at personen inden fristdagen var vejledt skriftligt om "
        "selvbooking og om konsekvenserne af manglende selvbooking. Der kan derfor ikke ske fradrag for dagen."
    )
    assert found["blocked_days"][0]["law"] == ["LAS § 35, stk. 1", "Vejledningen afsnit 3"]


def test_a_finding_says_in_full_what_is_odd():
    found = next(note for note in document(CASES["too short"])["findings"] if note["code"] == "deadline_too_short")
    assert found == {
        "code": "deadline_too_short",
        "since": "2022-03-04",
        "text": (
            "Fristen blev offentliggjort den 4. marts 2022 og udløber den 9. marts 2022. Det er mindre end de 8 dage, en frist mindst skal "
            "være på."
        ),
        "rules": ["R-2.2-2", "R-1.1-3"],
        "because": [{"source": SOURCE, "id": "e05"}],
    }


def test_in_jobafklaring_the_days_rest_on_that_groups_provision_alone():
    assert document(CASES["jobafklaring"])["sanctionable_days"][0]["law"] == ["LAS § 69 n, stk. 4"]


def test_the_group_on_the_due_date_names_the_provision_not_a_later_group():
    days = document(CASES["group changed"])["sanctionable_days"]
    assert {day["law"][0] for day in days} == {"LAS § 37 a"}
    assert not [statute for day in days for statute in day["law"] if "69 n" in statute]


def test_a_no_show_rests_on_its_own_provision_and_names_no_deadline():
    days = document(CASES["no-show"])["no_show_days"]
    assert [day["date"] for day in days] == ["2022-03-14", "2022-03-15", "2022-03-16"]
    assert days[0]["law"][0] == "LAS § 37"
    assert days[0]["deadline_id"] is None


def test_a_correction_is_cited_beside_what_it_corrects():
    data = {"effective": "2022-03-13", "booking_id": "B1", "interview_at": "2022-03-25T10:00:00+01:00"}
    correction = EventCorrected(effective="2022-03-13", target_source=SOURCE, target_id="e06", reason="Forkert dato", data=data)
    day = document([*CASES["booked late"], (correction, "2022-04-01")])["sanctionable_days"][-1]
    assert day["date"] == "2022-03-12"
    assert [ref["id"] for ref in day["because"]] == ["e01", "e03", "e05", "e06", "e07"]


def test_what_was_not_known_then_is_not_said():
    events = [*OPENING, deadline(), (LATE, "2022-03-20T09:00:00+01:00")]
    then = document(events, valid_on="2022-03-19", known_at="2022-03-19")
    assert then["known_at"] == "2022-03-19T23:59:59.999999+01:00"
    assert len(then["sanctionable_days"]) == 11
    assert document(events, valid_on="2022-03-19")["known_at"] is None


def test_the_reading_stands_in_the_document():
    found = document(CASES["booked late"], policy=Policy(day_calendar="weekdays"))
    assert found["policy"]["day_calendar"] == "weekdays"
    assert [day["date"] for day in found["sanctionable_days"]] == ["2022-03-09", "2022-03-10", "2022-03-11"]


def test_a_deadline_and_what_is_owed_stand_with_their_dates():
    found = document([*OPENING, deadline()], valid_on="2022-03-01")
    assert found["deadlines"] == [
        {
            "deadline_id": "D1",
            "published": "2022-02-24",
            "due": "2022-03-09",
            "interview_by": "2022-03-16",
            "state": "open",
            "state_since": "2022-02-24",
            "lapses_after": "2022-04-30",
            "rules": ["R-2.2-1", "R-2.2-3"],
            "because": [{"source": SOURCE, "id": "e05"}],
        }
    ]
    assert found["obligations"] == [
        {
            "kind": "book_interview",
            "since": "2022-02-24",
            "due": "2022-03-09",
            "state": "open",
            "deadline_id": "D1",
            "rules": ["R-2.1-1", "R-2.2-1", "R-2.2-3", "R-2.2-8"],
            "because": [{"source": SOURCE, "id": "e05"}],
        }
    ]
