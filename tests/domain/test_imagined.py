"""What if, and how late it could have been."""

from datetime import date, datetime

import pytest
from cases import SOURCE, facts_of, opening
from histories import days_of, told
from hypothesis import given
from hypothesis import strategies as st

from consumers.decoding import decode_data
from domain.contrast import Contrast, contrasts, moved
from domain.derive import derive
from domain.events import (
    ContactRestored,
    DeadlineSet,
    DeductionMade,
    Deregistered,
    Event,
    EventCorrected,
    EventRetracted,
    GroundAssessed,
    HolidayNotified,
    OutageRecorded,
    SanctionDecided,
)
from domain.facts import Fact
from domain.history import History
from domain.imagined import ImaginedHistory, Note
from domain.times import COPENHAGEN, parse_known_at
from domain.view import dates

DEADLINE = DeadlineSet(effective="2022-02-24", deadline_id="D1", due=date(2022, 3, 9), published="jobnet")
CONTACT = ContactRestored(effective="2022-03-14T10:15:00+01:00", channel="phone")
MISSED = [*opening(), DEADLINE, CONTACT]
"""9 to 13 March count."""
APRIL = date(2022, 4, 30)


def mar(*days: int) -> tuple[date, ...]:
    return tuple(date(2022, 3, day) for day in days)


DECIDED = SanctionDecided(
    effective="2022-03-23T10:00:00+01:00", deadline_id="D1", days=mar(9, 10, 11, 12, 13), other_circumstances_assessed=True
)
DEDUCTED = DeductionMade(effective="2022-03-31T06:00:00+02:00", deadline_id="D1", days=mar(9, 10, 11, 12, 13))
SICK = Deregistered(effective="2022-03-12", cause="sickness")


def history(*events: Event | tuple[Event, str]) -> tuple[History, list[Fact]]:
    facts = facts_of([*MISSED, *events])
    return History(facts, decode_data), facts


def fact(event: Event, registered: str | None = None) -> Fact:
    [made] = facts_of([event if registered is None else (event, registered)])
    return made._replace(id="imagined")


def contrast_of(note: Event, *events: Event | tuple[Event, str], on: date = APRIL, registered: str | None = None) -> Contrast:
    real, _ = history(*events)
    [found] = contrasts(ImaginedHistory(real, added=(Note(fact(note, registered)),)), on)
    return found


def test_an_added_fact_counts_and_the_real_case_is_as_it_was():
    real, _ = history()

    view = ImaginedHistory(real, added=(Note(fact(SICK)),)).derive(APRIL)

    assert list(mar(9, 10, 11)) == dates(view.as_if_real.sanctionable, APRIL)
    assert [SICK] == [one.event for one in view.added]
    assert list(mar(9, 10, 11, 12, 13)) == dates(derive(real, APRIL).sanctionable, APRIL)


def test_a_removed_fact_is_gone_with_all_that_follows():
    real, facts = history(SICK)

    view = ImaginedHistory(real, removed=(Note(facts[-1]),)).derive(APRIL)

    assert list(mar(9, 10, 11, 12, 13)) == dates(view.as_if_real.sanctionable, APRIL)
    assert (facts[-1].ref,) == view.removed


def test_an_imagined_outage_belongs_to_the_system():
    outage = OutageRecorded(
        effective="2022-03-09",
        from_=datetime(2022, 3, 9, 8, tzinfo=COPENHAGEN),
        to=datetime(2022, 3, 9, 20, tzinfo=COPENHAGEN),
    )
    real, _ = history()

    view = ImaginedHistory(real, added=(Note(fact(outage), of_system=True),)).derive(APRIL)

    assert [] == dates(view.as_if_real.sanctionable, APRIL)


# The days of deduction are 9 to 13 March. Sick from day d on takes d..13 out, unless d <= 9: then nothing is left.
EFFECTIVE = {
    "sick, two days fall out": (SICK, mar(12, 13), (), mar(12)[0], mar(13)[0]),
    "sick on the last day": (Deregistered(effective="2022-03-13", cause="sickness"), mar(13), (), mar(13)[0], mar(13)[0]),
    "sick the day after": (Deregistered(effective="2022-03-14", cause="sickness"), (), (), None, None),
    # Contact on day d leaves 9..d-1: on the 10th four days fall away, on the 13th one.
    "contact": (ContactRestored(effective="2022-03-10", channel="phone"), mar(10, 11, 12, 13), (), mar(10)[0], mar(13)[0]),
    # A ground is what it covers, whenever it is assessed.
    "ground": (
        GroundAssessed(effective="2022-03-20", kind="sickness", from_=date(2022, 3, 11), to=date(2022, 3, 12), accepted=True),
        mar(11, 12),
        (),
        APRIL,
        APRIL,
    ),
    # Two weeks' notice: told on 24 February at the latest for a holiday from 10 March.
    "holiday": (
        HolidayNotified(effective="2022-02-10", from_=date(2022, 3, 10), to=date(2022, 3, 11)),
        mar(10, 11),
        (),
        date(2022, 2, 24),
        date(2022, 2, 24),
    ),
}


@pytest.mark.parametrize("name", EFFECTIVE)
def test_the_latest_day_on_which_a_fact_would_still_have_mattered(name: str):
    note, *expected = EFFECTIVE[name]

    found = contrast_of(note)

    assert tuple(expected) == (found.gone, found.come, found.latest, found.latest_any)


def test_a_fact_that_brings_days_has_a_latest_day_too():
    """D2 is set on 15 March for 25 March: 25 to 31 March come. It must be set eight days before, on 17 March at the latest."""
    second = DeadlineSet(effective="2022-03-15", deadline_id="D2", due=date(2022, 3, 25), published="jobnet")

    found = contrast_of(second, on=date(2022, 3, 31))

    assert (mar(25, 26, 27, 28, 29, 30, 31), mar(17)[0]) == (found.come, found.latest)


def test_the_latest_instant_is_that_of_the_decision_and_of_the_deduction():
    found = contrast_of(SICK, DECIDED, DEDUCTED, registered="2022-04-04")

    assert [
        (DECIDED, parse_known_at("2022-03-23T10:00"), mar(12, 13), False),
        (DEDUCTED, parse_known_at("2022-03-31T06:00"), mar(12, 13), False),
    ] == [(step.fact.event, step.latest, step.days, step.in_time) for step in found.steps]


def test_known_just_then_it_is_in_time_and_a_microsecond_later_it_is_not():
    """The instant is exact: what was known at it is what the decision was made on."""
    real, facts = history(DECIDED)
    decided = facts[-1].registered
    for later, days in ((0, mar(9, 10, 11)), (1, mar(9, 10, 11, 12, 13))):
        note = fact(SICK)._replace(registered=decided + later)
        shown = ImaginedHistory(real, added=(Note(note),)).derive(date(2022, 3, 23), decided).as_if_real
        [step] = contrasts(ImaginedHistory(real, added=(Note(note),)), APRIL)[0].steps

        assert (list(days), later == 0) == (dates(shown.sanctionable, date(2022, 3, 23)), step.in_time)


def test_by_reception_the_other_clock_decides():
    real, facts = history(DECIDED)
    note = fact(SICK)._replace(received=facts[-1].received + 1)

    [registered], [received] = (
        contrasts(ImaginedHistory(real, added=(Note(note),)), APRIL, known_by=clock)[0].steps for clock in ("registered", "received")
    )

    assert (True, False) == (registered.in_time, received.in_time)


def test_a_decision_the_fact_does_not_bear_on_is_no_step():
    early = SanctionDecided(effective="2022-03-11T10:00:00+01:00", deadline_id="D1", days=mar(9, 10), other_circumstances_assessed=True)

    assert () == contrast_of(SICK, early).steps


def test_a_fact_left_out_is_contrasted_as_it_stands_with_its_correction():
    """Sick from 13 March was corrected to 12 March."""
    data = {"effective": "2022-03-12", "cause": "sickness"}
    wrong = Deregistered(effective="2022-03-13", cause="sickness")
    right = EventCorrected(effective="2022-03-20", target_source=SOURCE, target_id="e07", reason="tastefejl", data=data)
    real, facts = history(wrong, right)

    [found] = contrasts(ImaginedHistory(real, removed=(Note(facts[6]),)), APRIL)

    assert (mar(12, 13), mar(12)[0], mar(13)[0]) == (found.gone, found.latest, found.latest_any)


def test_a_retraction_has_no_day_it_could_have_come_on_but_an_instant():
    """The contact of 14 March is unsaid: days come."""
    retraction = EventRetracted(effective="2022-03-24", target_source=SOURCE, target_id="e06", reason="fejl")

    found = contrast_of(retraction, on=date(2022, 3, 15))

    assert (mar(14, 15), None) == (found.come, found.latest)


def test_each_of_several_changes_is_contrasted_with_the_others_standing():
    real, _ = history()
    contact = fact(ContactRestored(effective="2022-03-11", channel="phone"))._replace(id="second")

    sick, called = contrasts(ImaginedHistory(real, added=(Note(fact(SICK)), Note(contact))), APRIL)

    assert ((), mar(11)) == (sick.gone, called.gone)


@pytest.mark.parametrize(
    ("written", "day", "expected"),
    [
        ("2022-03-11", date(2022, 3, 28), "2022-03-28"),
        ("2022-03-11T10:15:00+01:00", date(2022, 3, 28), "2022-03-28T10:15:00+02:00"),  # summer time since 27 March
        ("2022-03-11T23:30:00Z", date(2022, 3, 20), "2022-03-20T00:30:00+01:00"),  # 00.30 on 12 March in Denmark
    ],
)
def test_a_moved_fact_keeps_its_local_time_of_day(written: str, day: date, expected: str):
    found = moved(fact(ContactRestored(effective=written, channel="phone")), day)

    assert (expected, day) == (found.event.effective, found.day)


@given(st.data(), told())
def test_without_what_was_added_and_with_what_was_removed_it_is_the_real_case_again(data, told_):
    day = data.draw(days_of(told_))
    note = data.draw(st.sampled_from(told_.facts or (None,)))
    if note is None:
        return
    of_system = note in told_.system
    less = told_.without(note.ref)

    added = ImaginedHistory(less.history, added=(Note(note, of_system),)).derive(day).as_if_real
    removed = ImaginedHistory(told_.history, removed=(Note(note, of_system),)).derive(day).as_if_real

    assert derive(told_.history, day) == added
    assert derive(less.history, day) == removed
