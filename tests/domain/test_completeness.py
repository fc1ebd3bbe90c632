"""What a decision must have: each requirement, met or not, as the file shows it."""

from datetime import date

import pytest
from cases import facts_of, opening

from consumers.decoding import decode_data
from domain.completeness import Requirement
from domain.decision_check import check_decisions
from domain.events import (
    ContactRestored,
    DeadlineSet,
    DeductionMade,
    Event,
    GroundAssessed,
    GuidanceGiven,
    HearingAnswered,
    HearingSent,
    SanctionDecided,
)
from domain.history import History
from domain.trace import Note

LATER = date(2022, 4, 30)
DAYS = tuple(date(2022, 3, day) for day in (9, 10, 11))


def at(day: str, hour: int = 10) -> str:
    return f"{day}T{hour:02}:00:00+{'02' if day >= '2022-03-27' else '01'}:00"


def decided(day: str = "2022-03-23", *, others: bool = True, basis: str | None = "LAS § 37 a", id_: str = "D1", days=DAYS):
    return SanctionDecided(effective=at(day, 11), deadline_id=id_, days=days, other_circumstances_assessed=others, legal_basis=basis)


def heard(day: str, reply_by: int, hour: int = 10) -> HearingSent:
    return HearingSent(effective=at(day, hour), reply_by=date(2022, 3, reply_by))


def others(day: str, first: int = 9, last: int = 11) -> GroundAssessed:
    return GroundAssessed(effective=at(day), kind="other_circumstances", from_=date(2022, 3, first), to=date(2022, 3, last), accepted=False)


def deducted(day: str, days=DAYS) -> DeductionMade:
    return DeductionMade(effective=at(day), deadline_id="D1", days=days)


def guided(day: str, by: str = "jobcentre", *, written: bool = True) -> GuidanceGiven:
    return GuidanceGiven(effective=day, by=by, written=written)


DEADLINE = DeadlineSet(effective="2022-02-24", deadline_id="D1", due=date(2022, 3, 9), published="jobnet")
CONTACT = ContactRestored(effective="2022-03-12", channel="phone")
UNGUIDED = [event for event in opening() if not isinstance(event, GuidanceGiven)]
ANSWERED = HearingAnswered(effective=at("2022-03-18"))


def asked(code: str, *events: Event | tuple[Event, str], start: list[Event] | None = None, on: date = LATER) -> Requirement:
    history = History(facts_of([*(opening() if start is None else start), DEADLINE, CONTACT, *events]), decode_data)
    check = check_decisions(history, on)[-1]
    return next(one for one in check.requirements if one.code == code)


def said(one: Requirement) -> tuple[str, str]:
    words = one.answer.words
    return one.answer.status, words.code


# The reply is due on 22 March, or on the day of the decision, 23 March.
HEARINGS = {
    "none": ((decided(),), "not_met", "not_heard"),
    "waited for": ((heard("2022-03-14", 22), decided()), "met", "heard_and_waited"),
    "the last day of the reply": ((heard("2022-03-14", 23), decided()), "not_met", "decided_before_reply"),
    "answered": ((heard("2022-03-14", 30), ANSWERED, decided()), "met", "heard_and_answered"),
    "answered after the decision": ((heard("2022-03-14", 23), decided("2022-03-17"), ANSWERED), "not_met", "decided_before_reply"),
    "on the due date": ((heard("2022-03-09", 15), decided()), "not_met", "not_heard"),
    "the day after the due date": ((heard("2022-03-10", 15), decided()), "met", "heard_and_waited"),
    "after the decision": ((decided("2022-03-23"), heard("2022-03-23", 24, 12)), "not_met", "not_heard"),
    "heard twice": ((heard("2022-03-14", 16), heard("2022-03-20", 30), decided()), "met", "heard_and_waited"),
    "of an unknown deadline": ((heard("2022-03-14", 16), decided(id_="D9")), "not_known", "heard_about_what"),
    "of an unknown deadline, unheard": ((decided(id_="D9"),), "not_met", "not_heard"),
}


@pytest.mark.parametrize("name", HEARINGS)
def test_the_citizen_is_heard_and_the_reply_given_or_waited_for(name: str):
    """Forvaltningsloven § 19; LAS § 35, stk. 3."""
    events, *expected = HEARINGS[name]

    assert tuple(expected) == said(asked("hearing", *events))


GUIDANCE = {
    "the day before the due date": ((guided("2022-03-08"),), "met", "guided"),
    "on the due date": ((guided("2022-03-09"),), "not_met", "guidance_late"),
    "orally": ((guided("2022-03-01", written=False),), "not_met", "guidance_not_written"),
    "by the fund": ((guided("2022-03-01", "unemployment_fund"),), "not_met", "guidance_wrong_body"),
    "none": ((), "not_met", "guidance_missing"),
}


@pytest.mark.parametrize("name", GUIDANCE)
def test_guidance_was_given_in_writing_by_the_right_body_before_the_due_date(name: str):
    """LAS § 35, stk. 1; R-3-1."""
    events, *expected = GUIDANCE[name]

    assert tuple(expected) == said(asked("guidance", *events, decided(), start=UNGUIDED))


def test_guidance_for_a_deadline_that_is_not_there_cannot_be_judged():
    assert ("not_known", "no_such_deadline") == said(asked("guidance", decided(id_="D9")))


OTHERS = {
    "in the decision": ((decided(),), "met", "others_assessed_in_decision"),
    "before it": ((others("2022-03-20"), decided(others=False)), "met", "others_assessed"),
    "not at all": ((decided(others=False),), "not_met", "other_circumstances_not_assessed"),
    "after it": ((decided(others=False), others("2022-03-24")), "not_met", "other_circumstances_not_assessed"),
    "about another time": ((others("2022-02-20", 1, 2), decided(others=False)), "met", "others_assessed"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_circumstances_are_always_assessed(name: str):
    """R-2.5-12."""
    events, *expected = OTHERS[name]

    assert tuple(expected) == said(asked("other_circumstances", *events))


# March + three whole calendar months: through 30 June.
LIMITS = {
    "in time": ((decided(), deducted("2022-06-30")), "met", "deducted_in_time", date(2022, 7, 30)),
    "a day late": ((decided(), deducted("2022-07-01")), "not_met", "deduction_time_barred", date(2022, 7, 30)),
    "decided late": ((decided("2022-07-01"),), "not_met", "deduction_time_barred", date(2022, 7, 30)),
    "still time": ((decided(),), "not_known", "not_yet_deducted", date(2022, 6, 30)),
    "time is over": ((decided(),), "not_known", "deduction_not_registered", date(2022, 7, 1)),
    "in two parts": ((decided(), deducted("2022-04-01", DAYS[:1]), deducted("2022-05-01", DAYS[1:])), "met", "deducted_in_time", LATER),
    "a part of it": ((decided(), deducted("2022-04-01", DAYS[:1])), "not_known", "not_yet_deducted", LATER),
    "no days": ((decided(days=()),), "not_known", "no_days_decided", LATER),
}


@pytest.mark.parametrize("name", LIMITS)
def test_the_deduction_is_made_within_three_whole_months(name: str):
    """LAS § 35, stk. 3."""
    events, status, code, on = LIMITS[name]
    on = max(on, date(2022, 5, 2)) if name == "in two parts" else on

    assert (status, code) == said(asked("time_limit", *events, on=on))


BASES = {
    "the right one": ("LAS § 37 a", "met", "legal_basis_named"),
    "another paragraph of it": ("aktivlovens § 37 a, stk. 1", "met", "legal_basis_named"),
    "that of jobafklaring": ("LAS § 69 n, stk. 4", "not_met", "wrong_legal_basis"),
    "none": (None, "not_known", "no_legal_basis_named"),
}


@pytest.mark.parametrize("name", BASES)
def test_a_decision_names_the_provision_of_the_group(name: str):
    """R-0-6."""
    basis, *expected = BASES[name]

    assert tuple(expected) == said(asked("legal_basis", decided(basis=basis)))


def test_what_was_registered_after_the_decision_was_not_documented_when_it_was_made():
    late = asked("guidance", (guided("2022-03-01"), "2022-04-01"), decided(), start=UNGUIDED)

    assert ("met", "not_met") == (late.answer.status, late.when_made)


def test_a_requirement_read_in_chapter_4_is_marked_for_jobafklaring():
    """DAYCOUNT S-26: what chapter 6 b asks was not readable."""
    marked = {
        code: asked(code, decided(), start=opening("jobafklaring")).reservation is not None
        for code in ("hearing", "guidance", "other_circumstances", "time_limit", "legal_basis")
    }

    assert {"hearing": True, "guidance": True, "other_circumstances": False, "time_limit": True, "legal_basis": False} == marked


def test_every_answer_names_rules_law_and_where_there_are_any_events():
    for code in ("hearing", "guidance", "other_circumstances", "time_limit", "legal_basis"):
        for one in (
            asked(code, heard("2022-03-14", 22), others("2022-03-20"), decided(), deducted("2022-04-01")),
            asked(code, decided(others=False, basis="§ 69 n"), start=UNGUIDED),
        ):
            assert one.answer.rules
            assert one.answer.law
            assert one.answer.facts or isinstance(one.answer.words, Note) or one.answer.words.code in {"not_heard", "not_yet_deducted"}
