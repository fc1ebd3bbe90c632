"""Lifted days: counted once, as the file was known, and set aside by what was learnt later."""

from datetime import date, datetime

from cases import facts_of, opening
from histories import days_of, instants_of, policies, told
from hypothesis import given
from hypothesis import strategies as st

from consumers.decoding import decode_data
from domain.derive import derive
from domain.events import ContactRestored, DeadlineSet, Deregistered, EventRetracted, GroundAssessed, OutageRecorded
from domain.history import History
from domain.lifted import lifted_days
from domain.times import COPENHAGEN, ONE_DAY, day_of, end_of, parse_known_at
from domain.view import dates


def lifted(history, day, known_at=None):
    return lifted_days(history, derive(history, day, known_at))


def missed(*more, system=()):
    """Give a case whose deadline of 9 March passes without a booking."""
    deadline = DeadlineSet(effective="2022-02-25", deadline_id="D1", due=date(2022, 3, 9), published="jobnet")
    return History(facts_of([*opening(), deadline, *more]), decode_data, facts_of(system))


def march(*days):
    return [date(2022, 3, day) for day in days]


CONTACT = ContactRestored(effective="2022-03-14T10:00:00+01:00", channel="phone")
SICK = Deregistered(effective="2022-03-12", cause="sickness")
LATE = "2022-04-04T09:00:00+02:00"


def test_sickness_learnt_later_lifts_the_days_that_it_covers():
    case = missed(CONTACT, (SICK, LATE))

    assert dict.fromkeys(march(12, 13), date(2022, 4, 4)) == lifted(case, date(2022, 4, 30))


def test_before_it_was_learnt_nothing_is_lifted():
    case = missed(CONTACT, (SICK, LATE))

    assert {} == lifted(case, date(2022, 4, 30), parse_known_at("2022-04-03"))


def test_what_was_known_at_once_lifts_nothing():
    assert {} == lifted(missed(SICK, CONTACT), date(2022, 4, 30))


def test_a_ground_assessed_later_lifts_the_days_though_it_was_registered_at_once():
    ground = GroundAssessed(effective="2022-03-20", kind="sickness", from_=date(2022, 3, 8), to=date(2022, 3, 10), accepted=True)

    assert dict.fromkeys(march(*range(9, 14)), date(2022, 3, 20)) == lifted(missed(CONTACT, ground), date(2022, 4, 30))


def test_a_deadline_that_was_retracted_lifts_all_its_days():
    gone = EventRetracted(effective="2022-03-16", target_source="urn:fagsystem:test:000", target_id="e05", reason="fejl")

    assert march(*range(9, 14)) == sorted(lifted(missed(CONTACT, gone), date(2022, 4, 30)))


def test_days_after_the_day_asked_are_not_told():
    case = missed(CONTACT, (SICK, LATE))

    assert march(12) == list(lifted(case, date(2022, 3, 12)))


def by_every_day(history, view):
    """Ask what the file said at the end of each day before one on which anything was learnt."""
    now, found = set(dates(view.sanctionable, view.valid_on)), {}
    for learnt, _ in history.learnt(view.known_at, view.known_by):
        before = learnt - ONE_DAY
        then = derive(history, min(before, view.valid_on), end_of(before), view.policy, view.known_by)
        found |= {day: learnt for day in dates(then.sanctionable, then.valid_on) if day not in now}
    return found


@given(st.data(), told(), policies, st.sampled_from(["registered", "received"]))
def test_every_day_that_the_file_once_counted_is_counted_or_lifted(data, told_, policy, known_by):
    day, known_at = data.draw(days_of(told_)), data.draw(st.none() | instants_of(told_))
    view = derive(told_.history, day, known_at, policy, known_by)

    assert by_every_day(told_.history, view) == lifted_days(told_.history, view)


@given(st.data(), told(), st.sampled_from(["registered", "received"]))
def test_what_was_known_before_each_day_is_what_it_is_when_asked(data, told_, known_by):
    history, known_at = told_.history, data.draw(st.none() | instants_of(told_))
    learnt = dict(history.learnt(known_at, known_by))
    clocks = [getattr(fact, known_by) for fact in (*told_.own, *told_.system)]

    assert sorted({day_of(at) for at in clocks if known_at is None or at <= known_at}) == list(learnt)
    assert all(history.facts(end_of(day - ONE_DAY), known_by) == facts for day, facts in learnt.items())


def outage(told_of):
    eight, twenty = (datetime(2022, 3, 9, hour, tzinfo=COPENHAGEN) for hour in (8, 20))
    return OutageRecorded(effective=told_of, from_=eight, to=twenty)


def test_an_outage_on_the_due_date_lifts_what_was_counted_until_it_was_told_of():
    assert dict.fromkeys(march(9, 10, 11), date(2022, 3, 12)) == lifted(missed(system=[outage("2022-03-12")]), date(2022, 4, 30))


def test_a_day_that_was_never_counted_is_not_lifted():
    """At the end of the due date itself the file counts nothing yet."""
    assert {} == lifted(missed(system=[outage("2022-03-10")]), date(2022, 4, 30))
