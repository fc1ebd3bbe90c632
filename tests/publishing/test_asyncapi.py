"""The AsyncAPI document says what the door and the topics do."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from asyncapi_tool import LOCK, TOOL, faults_in
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from consumers.binary_mode import structured
from consumers.cloudevents import Accepted, Door
from consumers.event_store import SetAside
from domain.events import EVENT_TYPES
from infra.cli.app import run
from infra.contracts.asyncapi import document
from infra.contracts.yaml_text import yaml_text
from infra.docs import DOCS
from infra.kafka.announcer import LARGEST, record_of

FILE = DOCS / "asyncapi.yaml"
DOCUMENT = document()
MESSAGES = DOCUMENT["components"]["messages"]
DOOR = Door()
CASE = "9d3ed9b2-7c43-4c0f-8a3a-3a4a9b0f7d11"


def resolved(part: Any) -> Any:
    """Follow a reference within the document."""
    while isinstance(part, dict) and "$ref" in part:
        found = DOCUMENT
        for step in part["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        part = found
    return part


def faults(schema: Any, value: Any) -> list[str]:
    validator = Draft7Validator({**resolved(schema), "components": DOCUMENT["components"]})
    return [error.message for error in validator.iter_errors(value)]


def small_document() -> dict[str, Any]:
    """Give the document with one type of event, which the parser reads at once."""
    small = document()
    for parts in (small["components"]["messages"], small["components"]["schemas"], small["channels"]["events"]["messages"]):
        for name in [name for name in parts if name.partition(".")[0] in EVENT_TYPES.keys() - {"deadline-set"}]:
            del parts[name]
    return small


def test_the_official_parser_finds_no_fault():
    assert [] == faults_in(FILE)


def test_the_official_parser_finds_planted_faults(tmp_path: Path):
    broken = small_document()
    broken["channels"]["events"]["messages"]["deadline-set"]["$ref"] = "#/components/messages/deadline-sat"
    broken["components"]["schemas"]["deadline-set.data"]["type"] = "objekt"
    (tmp_path / "broken.yaml").write_text(yaml_text(broken))

    faults = "\n".join(faults_in(tmp_path / "broken.yaml"))

    assert "deadline-sat' does not exist" in faults
    assert "schemas.deadline-set.data" in faults


def test_the_parser_is_pinned_and_comes_from_the_registry_that_npm_is_set_to():
    lock = orjson.loads((TOOL / LOCK).read_bytes())

    assert [] == [name for name, package in lock["packages"].items() if "resolved" in package]
    assert lock["packages"][""]["dependencies"]["@asyncapi/parser"] == lock["packages"]["node_modules/@asyncapi/parser"]["version"]


def test_every_event_type_has_a_message_in_both_modes():
    names = {message for name in EVENT_TYPES for message in (name, f"{name}.binary")}

    assert {*names, "set-aside"} == set(MESSAGES)
    assert names == set(DOCUMENT["channels"]["events"]["messages"])


def test_the_file_reads_as_it_was_meant():
    assert YAML(typ="safe", pure=True).load(FILE) == DOCUMENT


def test_every_example_fits_its_own_schemas():
    for name, message in MESSAGES.items():
        headers = message.get("headers") or DOCUMENT["components"]["messageTraits"]["structured"]["headers"]
        for example in message["examples"]:
            assert [] == faults(message["payload"], example["payload"]), name
            assert [] == faults(headers, example["headers"]), name


def test_an_example_of_another_type_does_not_fit():
    other = MESSAGES["deadline-closed"]["examples"][0]["payload"]
    headers = MESSAGES["deadline-closed.binary"]["examples"][0]["headers"]

    assert faults(MESSAGES["deadline-set"]["payload"], other)
    assert faults(MESSAGES["deadline-set.binary"]["headers"], headers)


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_the_door_takes_the_examples_of_both_modes(name: str):
    [whole], [parts] = MESSAGES[name]["examples"], MESSAGES[f"{name}.binary"]["examples"]
    attributes = {key.removeprefix("ce_"): value for key, value in parts["headers"].items() if key.startswith("ce_")}

    taken = [DOOR.check(line) for line in (orjson.dumps(whole["payload"]), structured(attributes, orjson.dumps(parts["payload"])))]

    assert [Accepted, Accepted] == [type(one) for one in taken]
    assert [name, name] == [one.type_name for one in taken]


def test_the_key_of_an_example_is_its_case():
    [example] = MESSAGES["outage-recorded"]["examples"]

    assert [] == faults({"$ref": "#/components/schemas/case"}, example["payload"]["subject"])
    assert faults({"$ref": "#/components/schemas/case"}, "0101011234")


@pytest.mark.parametrize("raw", [b"{", b"x" * (LARGEST + 1)])
def test_an_announcement_of_what_was_set_aside_fits_the_document(raw: bytes):
    event = SetAside(7, 1_646_122_333_000_000, raw, "not_json", "Linjen er ikke gyldig JSON.", "urn:a", "e-1", CASE, "open", None)

    value, key, headers = record_of(event)
    told = {name: text.decode() for name, text in headers}

    schema = MESSAGES["set-aside"]["headers"]
    assert [] == faults(schema, told)
    assert set() == told.keys() - schema["properties"].keys()
    assert [] == faults(MESSAGES["set-aside"]["bindings"]["kafka"]["key"], key.decode())
    assert (value == b"") == ("left-out" in told)


def test_the_command_writes_the_document(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]):
    for arguments in (["schema", "--asyncapi"], ["schema", "--asyncapi", "-o", str(tmp_path)]):
        with pytest.raises(SystemExit):
            run(arguments)

    assert FILE.read_bytes() == capsysbinary.readouterr().out == (tmp_path / "asyncapi.yaml").read_bytes()
