"""Lifted days: counted once, as the file was known, and set aside by what was learnt later."""

from datetime import date, timedelta

from cases import facts_of, opening
from histories import days_of, policies, told
from hypothesis import given
from hypothesis import strategies as st

from domain.derive import derive
from domain.events import ContactRestored, DeadlineSet, Deregistered, EventRetracted, GroundAssessed
from domain.times import day_of, end_of, parse_known_at
from domain.view import dates
from infra.cases import Case
from infra.drawing.course import follow
from infra.drawing.lifted import lifted_days

ONE_DAY = timedelta(days=1)
MARCH = date(2022, 3, 1)


def lifted(case, day, known_at=None, **asked):
    view = derive(case.history, day, known_at, **asked)
    facts = [fact for fact in case.history.facts(known_at, view.known_by) if fact.day <= day]
    return dict(lifted_days(case, view, follow(facts, view.policy, day).deadlines))


def missed(*more):
    """Give a case whose deadline of 9 March passes without a booking."""
    deadline = DeadlineSet(effective="2022-02-25", deadline_id="D1", due=date(2022, 3, 9), published="jobnet")
    return Case("c", tuple(facts_of([*opening(), deadline, *more])), ())


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


def by_every_day(case, view):
    """Ask about every day on which anything was learnt."""
    now, found = set(dates(view.sanctionable, view.valid_on)), {}
    known = case.as_known(view.known_at, view.known_by)
    for learnt in sorted({day_of(getattr(fact, view.known_by)) for fact in (*known.own, *known.system)}):
        before = learnt - ONE_DAY
        then = derive(case.history, view.valid_on, end_of(before), view.policy, view.known_by)
        found |= {day: learnt for day in dates(then.sanctionable, min(before, view.valid_on)) if day not in now}
    return found


@given(st.data(), told(), policies, st.sampled_from(["registered", "received"]))
def test_what_is_not_tried_could_lift_nothing(data, history, policy, known_by):
    case, day = Case("c", history.own, history.system), data.draw(days_of(history))
    view = derive(case.history, day, None, policy, known_by)

    assert by_every_day(case, view) == lifted(case, day, policy=policy, known_by=known_by)
