"""Decisions against derivation: as the file showed when they were made, and as it shows now."""

from datetime import date

import orjson
from cases import facts_of, opening
from histories import days_of, instants_of, policies, told
from hypothesis import given
from hypothesis import strategies as st

from consumers.decoding import decode_data
from domain.decision_check import DecisionCheck, check_decisions
from domain.decision_document import decisions_document
from domain.derive import derive
from domain.events import (
    AppealDecided,
    ContactRestored,
    DeadlineSet,
    DeductionMade,
    Deregistered,
    Event,
    EventCorrected,
    EventRetracted,
    SanctionDecided,
    SanctionRevoked,
)
from domain.history import History
from domain.policy import Policy
from domain.times import parse_known_at

CASE = "0d5c0f5e-0000-4000-8000-000000000000"
LATER = date(2022, 4, 30)


def mar(*days: int) -> tuple[date, ...]:
    return tuple(date(2022, 3, day) for day in days)


def decided(*days: int, at: str = "2022-03-23T10:00:00+01:00", id_: str = "D1") -> SanctionDecided:
    return SanctionDecided(effective=at, deadline_id=id_, days=mar(*days), other_circumstances_assessed=True)


DEADLINE = DeadlineSet(effective="2022-02-24", deadline_id="D1", due=date(2022, 3, 9), published="jobnet")
CONTACT = ContactRestored(effective="2022-03-14", channel="phone")
MISSED: list[Event | tuple[Event, str]] = [*opening(), DEADLINE, CONTACT]
"""9 to 13 March: 5 days. The next fact is e07."""
SICK = (Deregistered(effective="2022-03-12", cause="sickness"), "2022-04-04")
"""Registered late: 12 and 13 March fall out."""
DEDUCTED = DeductionMade(effective="2022-03-31", deadline_id="D1", days=mar(9, 10, 11, 12, 13))


def checks(*events: Event | tuple[Event, str], on: date = LATER, known_at: str | None = None, policy: Policy | None = None):
    history = History(facts_of([*MISSED, *events]), decode_data)
    return check_decisions(history, on, parse_known_at(known_at) if known_at else None, policy or Policy())


def told_of(check: DecisionCheck) -> tuple[list[int], list[int], list[int], list[int]]:
    """Give the days of March: wrong when made, left out when made, wrong now, left out now."""
    then, now = check.when_made, check.now
    return tuple([day.date.day for day in days] for days in (then.wrong, then.left_out, now.wrong, now.left_out))


def test_a_decision_on_the_days_the_file_showed_and_shows_differs_from_nothing():
    [check] = checks(decided(9, 10, 11, 12, 13))

    assert ([], [], [], []) == told_of(check)
    assert not check.differs_now


def test_what_was_registered_after_the_decision_makes_it_differ_now_and_not_then():
    [check] = checks(decided(9, 10, 11, 12, 13), SICK)

    assert ([], [], [12, 13], []) == told_of(check)
    assert (5, 3) == (len(check.when_made.derivable), len(check.now.derivable))
    assert check.differs_now


def test_a_day_too_many_and_a_day_too_few_differ_from_the_first():
    [check] = checks(decided(8, 9, 10, 11, 12, 14))

    assert ([8, 14], [13], [8, 14], [13]) == told_of(check)


def test_nobody_can_decide_on_the_day_itself():
    """The count still runs on 12 March: that day is not over when the decision is made."""
    [check] = checks(decided(9, 10, 11, 12, at="2022-03-12T10:00:00+01:00"))

    assert ([12], [], [12], []) == told_of(check)
    assert "day_not_passed" == check.now.wrong[0].ruling.reason.code


def test_days_of_two_standing_decisions_add_up():
    first, second = checks(decided(9, 10, at="2022-03-11T10:00:00+01:00"), decided(11, 12, 13))

    assert ([], [], [], []) == told_of(first) == told_of(second)


def test_the_day_of_the_first_of_two_decisions_is_covered_by_the_second():
    """As the finding has it: the days before the last decision are compared with both."""
    first, second = checks(decided(9, 10, 11, at="2022-03-11T10:00:00+01:00"), decided(12, 13))

    assert ([11], [], [], []) == told_of(first)
    assert ([], [], [], []) == told_of(second)


def test_a_revoked_decision_decides_nothing_and_cannot_differ():
    revoked, standing = checks(
        decided(9, 10, 11, 12, 13, 14),
        (SanctionRevoked(effective="2022-03-25", deadline_id="D1"), "2022-03-25"),
        decided(9, 10, 11, at="2022-03-28T10:00:00+02:00"),
    )

    assert (date(2022, 3, 25), False) == (revoked.revoked.day, revoked.differs_now)
    assert ([], [12, 13], [], [12, 13]) == told_of(standing)
    assert standing.differs_now


def test_an_annulled_decision_is_revoked_by_the_appeal():
    [check] = checks(decided(9, 10, 11), AppealDecided(effective="2022-04-20", outcome="annulled"))

    assert AppealDecided is type(check.revoked.event)


def test_days_of_another_deadline_are_not_this_decisions():
    other = DeadlineSet(effective="2022-03-15", deadline_id="D2", due=date(2022, 3, 25), published="jobnet")

    [check] = checks(other, decided(9, 10, 11, 12, 13))

    assert ([], [], [], []) == told_of(check)


def test_a_deduction_of_a_day_that_fell_out_must_be_paid_back():
    [check] = checks(decided(9, 10, 11, 12, 13), DEDUCTED, SICK)

    assert [("refund_needed", (2,))] == [(note.code, note.values) for note in check.refunds]
    assert [DEDUCTED] == [fact.event for fact in check.deductions]


def test_nothing_is_paid_back_when_every_day_stands():
    [check] = checks(decided(9, 10, 11, 12, 13), DEDUCTED)

    assert () == check.refunds


def test_the_findings_are_those_about_the_decision_and_its_deadline():
    late = (ContactRestored(effective="2022-01-20", channel="phone"), "2022-02-20")

    [check] = checks(late, decided(9, 10, 11, 12, 13), SICK)

    assert {"deadline_before_first_interview", "decision_differs_from_derivation"} == {note.code for note in check.findings}


def test_the_reading_chosen_is_the_reading_of_both_comparisons():
    [check] = checks(decided(9, 10, 11, 12, 13, 14), policy=Policy(count_end_day=True))

    assert ([], [], [], []) == told_of(check)


def test_what_was_known_at_an_instant_is_all_that_now_means():
    [check] = checks(decided(9, 10, 11, 12, 13), SICK, known_at="2022-04-03")

    assert ([], [], [], []) == told_of(check)


def test_by_reception_the_file_showed_what_this_system_had():
    """The sickness was registered before the decision and received after it."""
    *facts, decision, sick = facts_of([*MISSED, decided(9, 10, 11, 12, 13), (SICK[0], "2022-03-20")])
    history = History([*facts, decision, sick._replace(received=decision.received + 1)], decode_data)

    [registered] = check_decisions(history, LATER)
    [received] = check_decisions(history, LATER, known_by="received")

    assert ([12, 13], [], [12, 13], []) == told_of(registered)
    assert ([], [], [12, 13], []) == told_of(received)


def test_a_retracted_decision_was_never_made():
    decision = decided(9, 10, 11, 12, 13)
    retraction = EventRetracted(effective="2022-03-24", target_source="urn:fagsystem:test:000", target_id="e07", reason="fejl")

    assert () == checks(decision, retraction)
    assert 1 == len(checks(decision, retraction, known_at="2022-03-23"))


def test_a_corrected_decision_is_checked_as_corrected():
    data = {
        "effective": "2022-03-23T10:00:00+01:00",
        "deadline_id": "D1",
        "days": ["2022-03-09", "2022-03-10", "2022-03-11", "2022-03-12", "2022-03-13"],
        "other_circumstances_assessed": True,
    }
    correction = EventCorrected(
        effective="2022-03-24", target_source="urn:fagsystem:test:000", target_id="e07", reason="tastefejl", data=data
    )

    [check] = checks(decided(9, 10), correction)

    assert ([], [], [], []) == told_of(check)


def test_a_decision_of_a_later_day_is_not_yet_made():
    assert () == checks(decided(9, 10), on=date(2022, 3, 22))


@given(st.data(), told(), policies)
def test_a_standing_decision_differs_exactly_when_the_case_says_so(data, told_, policy):
    """The check and the finding `decision_differs_from_derivation` are one and the same law."""
    day = data.draw(days_of(told_))
    view = derive(told_.history, day, policy=policy)
    found = {note.facts[0].event.deadline_id for note in view.findings if note.code == "decision_differs_from_derivation"}

    checked = check_decisions(told_.history, day, policy=policy)

    assert found == {check.decision.event.deadline_id for check in checked if check.differs_now}


@given(st.data(), told(), policies, st.sampled_from(["registered", "received"]))
def test_every_decision_can_be_checked_and_spelled_out_and_equal_input_gives_equal_bytes(data, told_, policy, known_by):
    day, known_at = data.draw(days_of(told_)), data.draw(instants_of(told_))

    def written() -> bytes:
        view = derive(told_.history, day, known_at, policy, known_by)
        found = check_decisions(told_.history, day, known_at, policy, known_by)
        return orjson.dumps(decisions_document(found, view, CASE))

    assert written() == written()
