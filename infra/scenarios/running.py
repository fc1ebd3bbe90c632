"""Running every scenario under some paths; one that cannot be run does not keep the others from it."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from infra.scenarios.checking import Deviation, check
from infra.scenarios.reading import Scenario, ScenarioError, read_scenarios, scenario_files


class Deviating(NamedTuple):
    """A scenario with answers that differ."""

    scenario: Scenario
    deviations: list[Deviation]


class Outcome(NamedTuple):
    """What became of the scenarios."""

    run: int
    deviating: list[Deviating]
    errors: list[str]
    """Why scenarios, or whole files, could not be run."""

    @property
    def deviations(self) -> int:
        """Count the answers that differ."""
        return sum(len(one.deviations) for one in self.deviating)


def run_scenarios(paths: Iterable[Path]) -> Outcome:
    """Run every scenario."""
    outcome = Outcome(0, [], [])
    try:
        files = scenario_files(list(paths))
    except ScenarioError as error:
        return outcome._replace(errors=[str(error)])
    for file in files:
        try:
            scenarios = list(read_scenarios(file))
        except ScenarioError as error:
            outcome.errors.append(str(error))
            continue
        for scenario in scenarios:
            outcome = _with(outcome, scenario)
    return outcome


def _with(outcome: Outcome, scenario: Scenario) -> Outcome:
    try:
        deviations = check(scenario)
    except ScenarioError as error:
        outcome.errors.append(str(error))
        return outcome
    if deviations:
        outcome.deviating.append(Deviating(scenario, deviations))
    return outcome._replace(run=outcome.run + 1)
