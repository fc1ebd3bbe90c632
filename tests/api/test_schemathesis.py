"""Whatever a program sends that has read the description, the answer is one that the description names."""

from typing import Any, NamedTuple
from uuid import UUID

import pytest
import schemathesis
from schemathesis import AuthContext, Case, HookContext
from schemathesis.engine import StopReason, events, from_schema
from schemathesis.engine.recorder import CheckNode

from infra.web.limits import Patience
from tests.api.town import CASE, DAY, served_town

EXAMPLES = 8
"""In each of two modes: what the description allows, and what it does not."""
ADMINISTRATORS = {"POST /api/set-aside/{number}/resend", "POST /api/assignments"}
FAGSYSTEMS = {"POST /events"}
PURPOSES = {"demo-auditor": "tilsyn og revision", "demo-administrator": "drift", "demo-fagsystem": "drift"}
LEFT_OUT = {
    "positive_data_acceptance": "a pattern cannot say that there is no 31 June, and a schema cannot say what an event about a case is",
    "use_after_free": "nothing is ever deleted",
    "ensure_resource_availability": "what is made has no address of its own",
    "object_level_authorization": "it needs two who own different things; tests/api/test_reads_noted.py says who sees what",
}
SAME_QUESTION = "^/api/cases/.case./(timeline|obligations|days|decisions|events|set-aside|changes)$"
"""They are asked as the case itself is: what is systematically tried with that is tried with these at random alone."""
CONFIG = {
    "seed": 751,
    "request-timeout": 30,
    "generation": {
        "max-examples": EXAMPLES,
        "deterministic": True,
        "no-shrink": True,
        "database": "none",
        "with-security-parameters": False,  # the token is ours, below
    },
    "phases": {"stateful": {"enabled": False}, "coverage": {"unexpected-methods": ["DELETE", "TRACE"]}},
    "checks": {
        **{name: {"enabled": False} for name in LEFT_OUT},
        # A question without its position is sent on to the one that names it, and turned away there.
        "negative_data_rejection": {"expected-statuses": [307, 400, 401, 403, 404, 405, 409, 410, 413, 415]},
    },
    "operations": [
        {"include-path-regex": SAME_QUESTION, "phases": {"coverage": {"enabled": False}}},
        # The same, and drawing takes its time.
        {"include-path-regex": "/dossier", "phases": {"coverage": {"enabled": False}}, "generation": {"max-examples": 6}},
        # What is no event is taken all the same, and set aside: nothing that was sent may be lost.
        {"include-path": "/events", "checks": {"negative_data_rejection": {"enabled": False}}},
    ],
}


class Somebody:
    """Asks as one who may, and says why."""

    def get(self, case: Case, _: AuthContext) -> str:
        label = case.operation.label
        return "demo-administrator" if label in ADMINISTRATORS else "demo-fagsystem" if label in FAGSYSTEMS else "demo-auditor"

    def set(self, case: Case, data: str, _: AuthContext) -> None:
        case.headers["Authorization"] = f"Bearer {data}"
        if case.headers.get("Sagsspor-Purpose") in PURPOSES.values():
            case.headers["Sagsspor-Purpose"] = PURPOSES[data]


def map_path_parameters(context: HookContext, path_parameters: dict[str, Any]) -> dict[str, Any]:
    """Ask for a case that is there, most of the times that one is named which could be."""
    return there(path_parameters)


def map_body(context: HookContext, body: Any) -> Any:
    """The same, where the case is named in what is sent."""
    return there(body) if isinstance(body, dict) else body


def there(named: dict[str, Any]) -> dict[str, Any]:
    try:
        case = UUID(named["case"])
    except (KeyError, ValueError, AttributeError, TypeError):
        return named
    return named if case.int % 4 == 0 else {**named, "case": CASE}


def map_query(context: HookContext, query: dict[str, Any]) -> dict[str, Any]:
    """Name a day and a position, so that there is an answer and not the way to it."""
    return {"valid_on": DAY, "position": 10, **query} if "{case}" in context.operation.path else query


class Run(NamedTuple):
    """What came of it."""

    failures: list[str]
    errors: list[str]
    answers: dict[str, set[int]]
    """The statuses of each operation."""
    reason: StopReason | None


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    with served_town(tmp_path_factory.mktemp("schemathesis"), citizens=5, patience=Patience(news_seconds=0)) as town:
        schema = schemathesis.openapi.from_url(f"{town.client.base_url}/openapi.json", config=schemathesis.Config.from_dict(CONFIG))
        schema.auth(cache_by_key=lambda case, _: case.operation.label)(Somebody)
        for hook in (map_path_parameters, map_query, map_body):
            schema.hook(hook)
        found = Run([], [], {operation.ok().label: set() for operation in schema.get_all_operations()}, None)
        for event in from_schema(schema).execute():
            found = noted(found, event)
    return found


def noted(run: Run, event: events.EngineEvent) -> Run:
    if isinstance(event, events.ScenarioFinished):
        answers = (one.response.status_code for one in event.recorder.interactions.values() if one.response is not None)
        run.answers[event.recorder.label].update(answers)
        checks = (check for checks in event.recorder.checks.values() for check in checks if check.failure_info)
        run.failures.extend(f"{event.recorder.label}: {told(check)}" for check in checks)
    elif isinstance(event, events.NonFatalError):
        run.errors.append(f"{event.label}: {event.value!r}")
    elif isinstance(event, events.FatalError):
        raise event.exception
    elif isinstance(event, events.EngineFinished):
        return run._replace(reason=event.stop_reason)
    return run


def told(check: CheckNode) -> str:
    return f"{check.name}: {check.failure_info.failure.message}\n{check.failure_info.code_sample}"


def test_every_answer_is_one_that_is_described(run):
    assert [] == run.failures
    assert [] == run.errors
    assert StopReason.COMPLETED == run.reason


def test_every_operation_was_asked_with_what_it_takes_and_with_what_it_does_not(run):
    assert [] == [name for name, statuses in run.answers.items() if statuses.isdisjoint({200, 201, 202})]
    assert [] == [name for name, statuses in run.answers.items() if name.partition(" ")[2].startswith("/api/") and 400 not in statuses]
