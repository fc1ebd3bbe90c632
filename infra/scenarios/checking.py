"""Asking a scenario's questions and comparing the answers."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from domain.citations import cited_rules
from domain.derive import derive
from domain.policy import policy_from
from domain.times import parse_day, parse_known_at
from domain.view import CaseView, dates
from infra.scenarios.events import history_of
from infra.scenarios.reading import Scenario, ScenarioError


class Deviation(NamedTuple):
    """An answer that differs from what the scenario says."""

    valid_on: str
    known_at: str | None
    key: str
    expected: object
    actual: object


Answer = Callable[[CaseView], Any]


def _days(name: str) -> Answer:
    return lambda view: [day.isoformat() for day in dates(getattr(view, name), view.valid_on)]


def _codes(name: str) -> Answer:
    return lambda view: {note.code for note in getattr(view, name)}


_EXACT: dict[str, Answer] = {
    "sanctionable_days": _days("sanctionable"),
    "blocked_days": _days("blocked"),
    "no_show_days": _days("no_show"),
    "registration_gap": _days("gap"),
    "registration": lambda view: view.registration,
    "self_booking": lambda view: view.self_booking,
    "immediate_booking_demanded": lambda view: view.immediate_booking_demanded,
    "obligations": lambda view: sorted({obligation.kind for obligation in view.obligations}),
}
_MAPS: dict[str, Answer] = {
    "deadlines": lambda view: {d.deadline_id: d.state for d in view.deadlines},
    "decisions": lambda view: dict(view.decisions),
    "interviews": lambda view: view.interviews._asdict(),
}
_ALL_OF: dict[str, Answer] = {"findings": _codes("findings"), "alerts": _codes("alerts"), "cites": cited_rules}
_NONE_OF: dict[str, Answer] = {"no_findings": _codes("findings"), "no_alerts": _codes("alerts")}


def check(scenario: Scenario) -> list[Deviation]:
    """Ask every question; give the answers that differ. Raise `ScenarioError` for a scenario that cannot be run."""
    try:
        policy = policy_from(scenario.policy)
    except ValueError as error:
        raise ScenarioError(f"{scenario.path.name}, scenario {scenario.id}: {error}") from error
    history = history_of(scenario)
    deviations: list[Deviation] = []
    for question in scenario.then:
        known_at = None if question.get("known_at") is None else str(question["known_at"])
        valid_on = str(question["valid_on"])
        view = derive(history, parse_day(valid_on), parse_known_at(known_at) if known_at else None, policy)
        for key, expected in question.items():
            if key not in {"valid_on", "known_at"}:
                found = _compare(scenario, key, expected, view)
                if found is not None:
                    deviations.append(Deviation(valid_on, known_at, key, *found))
    return deviations


def _compare(scenario: Scenario, key: str, expected: Any, view: CaseView) -> tuple[object, object] | None:  # YAML
    if key in _EXACT:
        actual = _EXACT[key](view)
        wanted = _sorted(expected) if isinstance(expected, list) else expected
        return None if actual == wanted else (wanted, actual)
    if key in _MAPS:
        actual = _MAPS[key](view)
        return None if _within(expected, actual) else (expected, actual)
    if key in _ALL_OF:
        missing = sorted(set(map(str, expected)) - _ALL_OF[key](view))
        return (missing, sorted(_ALL_OF[key](view))) if missing else None
    if key in _NONE_OF:
        present = sorted(set(map(str, expected)) & _NONE_OF[key](view))
        return ([], present) if present else None
    raise ScenarioError(f"{scenario.path.name}, scenario {scenario.id}: `then` does not know the key {key!r}.")


def _sorted(values: list[Any]) -> list[str]:
    return sorted({str(value) for value in values})


def _within(expected: Mapping[str, Any], actual: Mapping[str, Any]) -> bool:
    return all(actual.get(str(name), "absent") == value for name, value in expected.items())
