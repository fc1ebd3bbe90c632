"""What OpenAPI says of a request and of its problems, where FastAPI cannot read it off the code."""

from collections import defaultdict
from typing import Any

from fastapi import FastAPI

from infra.web import problems as p
from infra.web.access.principal import Purpose
from infra.web.hardening.refusing import BEFORE_ANY_ROUTE
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


PURPOSE: dict[str, Any] = {
    "name": "Sagsspor-Purpose",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "enum": [purpose.value for purpose in Purpose]},
    "description": "Hvad læsningen er til, procentkodet, blandt dem, som rollen kan have. Ellers rollens sædvanlige.",
}
"""Said by a program with any request that needs a login."""
EVENT_STREAM = "text/event-stream"
EVENTS: dict[str, Any] = {"description": "Beskeder efter HTML-standardens server-sent events. OpenAPI 3.1 kan ikke sige mere om dem."}
LOGIN = (p.UNKNOWN_PURPOSE, p.UNAUTHENTICATED, p.INVALID_TOKEN, p.FORBIDDEN, p.ISSUER_AWAY)
"""With what one who asks can be met before it is looked at what is asked."""
ANYWHERE = (*BEFORE_ANY_ROUTE, p.OTHER_HOST, p.UNEXPECTED, p.STORE_AWAY)


def described(*problems: Problem) -> dict[int | str, dict[str, Any]]:
    """Describe the answers with problem documents, by status, each problem as an example."""
    by_status: defaultdict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_status[problem.status].append(problem)
    return {status: _answer(ones) for status, ones in by_status.items()}


def turned_away(*problems: Problem) -> dict[int | str, dict[str, Any]]:
    """Describe the problems of a route that needs a login, those that any such route can meet included."""
    return described(*problems, *LOGIN, *ANYWHERE)


def describe(app: FastAPI) -> None:
    """Mend an application's description: what FastAPI thinks of does not happen, and it does not know what every login can say."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        schema = made()
        for path in schema["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
                parameters = operation.setdefault("parameters", [])
                if "security" in operation and PURPOSE not in parameters:
                    parameters.append(PURPOSE)
                stream = operation["responses"].get("200", {}).get("content", {}).get(EVENT_STREAM, {})
                stream.update({"schema": EVENTS} if stream.pop("itemSchema", None) else {})  # OpenAPI has the word from 3.2
        for name in ("HTTPValidationError", "ValidationError"):
            schema.get("components", {}).get("schemas", {}).pop(name, None)
        return schema

    app.openapi = openapi  # type: ignore[method-assign]  # the documented way to extend it


def _answer(problems: list[Problem]) -> dict[str, Any]:
    examples = {problem.name: {"summary": problem.title, "value": problem.document()} for problem in problems}
    content = {"schema": ProblemDocument.model_json_schema(), "examples": examples}
    headers = {name: {"schema": {"type": "string"}} for problem in problems for name in problem.headers if name != "Connection"}
    titles = " ".join(f"{problem.title}." for problem in problems)
    return {"description": titles, "content": {MEDIA_TYPE: content}} | ({"headers": headers} if headers else {})
