"""The description is one that programs can be made from, and what it says of the answers is so."""

import re
from collections import Counter

import pytest
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.api.test_imagined_over_http import GROUND, NAME
from tests.api.town import ADMINISTRATOR, AUDITOR, CASE, DAY, FAGSYSTEM, HANDLER, event
from tests.web.serving import STRUCTURED

THEN = "2022-03-23T10:00"
OPEN = {"/health/live", "/health/ready", "/metrics"}


@pytest.fixture(scope="session")
def description(town):
    return town.client.get("/openapi.json").json()


@pytest.fixture(scope="session")
def operations(description):
    return {f"{method.upper()} {path}": one for path, methods in description["paths"].items() for method, one in methods.items()}


@pytest.fixture(scope="session")
def schema_of(description):
    """Give the published schema of an answer."""
    registry = Registry().with_resource("urn:api", Resource(contents=description, specification=DRAFT202012))

    def found(path: str, method: str = "get", status: str = "200", media_type: str = "application/json") -> Validator:
        pointer = "/".join(
            one.replace("~", "~0").replace("/", "~1") for one in ("paths", path, method, "responses", status, "content", media_type)
        )
        reference = {"$ref": f"urn:api#/{pointer}/schema"}
        return Draft202012Validator(reference, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)

    return found


def test_it_is_openapi_3_1(description):
    OpenAPIV31SpecValidator(description).validate()


def test_every_operation_has_a_name_of_its_own_that_says_what_it_does(operations):
    names = Counter(one["operationId"] for one in operations.values())

    assert {1} == set(names.values())
    assert [] == [name for name in names if not re.fullmatch("[a-z]+([A-Z][a-z]+)*", name)]


def test_every_operation_says_in_danish_what_it_is_and_where_it_belongs(operations):
    assert [] == [name for name, one in operations.items() if not (one.get("summary") and one.get("tags"))]


def test_every_parameter_is_described(operations):
    silent = [
        (name, one["name"]) for name, operation in operations.items() for one in operation.get("parameters", []) if "description" not in one
    ]

    assert [] == silent


def test_every_operation_names_what_it_can_be_turned_away_with(operations):
    for name, one in operations.items():
        path = name.partition(" ")[2]
        answers = one["responses"].keys()
        if path not in OPEN:
            assert {"400", "401", "403", "429", "500", "503"} <= answers, name
        if "{" in path:
            assert {"404"} <= answers, name
        if path.startswith("/api/cases/{case}"):
            assert {"404", "410"} <= answers, name


def test_every_problem_stands_as_a_problem_document(operations):
    for name, one in operations.items():
        for status, answer in one["responses"].items():
            if status[0] in "45":
                content = answer["content"]["application/problem+json"]
                assert {int(status)} == {example["value"]["status"] for example in content["examples"].values()}, name


def test_every_successful_answer_has_a_schema(operations):
    for name, one in operations.items():
        contents = [content for status, answer in one["responses"].items() if status[0] == "2" for content in answer["content"].values()]
        assert contents, name
        assert all(content.get("schema") for content in contents), name


@pytest.mark.parametrize(
    ("path", "who", "asked"),
    [
        ("/api/cases/{case}", AUDITOR, {}),
        ("/api/cases/{case}", AUDITOR, {"known_at": THEN, "by": "received"}),
        ("/api/cases/{case}/timeline", AUDITOR, {}),
        ("/api/cases/{case}/obligations", AUDITOR, {"valid_on": "2022-03-08"}),
        ("/api/cases/{case}/days", AUDITOR, {}),
        ("/api/cases/{case}/days/{day}", AUDITOR, {}),
        ("/api/cases/{case}/diff", AUDITOR, {"from": THEN, "to": DAY}),
        ("/api/cases/{case}/diff", AUDITOR, {"from": "2021-12-31", "to": DAY}),
        ("/api/cases/{case}/decisions", AUDITOR, {}),
        ("/api/cases/{case}/events", AUDITOR, {}),
        ("/api/cases/{case}/set-aside", AUDITOR, {}),
        ("/api/intake", FAGSYSTEM, {}),
        ("/api/log", AUDITOR, {"limit": "1000"}),
        ("/api/log/{position}/proof", AUDITOR, {}),
        ("/api/seals", AUDITOR, {}),
        ("/api/seals/{number}/growth/{later}", AUDITOR, {}),
        ("/api/set-aside", AUDITOR, {"status": "all"}),
        ("/api/set-aside/{number}", ADMINISTRATOR, {}),
        ("/api/set-aside/{number}", AUDITOR, {}),
        ("/api/access-log", AUDITOR, {}),
        ("/api/assignments", ADMINISTRATOR, {"case": CASE}),
        ("/api/rules", AUDITOR, {}),
        ("/api/rules/{id_}", AUDITOR, {}),
        ("/api/worklists", AUDITOR, {"on": "2023-03-03"}),
        ("/api/worklists/{name}", AUDITOR, {"on": "2023-03-03"}),
    ],
    ids=str,
)
def test_an_answer_is_as_it_is_described(town, schema_of, path, who, asked):
    filled = path.format(case=CASE, day="2022-03-12", position=3, number=1, later=1, id_="R-2.15-7", name="no_deadline_no_interview")
    question = {"valid_on": DAY} | asked if "{case}" in path else asked

    schema_of(path).validate(town.read(filled.removeprefix("/api"), who, **question))


@pytest.mark.parametrize("part", ["", "/timeline", "/decisions", "/diff?from=2022-09-01&to=2022-10-01"])
def test_the_cases_of_a_whole_municipality_are_as_they_are_described(town, schema_of, part):
    schema = schema_of(f"/api/cases/{{case}}{part.partition('?')[0]}")
    for case in town.store.cases()[2:22]:
        if case != "jobnet":
            schema.validate(town.read(f"/cases/{case}{part}", **({} if "?" in part else {"valid_on": "2023-03-03"})))


def test_what_is_imagined_is_as_it_is_described(town, schema_of):
    path = "/api/cases/{case}/what-if"
    answer = town.client.post(path.format(case=CASE), params={"valid_on": DAY}, json={"with": [GROUND], "without": [NAME]}, headers=HANDLER)

    schema_of(path, "post").validate(answer.json())


def test_what_is_changed_is_as_it_is_described(own_town, schema_of):
    client = own_town.client
    sent = client.post("/events", content=event("s1", "jobnet-visited"), headers=FAGSYSTEM | STRUCTURED)
    again = client.post("/api/set-aside/1/resend", headers=ADMINISTRATOR)
    given = client.post("/api/assignments", json={"case": CASE, "handler": "somebody"}, headers=ADMINISTRATOR)

    schema_of("/events", "post", "202").validate(sent.json())
    schema_of("/api/set-aside/{number}/resend", "post").validate(again.json())
    schema_of("/api/assignments", "post", "201").validate(given.json())
