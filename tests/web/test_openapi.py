"""The document for those who write a client says what the service does."""

import orjson
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from serving import BATCH, batch, event

PROBLEMS = {"400", "401", "403", "408", "413", "415", "429", "500", "503"}


@pytest.fixture(scope="session")
def document(any_client):
    return any_client.get("/openapi.json").json()


def test_it_is_openapi_3_1(document):
    OpenAPIV31SpecValidator(document).validate()

    assert document["openapi"].startswith("3.1.")


def test_every_schema_in_it_is_a_json_schema(document):
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_it_names_every_answer_of_the_intake(document):
    answers = document["paths"]["/events"]["post"]["responses"]

    assert {"202", *PROBLEMS} == answers.keys()
    assert all(["application/problem+json"] == [*answers[status]["content"]] for status in PROBLEMS)
    assert {"Retry-After"} == answers["429"]["headers"].keys() == answers["503"]["headers"].keys()


def test_each_problem_stands_as_an_example_that_keeps_its_schema(document):
    answers = document["paths"]["/events"]["post"]["responses"]
    for status in PROBLEMS:
        content = answers[status]["content"]["application/problem+json"]
        for example in content["examples"].values():
            Draft202012Validator(content["schema"]).validate(example["value"])
            assert int(status) == example["value"]["status"]


def test_it_names_the_three_content_modes(document):
    content = document["paths"]["/events"]["post"]["requestBody"]["content"]

    assert {"application/cloudevents+json", "application/cloudevents-batch+json", "application/json"} == content.keys()
    Draft202012Validator(content["application/cloudevents+json"]["schema"]).validate(orjson.loads(event()))


def test_the_results_keep_their_schema(any_client, document):
    response = any_client.post("/events", content=batch(event(), event(), b"1"), headers=BATCH)
    reference = {"$ref": "#/components/schemas/Results", "components": document["components"]}

    Draft202012Validator(reference).validate(response.json())
