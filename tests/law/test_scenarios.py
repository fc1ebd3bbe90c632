"""The law as examples that run: our own scenarios, and the given ones where they lie beside the project."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.alerts import ALERT_RULES
from domain.findings import FINDING_RULES
from domain.policy import POLICY_VALUES
from domain.register import REGISTER
from infra.scenarios.checking import check
from infra.scenarios.reading import Scenario, read_scenarios, scenario_files

OWN = Path(__file__).parent
GIVEN = OWN.parents[2] / "shared" / "law" / "scenarios"

DEADLINE_STATES = {"open", "met", "overdue", "ended_booked", "ended_contact", "superseded", "closed", "lapsed", "invalid"}
DECISION_STATES = {"proposal", "hearing", "decided", "deducted", "revoked"}


def _read(folder: Path) -> list[Scenario]:
    return [scenario for path in scenario_files([folder]) for scenario in read_scenarios(path)]


OWN_SCENARIOS = _read(OWN)
GIVEN_SCENARIOS = _read(GIVEN) if GIVEN.is_dir() else []


def _asserted(key: str) -> Iterator[str]:
    """Give every value that our own scenarios name under a key."""
    for scenario in OWN_SCENARIOS:
        for question in scenario.then:
            values = question.get(key, ())
            yield from map(str, values.values() if isinstance(values, dict) else values)


@pytest.mark.parametrize("scenario", [*OWN_SCENARIOS, *GIVEN_SCENARIOS], ids=lambda scenario: f"{scenario.id}: {scenario.title}")
def test_the_scenario_holds(scenario: Scenario) -> None:
    assert [] == check(scenario)


def test_every_scenario_has_an_id_of_its_own() -> None:
    ids = [scenario.id for scenario in (*OWN_SCENARIOS, *GIVEN_SCENARIOS)]

    assert sorted(set(ids)) == sorted(ids)


def test_every_rule_that_is_easily_misread_is_cited_in_a_scenario() -> None:
    easily_misread = {rule.id for rule in REGISTER.values() if rule.risk == "H" and rule.kind == "code"}

    assert set() == easily_misread - set(_asserted("cites"))


@pytest.mark.parametrize(("key", "codes"), [("findings", FINDING_RULES), ("alerts", ALERT_RULES)])
def test_every_code_is_raised_in_one_scenario_and_not_in_another(key: str, codes: dict[str, tuple[str, ...]]) -> None:
    assert set() == codes.keys() - set(_asserted(key))
    assert set() == codes.keys() - set(_asserted(f"no_{key}"))


def test_every_reading_of_an_open_question_is_run() -> None:
    """The default reading is run by every scenario that names no policy."""
    chosen = {(name, value) for scenario in OWN_SCENARIOS for name, value in scenario.policy.items()}

    assert {(name, value) for name, values in POLICY_VALUES.items() for value in values} == chosen


@pytest.mark.parametrize(("key", "states"), [("deadlines", DEADLINE_STATES), ("decisions", DECISION_STATES)])
def test_every_state_is_reached(key: str, states: set[str]) -> None:
    assert states == set(_asserted(key))
