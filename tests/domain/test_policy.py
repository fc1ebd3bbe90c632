"""Open questions of the law as named values: what a policy file may say."""

import pytest

from domain.policy import DEFAULT_POLICY, POLICY_VALUES, Policy, PolicyError, policy_from

EVERY = [(name, value) for name, values in POLICY_VALUES.items() for value in values]


def test_the_default_reading_stands_first():
    assert DEFAULT_POLICY.as_dict() == {name: values[0] for name, values in POLICY_VALUES.items()}
    assert list(POLICY_VALUES) == list(DEFAULT_POLICY.as_dict())


def test_every_question_has_two_answers():
    assert {2} == {len(set(values)) for values in POLICY_VALUES.values()}
    assert 17 == len(POLICY_VALUES)


def test_nothing_said_is_the_default():
    assert DEFAULT_POLICY == policy_from({})


@pytest.mark.parametrize(("name", "value"), EVERY)
def test_every_value_of_every_question_is_taken(name, value):
    made = policy_from({name: value})

    assert value == made.as_dict()[name]
    assert Policy(**{name: value}) == made


WRONG = [
    ({"day_calender": "calendar"}, "No policy question is called 'day_calender'. Known: day_calendar, count_end_day, "),
    ({"day_calendar": "Calendar"}, "Policy 'day_calendar' does not take that value. It takes: calendar, weekdays."),
    ({"day_calendar": True}, "Policy 'day_calendar' does not take that value. It takes: calendar, weekdays."),
    ({"count_end_day": "true"}, "Policy 'count_end_day' does not take that value. It takes: false, true."),
    ({"count_end_day": 1}, "Policy 'count_end_day' does not take that value. It takes: false, true."),  # 1 == True, and yet no bool
    ({"lapse_stops_count": None}, "Policy 'lapse_stops_count' does not take that value. It takes: true, false."),
    ({"lapse_month": ["next"]}, "Policy 'lapse_month' does not take that value. It takes: next, same."),
]


@pytest.mark.parametrize(("values", "message"), WRONG)
def test_an_unknown_question_or_value_is_refused_with_what_is_known(values, message):
    with pytest.raises(PolicyError) as caught:
        policy_from(values)

    assert str(caught.value).startswith(message)
