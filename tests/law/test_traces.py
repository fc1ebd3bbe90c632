"""Results with their whole trace, compared to the letter: no result without its rules, its facts and what was tried.

A change of the law's reading shows here as a difference that can be read. `TRACES=write pytest tests/law/test_traces.py` writes them anew.
"""

import os
from pathlib import Path

from traces import trace

from domain.derive import derive
from domain.policy import policy_from
from domain.times import parse_day, parse_known_at
from infra.scenarios.events import history_of
from infra.scenarios.reading import read_scenarios

EXPLAINED = Path(__file__).with_name("explained.yaml")
TRACES = Path(__file__).with_name("explained.txt")


def _traces() -> dict[str, list[str]]:
    """Give a trace for every question of every scenario that is explained in full."""
    found = {}
    for scenario in read_scenarios(EXPLAINED):
        history, policy = history_of(scenario), policy_from(scenario.policy)
        for question in scenario.then:
            known_at = question.get("known_at")
            view = derive(history, parse_day(str(question["valid_on"])), parse_known_at(str(known_at)) if known_at else None, policy)
            found[f"{scenario.id} on {view.valid_on}: {scenario.title}"] = trace(view)
    return found


def _written(traces: dict[str, list[str]]) -> str:
    return "\n\n".join("\n".join([name, *(f"  {line}" for line in lines)]) for name, lines in traces.items()) + "\n"


def test_every_explained_scenario_is_explained_to_the_letter() -> None:
    traces = _written(_traces())
    if os.environ.get("TRACES") == "write":
        TRACES.write_text(traces, encoding="utf-8")

    assert TRACES.read_text(encoding="utf-8").split("\n\n") == traces.split("\n\n")
