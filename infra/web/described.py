"""What OpenAPI says of a request and of its problems, where FastAPI cannot read it off the code."""

from collections import defaultdict
from typing import Any

from infra.web.intake.content_modes import BATCH, BINARY, STRUCTURED
from infra.web.limits import BATCH_EVENTS
from infra.web.problems import MEDIA_TYPE, Problem, ProblemDocument

_ATTRIBUTES = {
    "specversion": "1.0",
    "id": "Entydigt inden for source.",
    "source": "URI for det afsendende system og myndigheden, for eksempel urn:fagsystem:SYSTEM:KOMMUNEKODE.",
    "type": "dk.sagsspor.NAVN.v1",
    "subject": "Sagens UUID, aldrig et CPR-nummer; ved driftsforstyrrelser jobnet.",
    "time": "Registreringstiden efter RFC 3339 med tidszone.",
}

_EVENT = {
    "type": "object",
    "description": "En CloudEvent efter Sagsspors kontrakt. Skemaet for hver type skrives af sagsspor schema.",
    "properties": {name: {"type": "string", "description": text} for name, text in _ATTRIBUTES.items()} | {"data": {"type": "object"}},
    "required": [*_ATTRIBUTES, "data"],
}

REQUEST: dict[str, Any] = {
    "parameters": [
        {"name": f"ce-{name}", "in": "header", "schema": {"type": "string"}, "description": f"Kun med {BINARY}, procentkodet. {text}"}
        for name, text in _ATTRIBUTES.items()
    ],
    "requestBody": {
        "required": True,
        "content": {
            STRUCTURED: {"schema": _EVENT},
            BATCH: {"schema": {"type": "array", "items": _EVENT, "maxItems": BATCH_EVENTS}},
            BINARY: {"schema": {"type": "object", "description": "Hændelsens data; attributterne står i hovederne ce-*."}},
        },
    },
}
"""The three content modes of `POST /events`."""


def described(*problems: Problem) -> dict[int | str, dict[str, Any]]:
    """Describe the answers with problem documents, by status, each problem as an example."""
    by_status: defaultdict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_status[problem.status].append(problem)
    return {status: _answer(ones) for status, ones in by_status.items()}


def _answer(problems: list[Problem]) -> dict[str, Any]:
    examples = {problem.name: {"summary": problem.title, "value": problem.document()} for problem in problems}
    content = {"schema": ProblemDocument.model_json_schema(), "examples": examples}
    headers = {name: {"schema": {"type": "string"}} for problem in problems for name in problem.headers if name != "Connection"}
    titles = " ".join(f"{problem.title}." for problem in problems)
    return {"description": titles, "content": {MEDIA_TYPE: content}} | ({"headers": headers} if headers else {})
