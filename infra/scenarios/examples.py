"""The scenarios that show each rule, told in Danish: what the rules browser ships of tests/law, which is no part of the program."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from domain.citations import cited_rules
from domain.derive import derive
from domain.facts import order_key
from domain.groups import GROUP_LABELS
from domain.history import History
from domain.policy import policy_from
from domain.texts import danish_date, note_text
from domain.times import parse_day, parse_known_at
from domain.view import CaseView, dates
from infra.danish_dates import danish_time, spans
from infra.event_words import details
from infra.labels import DAY_LISTS, DEADLINE_STATES, REGISTRATIONS, SELF_BOOKINGS
from infra.policy_files import written
from infra.policy_texts import POLICY_TEXTS
from infra.scenarios.events import history_of
from infra.scenarios.reading import Scenario, read_scenarios, scenario_files

SCENARIOS = Path(__file__).resolve().parents[2] / "tests" / "law"
SHOWN = 3
"""Examples of one rule: those that cite fewest other rules, and so show it most clearly."""


class Asked(NamedTuple):
    """One question of a scenario with its answer."""

    id: str
    scenario: Scenario
    history: History
    view: CaseView
    rules: frozenset[str]
    named: bool
    """Whether the scenario itself says that the answer rests on some rule, and is tested to."""


@cache
def render(folder: Path = SCENARIOS) -> str:
    """Write the examples as the data file that the pages read."""
    by_rule = _clearest(asked for path in scenario_files([folder]) for one in read_scenarios(path) for asked in _asked(one))
    shown = {asked.id: _told(asked) for found in by_rule.values() for asked in found}
    document = {
        "examples": {id_: shown[id_] for id_ in sorted(shown)},
        "rules": {rule: [asked.id for asked in by_rule[rule]] for rule in sorted(by_rule)},
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode() + "\n"


def _asked(scenario: Scenario) -> Iterator[Asked]:
    history, policy = history_of(scenario), policy_from(scenario.policy)
    for number, question in enumerate(scenario.then, 1):
        known_at = parse_known_at(str(question["known_at"])) if "known_at" in question else None
        view = derive(history, parse_day(str(question["valid_on"])), known_at, policy)
        yield Asked(f"{scenario.id}.{number}", scenario, history, view, frozenset(cited_rules(view)), "cites" in question)


def _clearest(asked: Iterable[Asked]) -> Mapping[str, list[Asked]]:
    by_rule: defaultdict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        for rule in one.rules:
            by_rule[rule].append(one)
    return {rule: sorted(found, key=_clarity)[:SHOWN] for rule, found in by_rule.items()}


def _clarity(one: Asked) -> tuple[bool, int, int, str]:
    return not one.named, len(one.rules), len(one.scenario.given), one.id


def _told(one: Asked) -> dict[str, Any]:
    policy = [(POLICY_TEXTS[name], written(value)) for name, value in one.scenario.policy.items()]
    return {
        "scenario": one.scenario.id,
        "events": [_event(fact.event.LABEL, details(fact.event), fact.day) for fact in sorted(one.history.facts(), key=order_key)],
        "readings": [[text.question, text.readings[value]] for text, value in policy],
        "valid_on": danish_date(one.view.valid_on),
        "known_at": None if one.view.known_at is None else danish_time(one.view.known_at),
        "answers": list(_answers(one.view)),
    }


def _event(label: str, more: str, day: date) -> list[str]:
    return [danish_date(day), f"{label}: {more}" if more else label]


def _answers(view: CaseView) -> Iterator[str]:
    if view.group:
        yield f"Målgruppe: {GROUP_LABELS[view.group]}; {REGISTRATIONS[view.registration]}; {SELF_BOOKINGS[view.self_booking]}"
    for deadline in view.deadlines:
        yield f"Frist {deadline.deadline_id} med fristdag {danish_date(deadline.due)}: {DEADLINE_STATES[deadline.state]}"
    runs = (view.sanctionable, view.blocked, view.no_show, view.gap)
    for name, found in zip(DAY_LISTS.values(), runs, strict=True):
        if days := dates(found, view.valid_on):
            yield f"{name}: {', '.join(spans(days))}"
    yield from map(note_text, (*view.findings, *view.alerts))
