"""What was known: retractions, corrections, and corrections of corrections, by the clock of the authority or of this system."""

from datetime import date

import pytest
from cases import SOURCE, facts_of

from consumers.decoding import decode_data
from domain.events import ContactRestored, EventCorrected, EventRetracted, HearingAnswered, InterviewRequested, OutageRecorded
from domain.facts import EventRef, Fact, distinct
from domain.history import History, until
from domain.times import moment, parse_effective, parse_known_at

PHONE = ContactRestored(effective="2022-03-10", channel="phone")
VISIT = {"effective": "2022-03-10", "channel": "visit"}
MAIL = {"effective": "2022-03-12", "channel": "mail"}


def retract(target: str, source: str = SOURCE) -> EventRetracted:
    return EventRetracted(effective="2022-03-10", target_source=source, target_id=target, reason="fejl")


def correct(target: str, data: dict[str, object]) -> EventCorrected:
    return EventCorrected(effective="2022-03-10", target_source=SOURCE, target_id=target, reason="fejl", data=data)


def as_retraction(target: str) -> dict[str, object]:
    return {"effective": "2022-03-10", "target_source": SOURCE, "target_id": target, "reason": "fejl"}


def as_correction(target: str, data: dict[str, object]) -> dict[str, object]:
    return as_retraction(target) | {"data": data}


def channels(*told: tuple[object, str], known_at: str | None = None) -> list[str]:
    """Say which contact is left, e01 being one by phone; each revision stands with the March day of its registration."""
    facts = facts_of([PHONE, *((event, f"2022-03-{day}") for event, day in told)])
    left = History(facts, decode_data).facts(parse_known_at(known_at) if known_at else None)
    return [fact.event.channel for fact in left]


CHAINS = [
    ("nothing revised", (), ["phone"]),
    ("a retraction", ((retract("e01"), 11),), []),
    ("a retraction registered before its target", ((retract("e01"), "01"),), []),
    ("a retraction of nothing", ((retract("e09"), 11),), ["phone"]),
    ("a retraction of another source's event", ((retract("e01", "urn:other"), 11),), ["phone"]),
    ("a retraction of itself", ((retract("e02"), 11),), ["phone"]),
    ("a retraction retracted", ((retract("e01"), 11), (retract("e02"), 12)), ["phone"]),
    ("a retraction retracted, and that too", ((retract("e01"), 11), (retract("e02"), 12), (retract("e03"), 13)), []),
    ("a retraction retracted by an earlier one", ((retract("e01"), 12), (retract("e02"), 11)), []),
    ("two retractions, one of them retracted", ((retract("e01"), 11), (retract("e01"), 12), (retract("e02"), 13)), []),
    ("two retractions in a circle", ((retract("e03"), 11), (retract("e02"), 12), (retract("e01"), 13)), []),
    ("a gone retraction, then another", ((retract("e01"), 11), (retract("e02"), 12), (retract("e01"), 13)), []),
    ("a correction", ((correct("e01", VISIT), 11),), ["visit"]),
    ("of two corrections the last registered", ((correct("e01", VISIT), 11), (correct("e01", MAIL), 12)), ["mail"]),
    ("of two corrections the last registered, whatever comes first", ((correct("e01", VISIT), 12), (correct("e01", MAIL), 11)), ["visit"]),
    ("the last correction retracted", ((correct("e01", VISIT), 11), (correct("e01", MAIL), 12), (retract("e03"), 13)), ["visit"]),
    ("corrected, then retracted", ((correct("e01", VISIT), 11), (retract("e01"), 12)), []),
    ("retracted, then corrected", ((retract("e01"), 11), (correct("e01", VISIT), 12)), []),
    ("a correction that does not fit", ((correct("e01", {"effective": "2022-03-10"}), 11),), ["phone"]),
    ("one that fits, then one that does not", ((correct("e01", VISIT), 11), (correct("e01", {}), 12)), ["visit"]),
    ("a correction corrected", ((correct("e01", VISIT), 11), (correct("e02", as_correction("e01", MAIL)), 12)), ["mail"]),
    (
        "a correction corrected by an earlier one",
        ((correct("e01", VISIT), 12), (correct("e02", as_correction("e01", MAIL)), 11)),
        ["visit"],
    ),
    ("a correction pointed elsewhere", ((correct("e01", VISIT), 11), (correct("e02", as_correction("e09", VISIT)), 12)), ["phone"]),
    ("a retraction pointed elsewhere", ((retract("e01"), 11), (correct("e02", as_retraction("e09")), 12)), ["phone"]),
    ("a retraction pointed here", ((retract("e09"), 11), (correct("e02", as_retraction("e01")), 12)), []),
    ("a correction that does not fit a retraction", ((retract("e01"), 11), (correct("e02", VISIT), 12)), []),
]


@pytest.mark.parametrize(("told", "left"), [chain[1:] for chain in CHAINS], ids=[chain[0] for chain in CHAINS])
def test_a_revision_stands_unless_a_later_one_takes_it_back(told, left):
    assert left == channels(*told)


AS_KNOWN = [
    ("2022-03-09", []),
    ("2022-03-10", ["phone"]),
    ("2022-03-11", ["visit"]),
    ("2022-03-12", []),
    ("2022-03-13", ["visit"]),
]


@pytest.mark.parametrize(("known_at", "left"), AS_KNOWN)
def test_a_revision_counts_from_its_registration_on(known_at, left):
    assert left == channels((correct("e01", VISIT), 11), (retract("e01"), 12), (retract("e03"), 13), known_at=known_at)


def test_a_corrected_fact_keeps_its_name_and_registration_and_names_the_corrections_behind_it():
    told = [(PHONE, "2022-03-10"), (correct("e01", VISIT), "2022-03-11"), (correct("e02", as_correction("e01", MAIL)), "2022-03-12")]
    before, (after,) = facts_of(told)[0], History(facts_of(told), decode_data).facts()

    assert (before.ref, before.registered, before.received) == (after.ref, after.registered, after.received)
    assert (*parse_effective("2022-03-12"), "mail") == (after.effective, after.day, after.event.channel)
    assert (EventRef(SOURCE, "e02"), EventRef(SOURCE, "e03")) == after.corrections
    assert (after.ref, *after.corrections) == after.refs


def test_facts_that_no_revision_names_stay_as_they_are():
    told = [PHONE, InterviewRequested(effective="2022-03-09"), (retract("e01"), "2022-03-11")]
    facts = facts_of(told)

    assert [facts[1]] == History(facts, decode_data).facts()
    assert facts[1] is History(facts, decode_data).facts()[0]


def test_a_correction_that_moves_a_fact_moves_its_place_in_the_order():
    told = [PHONE, HearingAnswered(effective="2022-03-11"), (correct("e01", MAIL), "2022-03-13")]

    assert ["e02", "e01"] == [fact.id for fact in History(facts_of(told), decode_data).facts()]


def test_facts_come_in_the_order_of_effect_then_registration_then_source_then_id():
    at, day = parse_effective("2022-03-10")
    keys = [(at - 1, 5, "b", "2"), (at, 1, "b", "2"), (at, 2, "a", "9"), (at, 2, "b", "1"), (at, 2, "b", "2")]
    facts = [Fact(PHONE, effective, day, registered, 0, source, id_) for effective, registered, source, id_ in keys]

    for order in (facts, facts[::-1]):
        assert facts == History(order, decode_data).facts()


KNOWN_BY = [  # registered on the 10th, received on the 15th
    ("2022-03-09", [], []),
    ("2022-03-10", ["e01"], []),
    ("2022-03-14", ["e01"], []),
    ("2022-03-15", ["e01"], ["e01"]),
]


@pytest.mark.parametrize(("known_at", "registered", "received"), KNOWN_BY)
def test_the_authority_and_this_system_each_have_a_clock(known_at, registered, received):
    facts = [fact._replace(received=parse_effective("2022-03-15")[0]) for fact in facts_of([PHONE])]
    history, at = History(facts, decode_data), parse_known_at(known_at)

    assert (registered, received) == tuple([fact.id for fact in history.facts(at, clock)] for clock in ("registered", "received"))
    assert history.facts(at) == history.facts(at, "registered")


def test_a_fact_registered_at_the_very_instant_is_known():
    (fact,) = facts_of([PHONE])
    history = History([fact], decode_data)

    assert ([fact], []) == (history.facts(fact.registered), history.facts(fact.registered - 1))


def outage() -> Fact:
    start, end = parse_effective("2022-03-10")[0], parse_effective("2022-03-11")[0]
    (fact,) = facts_of([OutageRecorded(effective="2022-03-10", from_=moment(start), to=moment(end))])
    return fact._replace(id="down")


def test_a_citizens_stream_cannot_unsay_an_outage_and_the_systems_can():
    """A retraction bears on facts of its own case alone."""
    (retraction,) = facts_of([(retract("down"), "2022-03-12")])

    assert ["down"] == [fact.id for fact in History([retraction], decode_data, [outage()]).facts()]
    assert [] == History([], decode_data, [outage(), retraction]).facts()
    assert ["down", "e01"] == [fact.id for fact in History(facts_of([PHONE]), decode_data, [outage()]).facts()]


CUTS = [("2022-03-08", 0), ("2022-03-09", 1), ("2022-03-10", 3), ("2022-03-31", 4)]


@pytest.mark.parametrize(("day", "count"), CUTS)
def test_a_day_is_looked_at_to_its_end(day, count):
    times = ["2022-03-09", "2022-03-10", "2022-03-10T22:59:59.999999Z", "2022-03-10T23:00:00Z"]
    facts = facts_of([InterviewRequested(effective=effective) for effective in times])

    assert facts[:count] == until(facts, date.fromisoformat(day))


def test_each_fact_is_named_once_in_the_order_met():
    first, second = facts_of([PHONE, InterviewRequested(effective="2022-03-11")])

    assert (second, first) == distinct([second, None, first, second])
