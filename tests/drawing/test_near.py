"""The system's facts that touch no due date of a case can be left out of it, whenever it is asked and whatever was corrected."""

from histories import days_of, instants_of, policies, told
from hypothesis import given
from hypothesis import strategies as st

from domain.derive import derive
from infra.cases import Case


@given(st.data(), told(), policies, st.sampled_from(["registered", "received"]))
def test_the_near_case_says_what_the_whole_one_says(data, told_, policy, known_by):
    case = Case("c", told_.own, told_.system)
    day, known_at = data.draw(days_of(told_)), data.draw(st.none() | instants_of(told_))
    asked = {"known_at": known_at, "policy": policy, "known_by": known_by}

    assert derive(case.history, day, **asked) == derive(case.near.history, day, **asked)
