"""Day after day through every scenario: what is kept as intervals is what derive says of each day."""

from datetime import date, timedelta
from itertools import chain

import pytest
from test_scenarios import GIVEN_SCENARIOS, OWN_SCENARIOS

from domain.derive import derive, unfold
from domain.policy import policy_from
from domain.register import rule
from domain.times import ONE_DAY
from domain.view import CaseView, DailyStatus
from infra.scenarios.events import history_of
from infra.scenarios.reading import Scenario

LONG_AFTER = timedelta(days=1500)


@pytest.mark.parametrize("scenario", [*OWN_SCENARIOS, *GIVEN_SCENARIOS], ids=lambda scenario: scenario.id)
def test_the_status_of_every_day_is_what_derive_says_of_it(scenario: Scenario) -> None:
    """What holds on the day before a change has held since the change before it."""
    history, policy = history_of(scenario), policy_from(scenario.policy)
    statuses = list(unfold(history.facts(), policy))
    following = [status.day for status in statuses[1:]]
    last_days = [*(day - ONE_DAY for day in following), statuses[-1].day + LONG_AFTER]

    for status, last in zip(statuses, last_days, strict=True):
        for day in {status.day, last}:
            view = derive(history, day, policy=policy)
            assert _parts(view) == _parts(status), (scenario.id, day)
            assert all(map(rule, _rules_named(view))), (scenario.id, day)


def _rules_named(view: CaseView) -> set[str]:
    """Name every rule that the view rests on, or says was tried."""
    runs = [run for runs in (view.sanctionable, view.blocked, view.no_show, view.gap) for run in runs]
    tried = [*(shown.considered for shown in view.deadlines), *(run.ruling.considered for run in runs)]
    named = [*(owed.rules for owed in view.obligations), *(shown.rules for shown in view.deadlines), *(run.ruling.rules for run in runs)]
    named += [view.registration_rules, view.self_booking_rules, view.immediate_booking_rules, view.interview_rules]
    return {*chain.from_iterable(named), *(one.rule for considered in tried for one in considered)}


def _parts(view: object) -> dict[str, object]:
    return {name: getattr(view, name) for name in DailyStatus._fields[1:]}


def test_no_status_is_told_twice_on_a_day() -> None:
    for scenario in OWN_SCENARIOS:
        days: list[date] = [status.day for status in unfold(history_of(scenario).facts(), policy_from(scenario.policy))]
        assert sorted(set(days)) == days, scenario.id
