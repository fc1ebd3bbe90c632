"""The published schemas say what the door checks."""

from samples import line

from consumers.cloudevents import Accepted, Door
from consumers.schema import json_schemas
from domain.events import EVENT_TYPES

SCHEMAS = json_schemas()


def test_there_is_one_schema_for_every_type():
    assert {f"dk.sagsspor.{name}.v1" for name in EVENT_TYPES} == set(SCHEMAS)


def test_a_schema_has_an_id_of_its_own_and_the_danish_name():
    schema = SCHEMAS["dk.sagsspor.deadline-set.v1"]

    assert ("urn:sagsspor:schema:dk.sagsspor.deadline-set.v1", "Frist for selvbooking sat") == (schema["$id"], schema["title"])
    assert len(SCHEMAS) == len({schema["$id"] for schema in SCHEMAS.values()})


def test_the_effective_time_is_a_date_or_a_time():
    effective = SCHEMAS["dk.sagsspor.jobnet-visited.v1"]["properties"]["data"]["properties"]["effective"]

    assert [("string", "date"), ("string", "date-time")] == [(form["type"], form["format"]) for form in effective["anyOf"]]


def test_data_knows_no_further_fields_and_tells_its_defaults():
    data = SCHEMAS["dk.sagsspor.interview-held.v1"]["properties"]["data"]

    assert data["additionalProperties"] is False
    assert ["effective"] == data["required"]
    assert (True, None) == (data["properties"]["citizen_informed"]["default"], data["properties"]["fund_present"]["default"])


def test_a_keyword_of_python_has_its_own_name_on_the_wire():
    assert ["effective", "from", "to"] == list(SCHEMAS["dk.sagsspor.holiday-notified.v1"]["properties"]["data"]["properties"])


def test_every_field_that_a_schema_demands_is_demanded_at_the_door():
    door = Door()
    for name in EVENT_TYPES:
        for attribute in SCHEMAS[f"dk.sagsspor.{name}.v1"]["required"]:
            assert not isinstance(door.check(line(name, **{attribute: ...})), Accepted)
