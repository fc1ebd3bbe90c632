"""What holds for every history that the contract lets in, however odd."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import get_args

import orjson
from histories import REVISIONS, SOURCES, Told, days_of, fact_of, instants_of, policies, told, wire_data
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.citations import cited_rules
from domain.derive import derive, unfold
from domain.document import as_document
from domain.events import DeadlineSet, EventCorrected, EventRetracted, GroundAssessed, Registered
from domain.history import KnownBy
from domain.policy import DEFAULT_POLICY, Policy
from domain.register import rule
from domain.times import FIRST_DAY, LAST_DAY, ONE_DAY, Instant, end_of, is_weekend
from domain.trace import DayRun
from domain.view import CaseView, DailyStatus, DeadlineState, dates

CASE = "0d5c0f5e-0000-4000-8000-000000000000"
FAR = timedelta(days=1500)
LAST_WORD = fact_of(Registered(effective="2030-01-01", channel="jobnet"), "last").registered
"""Later than every registration in a history."""


def written(
    told_: Told, valid_on: date, policy: Policy = DEFAULT_POLICY, known_at: Instant | None = None, known_by: KnownBy = "registered"
) -> bytes:
    """Give all that is said of a day, to the byte."""
    return orjson.dumps(as_document(derive(told_.history, valid_on, known_at, policy, known_by), CASE))


def by_deadline(runs: Iterable[DayRun], until: date) -> set[tuple[str | None, date]]:
    return {(run.deadline_id, day) for run in runs for day in dates((run,), until)}


def lists(view: CaseView) -> tuple[tuple[DayRun, ...], ...]:
    return view.sanctionable, view.blocked, view.no_show, view.gap


@given(st.data(), told(), policies)
def test_any_history_has_an_answer_on_any_day_and_equal_input_gives_equal_bytes(data, told_, policy):
    day = data.draw(days_of(told_))
    again = Told(*(tuple(fact._replace() for fact in part) for part in told_))

    assert written(told_, day, policy) == written(again, day, policy)


@given(told(), policies, st.sampled_from([FIRST_DAY, LAST_DAY]))
def test_the_first_and_the_last_day_of_the_calendar_have_an_answer(told_, policy, day):
    assert day == derive(told_.history, day, policy=policy).valid_on


@given(st.data(), told(), policies)
def test_the_order_of_arrival_changes_nothing(data, told_, policy):
    day = data.draw(days_of(told_))
    mixed = Told(*(tuple(data.draw(st.permutations(part))) for part in told_))

    assert written(told_, day, policy) == written(mixed, day, policy)


@given(st.data(), told(), st.sampled_from(["registered", "received"]))
def test_what_came_to_be_known_later_changes_nothing_seen_before(data, told_, known_by):
    day, known_at = data.draw(days_of(told_)), data.draw(instants_of(told_))
    known = told_.only(fact for fact in told_.facts if getattr(fact, known_by) <= known_at)

    assert written(known, day, known_at=known_at, known_by=known_by) == written(told_, day, known_at=known_at, known_by=known_by)


@given(st.data(), told(revisions=0), policies)
def test_what_takes_effect_after_the_day_changes_nothing_on_it(data, told_, policy):
    """`valid_on` leaves out every fact whose effective time is after the end of that day (SCENARIOS)."""
    day = data.draw(days_of(told_))
    so_far = told_.only(fact for fact in told_.facts if fact.effective <= end_of(day))

    assert written(so_far, day, policy) == written(told_, day, policy)


@given(st.data(), told(), policies)
def test_no_day_is_both_sanctionable_and_blocked_for_one_deadline(data, told_, policy):
    day = data.draw(days_of(told_))
    view = derive(told_.history, day, policy=policy)
    set_once = {id_ for id_, times in Counter(_ids_set(told_)).items() if times == 1}
    sanctionable, blocked = by_deadline(view.sanctionable, day), by_deadline(view.blocked, day)

    assert set() == {(id_, day) for id_, day in sanctionable & blocked if id_ in set_once}


def _ids_set(told_: Told) -> list[str]:
    return [fact.event.deadline_id for fact in told_.history.facts() if isinstance(fact.event, DeadlineSet)]


@given(st.data(), told(), policies)
def test_a_day_stands_once_in_a_list_from_the_due_date_to_the_day_asked(data, told_, policy):
    day = data.draw(days_of(told_))
    view = derive(told_.history, day, policy=policy)
    due = {shown.deadline_id: shown.due for shown in view.deadlines}
    set_once = {id_ for id_, times in Counter(_ids_set(told_)).items() if times == 1}

    for name in ("sanctionable", "blocked", "no_show", "gap"):
        runs = getattr(view, name)
        listed = dates(runs, day)
        assert sorted(set(listed)) == listed, name
        assert [] == [date_ for date_ in listed if date_ > day], name
        assert [] == [run for run in runs if run.first > run.last], name
    for run in chain(view.sanctionable, view.blocked):
        assert run.deadline_id not in set_once or due[run.deadline_id] <= run.first
        assert run.deadline_id not in set_once or due[run.deadline_id] < day


@given(st.data(), told(), policies)
def test_nothing_said_of_a_day_began_after_it(data, told_, policy):
    """A finding, an alert, a state or an obligation names the first day on which it holds."""
    day = data.draw(days_of(told_))
    view = derive(told_.history, day, policy=policy)

    assert [] == [note for note in (*view.findings, *view.alerts) if note.since > day]
    assert [] == [deadline for deadline in view.deadlines if deadline.state_since > day]
    assert [] == [obligation for obligation in view.obligations if obligation.since > day]
    assert sorted(view.findings, key=lambda note: note.since) == list(view.findings)


@given(st.data(), told(), policies)
def test_only_known_events_and_existing_rules_are_cited(data, told_, policy):
    day = data.draw(days_of(told_))
    view = derive(told_.history, day, policy=policy)
    notes = (*view.findings, *view.alerts)
    cited = {ref for run in chain(*lists(view)) for fact in run.ruling.facts for ref in fact.refs}
    cited |= {ref for note in notes for fact in note.facts for ref in fact.refs}
    effective = {ref for fact in told_.history.facts() if fact.effective <= end_of(day) for ref in fact.refs}

    assert set() == cited - effective
    assert all(rule(id_).id == id_ for id_ in cited_rules(view))


@given(st.data(), told(), policies)
def test_the_status_of_every_day_is_what_derive_says_of_it(data, told_, policy):
    """What holds on the day before a change has held since the change before it."""
    statuses = list(unfold(told_.history.facts(), policy))
    begins = [status.day for status in statuses]
    assert sorted(set(begins)) == begins

    ends = [*(day - ONE_DAY for day in begins[1:]), *(begin + FAR for begin in begins[-1:])]
    spans = list(zip(statuses, ends, strict=True))
    for status, end in data.draw(st.sampled_from([spans[n : n + 6] for n in range(0, len(spans), 6)] or [[]])):
        for day in {status.day, end}:
            view = derive(told_.history, day, policy=policy)
            for name in DailyStatus._fields[1:]:
                assert getattr(view, name) == getattr(status, name), (day, name)


@given(st.data(), st.sampled_from(["dagpenge", "ikke_omfattet"]).flatmap(lambda group: told(groups=(group,))), policies)
def test_dagpenge_and_those_outside_the_duty_have_no_days_of_deduction(data, told_, policy):
    day = data.draw(days_of(told_))
    view = derive(told_.history, day, policy=policy)

    assert ((), (), ()) == (view.sanctionable, view.blocked, view.no_show)


@given(st.data(), told(groups=("jobafklaring", "ikke_omfattet")), policies)
def test_people_who_are_not_registered_have_no_days_without_registration(data, told_, policy):
    day = data.draw(days_of(told_))

    assert () == derive(told_.history, day, policy=policy).gap


@given(st.data(), told(), policies)
def test_a_retracted_event_counts_as_never_having_happened(data, told_, policy):
    assume(told_.own)
    target, day = data.draw(st.sampled_from(told_.own)), data.draw(days_of(told_))
    event = EventRetracted(effective="2022-01-01", target_source=target.source, target_id=target.id, reason="fejl")
    retraction = fact_of(event, "r1", registered=LAST_WORD)

    assert written(told_.without(target.ref), day, policy) == written(told_._replace(own=(*told_.own, retraction)), day, policy)


@given(st.data(), told(), policies)
def test_a_retracted_retraction_changes_nothing(data, told_, policy):
    assume(told_.own)
    target, day = data.draw(st.sampled_from(told_.own)), data.draw(days_of(told_))
    event = EventRetracted(effective="2022-01-01", target_source=target.source, target_id=target.id, reason="fejl")
    retraction = fact_of(event, "r1", registered=LAST_WORD)
    undone = fact_of(replace(event, target_source=SOURCES[0], target_id="r1"), "r2", registered=LAST_WORD + 1)

    assert written(told_, day, policy) == written(told_._replace(own=(*told_.own, retraction, undone)), day, policy)


@given(st.data(), told(), policies)
def test_a_corrected_event_counts_as_if_it_had_been_told_so_from_the_first(data, told_, policy):
    plain = [fact for fact in told_.own if not isinstance(fact.event, REVISIONS)]
    assume(plain)
    target, day = data.draw(st.sampled_from(plain)), data.draw(days_of(told_))
    alike = [fact.event for fact in plain if type(fact.event) is type(target.event)]
    right = replace(data.draw(st.sampled_from(alike)), effective=data.draw(st.sampled_from(plain)).event.effective)
    event = EventCorrected(effective="2022-01-01", target_source=target.source, target_id=target.id, reason="fejl", data=wire_data(right))
    correction = fact_of(event, "c1", registered=LAST_WORD)
    settled = next((fact for fact in told_.history.facts() if fact.ref == target.ref), None)
    assume(settled is not None)
    others = [fact.ref for fact in told_.facts if getattr(fact.event, "target_id", None) == target.id]
    in_place = fact_of(right, target.id, source=target.source, registered=target.registered, received=target.received)
    anew = told_.without(target.ref, *others)

    assert written(anew._replace(own=(*anew.own, in_place._replace(corrections=(correction.ref,)))), day, policy) == written(
        told_._replace(own=(*told_.own, correction)), day, policy
    )


@given(st.data(), told(), policies, st.sampled_from(["sickness", "maternity", "listed"]))
def test_an_accepted_ground_for_all_time_leaves_no_day_of_deduction(data, told_, policy, kind):
    """The days that would have counted are blocked, each one."""
    day = data.draw(days_of(told_))
    event = GroundAssessed(effective="1900-01-01", kind=kind, from_=FIRST_DAY, to=LAST_DAY, accepted=True)
    told_ = told_.only(fact for fact in told_.facts if getattr(fact.event, "kind", None) != kind)
    view = derive(told_.history, day, policy=policy)
    excused = derive(told_._replace(own=(*told_.own, fact_of(event, "g1"))).history, day, policy=policy)

    assert (set(), set()) == (by_deadline(excused.sanctionable, day), by_deadline(excused.no_show, day))
    assert by_deadline((*view.sanctionable, *view.blocked), day) == by_deadline(excused.blocked, day)


@given(st.data(), told(), policies)
def test_an_assessment_never_adds_days(data, told_, policy):
    day = data.draw(days_of(told_))
    first, last = sorted((data.draw(days_of(told_)), data.draw(days_of(told_))))
    event = GroundAssessed(effective=data.draw(days_of(told_)).isoformat(), kind="listed", from_=first, to=last, accepted=True)
    before, after = (derive(t.history, day, policy=policy) for t in (told_, told_._replace(own=(*told_.own, fact_of(event, "g1")))))

    assert set() == by_deadline(after.sanctionable, day) - by_deadline(before.sanctionable, day)
    assert set() == set(dates(after.no_show, day)) - set(dates(before.no_show, day))


@given(st.data(), told(), policies)
def test_under_the_weekday_calendar_the_same_days_count_but_for_weekends(data, told_, policy):
    day = data.draw(days_of(told_))
    calendar, weekdays = (derive(told_.history, day, policy=replace(policy, day_calendar=kind)) for kind in ("calendar", "weekdays"))
    for name in ("sanctionable", "blocked", "no_show"):
        every, counted = (by_deadline(getattr(view, name), day) for view in (calendar, weekdays))
        assert {(id_, date_) for id_, date_ in every if not is_weekend(date_)} == counted, name


MILDER_AND_HARDER = [
    ("count_end_day", False, True),
    ("count_set_day", False, True),
    ("lapse_month", "same", "next"),
    ("contact_on_due_day", "one_day", "no_effect"),
    ("ground_after_due", "excluded", "counted"),
    ("ground_on_due", "none", "until_end"),
    ("new_deadline_after_miss", "wipe", "keep"),
    ("lapse_stops_count", True, False),
    ("cancelled_booking", "met", "reopens"),
    ("walk_in_without_new_deadline", "met", "open"),
    ("contact_before_due", "averts", "no_effect"),
    ("count_after_recovery", "ends", "resumes"),
    ("jobafklaring_lapse", "as_registered_groups", "never"),
]


@given(st.data(), told(), st.sampled_from(MILDER_AND_HARDER))
def test_the_harder_reading_takes_no_day_away(data, told_, reading):
    question, milder, harder = reading
    day = data.draw(days_of(told_))
    mild, hard = (derive(told_.history, day, policy=Policy(**{question: value})) for value in (milder, harder))

    assert set() == by_deadline(mild.sanctionable, day) - by_deadline(hard.sanctionable, day)


@given(st.data(), told(), policies)
def test_a_day_that_counts_is_not_undone_by_time_alone(data, told_, policy):
    """Looked at later with no new facts, the days so far are the same."""
    asked = data.draw(days_of(told_))
    last = max((fact.day for fact in told_.history.facts()), default=asked)
    earlier, later = sorted((max(asked, last), data.draw(days_of(told_).map(lambda day: max(day, last)))))
    before, after = (derive(told_.history, day, policy=policy) for day in (earlier, later))
    for name in ("sanctionable", "blocked", "no_show", "gap"):
        assert by_deadline(getattr(before, name), earlier) <= by_deadline(getattr(after, name), earlier) | (
            set() if name != "sanctionable" else by_deadline(after.blocked, earlier)
        ), name


def test_the_histories_reach_every_list_and_every_state_of_a_deadline():
    """A property that holds of nothing at all says nothing."""
    reached: set[str] = set()

    @settings(max_examples=400, derandomize=True)
    @given(told(), policies)
    def look(told_, policy):
        first = min((fact.day for fact in told_.facts), default=FIRST_DAY)
        for day in (first + timedelta(days=days) for days in (20, 28, 35, 60)):
            view = derive(told_.history, day, policy=policy)
            reached.update(name for name in ("sanctionable", "blocked", "no_show", "gap", "obligations") if getattr(view, name))
            reached.update(deadline.state for deadline in view.deadlines)

    look()
    assert {"sanctionable", "blocked", "no_show", "gap", "obligations", *get_args(DeadlineState)} == reached
