"""What was learnt, what it changed, and which event is behind each change."""

from datetime import date, datetime

from cases import SOURCE, facts_of, opening
from histories import days_of, instants_of, policies, told
from hypothesis import given
from hypothesis import strategies as st

from consumers.decoding import decode_data
from domain.derive import derive
from domain.difference import difference, each_change
from domain.document import as_document
from domain.events import (
    ContactRestored,
    DeadlineSet,
    Deregistered,
    Event,
    EventCorrected,
    ExemptionGranted,
    GroundAssessed,
    HolidayNotified,
    InterviewBooked,
    NoSlotsReported,
)
from domain.history import History
from domain.learning import Learning, what_changed
from domain.register import rule
from domain.times import COPENHAGEN, parse_known_at

CASE = "0d5c0f5e-0000-4000-8000-000000000000"
DEADLINE = DeadlineSet(effective="2022-02-24", deadline_id="D1", due=date(2022, 3, 9), published="jobnet")
CONTACT = ContactRestored(effective="2022-03-14", channel="phone")
APRIL = date(2022, 4, 30)
FIRST, SECOND = parse_known_at("2022-04-01"), parse_known_at("2022-04-30")


def late(event: Event, day: str = "2022-04-04") -> tuple[Event, str]:
    return event, day


def booked(effective: str) -> InterviewBooked:
    return InterviewBooked(effective=effective, booking_id="B1", interview_at=datetime(2022, 5, 25, 10, tzinfo=COPENHAGEN))


def ground(first: int, last: int) -> GroundAssessed:
    return GroundAssessed(effective="2022-03-20", kind="sickness", from_=date(2022, 3, first), to=date(2022, 3, last), accepted=True)


def learnt(*events: Event | tuple[Event, str], on: date = APRIL) -> dict:
    facts = facts_of([*opening(), *events])
    new = [fact for fact in facts if FIRST < fact.registered <= SECOND]
    return what_changed(Learning(History(facts, decode_data), on, FIRST, SECOND, new), CASE)


def behind(change: dict) -> list[str]:
    return [one["id"] for one in change["caused_by"]]


def test_each_day_that_falls_away_names_the_event_and_what_it_is_now():
    """e07 is the sickness; the contact, e06, was known."""
    removed = learnt(DEADLINE, CONTACT, late(Deregistered(effective="2022-03-12", cause="sickness")))["sanctionable_days"]["removed"]

    assert [("2022-03-12", ["e07"], ["R-2.15-7"]), ("2022-03-13", ["e07"], ["R-2.15-7"])] == [
        (day["date"], behind(day), day["now"]["rules"]) for day in removed
    ]


def test_of_two_learnt_events_only_the_one_that_made_the_change_is_behind_it():
    changes = learnt(DEADLINE, CONTACT, late(ground(12, 12)), late(ContactRestored(effective="2022-03-20", channel="mail")))

    assert [("2022-03-12", ["e07"])] == [(day["date"], behind(day)) for day in changes["sanctionable_days"]["removed"]]
    assert [("2022-03-12", ["e07"])] == [(day["date"], behind(day)) for day in changes["blocked_days"]["added"]]


def test_two_events_that_each_make_the_change_are_both_behind_it():
    changes = learnt(
        DEADLINE,
        CONTACT,
        late(ground(12, 12)),
        late(HolidayNotified(effective="2022-02-20", from_=date(2022, 3, 12), to=date(2022, 3, 12))),
    )

    assert {"2022-03-12": ["e07", "e08"]} == {day["date"]: behind(day) for day in changes["sanctionable_days"]["removed"]}


def test_events_of_which_no_single_one_decides_are_told_as_a_smallest_set_that_does():
    """Missing slots on the due date, reported twice and followed up twice: one report and one call are needed, whichever they are."""
    reports = [late(NoSlotsReported(effective="2022-03-09", channel=channel)) for channel in ("mail", "phone")]
    calls = [late(ContactRestored(effective="2022-03-10", channel=channel)) for channel in ("mail", "phone")]

    changes = learnt(DEADLINE, *reports, *calls)

    [due] = [day for day in changes["sanctionable_days"]["removed"] if day["date"] == "2022-03-09"]
    assert (["e07", "e09"], ["R-2.12-3", "R-2.3-2"]) == (behind(due), due["now"]["rules"])


def test_a_duty_that_falls_away_names_its_rule_and_event():
    [removed] = learnt(DEADLINE, late(booked("2022-03-11")))["obligations"]["removed"]

    assert (["e06"], "ended_booked", True) == (behind(removed), removed["now"]["state"], "R-2.5-7" in removed["now"]["rules"])


def test_a_duty_that_rests_while_its_deadline_stands_names_why():
    [removed] = learnt(DEADLINE, CONTACT, late(Deregistered(effective="2022-03-12", cause="sickness")))["obligations"]["removed"]

    assert (["e07"], ["R-2.15-7"]) == (behind(removed), removed["now"]["rules"])


def test_a_duty_that_an_exemption_took_names_the_exemption():
    changes = learnt(DEADLINE, late(ExemptionGranted(effective="2022-03-05", reason="language")))

    [removed] = changes["obligations"]["removed"]
    assert (["e06"], "closed") == (behind(removed), removed["now"]["state"])
    assert ("exempt", ["e06"]) == (changes["self_booking"]["after"], behind(changes["self_booking"]))


def test_a_new_duty_names_its_rules_and_events():
    changes = learnt(DEADLINE, CONTACT, late(Deregistered(effective="2022-03-12", cause="sickness")))

    [added] = changes["obligations"]["added"]
    assert ("report_recovery", ["R-2.7.3-1"], ["e07"], ["e07"]) == (
        added["kind"],
        added["rules"],
        behind(added),
        [one["id"] for one in added["because"]],
    )


def test_a_deadline_in_another_state_names_rules_and_events():
    change = learnt(DEADLINE, late(booked("2022-03-11")))["deadlines"]["D1"]

    assert (["e06"], ["e05", "e06"]) == (behind(change), [one["id"] for one in change["because"]])
    assert "R-2.5-7" in change["rules"]


def test_a_correction_is_behind_what_it_changes():
    data = {"effective": "2022-03-11", "channel": "phone"}
    changes = learnt(
        DEADLINE, CONTACT, late(EventCorrected(effective="2022-04-04", target_source=SOURCE, target_id="e06", reason="fejl", data=data))
    )

    assert [["e07"]] * 3 == [behind(day) for day in changes["sanctionable_days"]["removed"]]


def test_nothing_learnt_changes_nothing():
    assert {} == learnt(DEADLINE, CONTACT)


@given(st.data(), told(), policies, st.sampled_from(["registered", "received"]))
def test_every_change_has_a_learnt_event_behind_it_and_every_changed_day_and_duty_a_rule(data, told_, policy, known_by):
    day = data.draw(days_of(told_))
    first, second = sorted(data.draw(instants_of(told_)) for _ in range(2))
    new = [fact for fact in told_.facts if first < getattr(fact, known_by) <= second]
    was, is_ = (as_document(derive(told_.history, day, at, policy, known_by), CASE) for at in (first, second))

    found = what_changed(Learning(told_.history, day, first, second, new, policy, known_by), CASE)

    assert [key for key, _ in each_change(difference(was, is_))] == [key for key, _ in each_change(found)]
    refs = {(fact.source, fact.id) for fact in new}
    for (section, *_), change in each_change(found):
        causes = {(one["source"], one["id"]) for one in change["caused_by"]}
        assert causes
        assert causes <= refs
        if section.endswith("_days") or section in {"registration_gap", "obligations"}:
            assert all(rule(one) for one in change["rules"])
            assert change["rules"]
        if section in {"sanctionable_days", "blocked_days"} and "now" in change:
            assert change["now"]["rules"]
