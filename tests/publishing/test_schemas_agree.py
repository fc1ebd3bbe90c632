"""What the published JSON Schemas take, the door takes, and the reverse; the last table names what a schema cannot say."""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from consumers.cloudevents import Accepted, Door
from consumers.refusals import Rejected
from consumers.wire import type_of, wire_fields
from domain.events import EVENT_TYPES
from infra.contracts.examples import examples
from infra.contracts.field_texts import ATTRIBUTE_TEXTS
from infra.contracts.schemas import published_schemas

DOOR = Door()
VALIDATORS = {type_: Draft202012Validator(schema) for type_, schema in published_schemas().items()}
ABSENT = object()
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0\n")  # to Python's `re` alone, `$` stands before a newline at the end, too
CASE = "9d3ed9b2-7c43-4c0f-8a3a-3a4a9b0f7d11"
TEXTS = (
    *("", "x", "æ" * 200, "æ" * 201, "x" * 10_000, "x" * 10_001, "bip\x07", "1.0", "application/json", "text/plain", "other", "jobcentre"),
    *("jobnet", CASE, CASE.upper(), "0101011234", "010101-1234", "0101011234x"),
    *("2022-03-15", "1899-12-31", "1900-01-01", "2199-12-31", "2200-01-01", "2022-3-15", "20220315", "2022-W11-2", "2022-13-01"),
    *("2022-03-15T10:00:00+01:00", "2022-03-15T10:00:00Z", "2022-03-15t10:00:00Z", "2022-03-15 10:00:00Z", "2022-03-15T10:00Z"),
    *("2022-03-15T10:00:00", "2022-03-15T10:00:60Z", "2022-03-15T10:00:00+0100", "2022-03-15T24:00:00Z", "2022-03-15T10:00:00+24:00"),
    *("2022-03-15T10:00:00.123456Z", "2022-03-15T10:00:00.1234560Z", "2022-03-15T10:00:00.1234567Z", "1899-12-31T23:59:59Z"),
)
DAYS = (["2022-03-15"] * 1000, ["2022-03-15"] * 1001, ["2022-03-15", None], ["2022-03-15T10:00:00Z"])
VALUES = (ABSENT, None, True, False, 0, 1, -1, 10_000, 10_001, 2**31 - 1, 2**31, 1.5, {}, {"x": 1}, [], ["2022-03-15"], *TEXTS)
"""What may stand in any place. No number such as 3.0, no date such as 30 February: those are for the last table."""


def with_value(event: dict[str, Any], place: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Give the event with one value changed, added or taken away."""
    changed = dict(event)
    part = changed
    if len(place) > 1:
        part = changed["data"] = dict(event["data"]) if isinstance(event.get("data"), dict) else {}
    if value is ABSENT:
        part.pop(place[-1], None)
    else:
        part[place[-1]] = value
    return changed


def places(name: str) -> Iterator[tuple[str, ...]]:
    """Give every place in an event of a type, and some that it does not have."""
    yield from ((attribute,) for attribute in (*ATTRIBUTE_TEXTS, "tracestate", "Extension", "an-extension", "x" * 65))
    yield from (("data", field.name) for field in wire_fields(EVENT_TYPES[name]))
    yield ("data", "unknown")


def values_at(place: tuple[str, ...]) -> tuple[Any, ...]:
    """Give what is tried in a place: lists of days where there can be some, little where nothing may stand."""
    return {"days": (*VALUES, *DAYS), "unknown": (None, "x")}.get(place[-1], VALUES)


def is_accepted(event: dict[str, Any]) -> bool:
    return isinstance(DOOR.check(orjson.dumps(event)), Accepted)


def is_valid(event: dict[str, Any], type_: str) -> bool:
    return VALIDATORS[type_].is_valid(event)


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_schema_and_door_agree_on_every_field(name: str):
    type_ = type_of(name, 1)
    own = [place for place in places(name) if place[0] == "data" or name in ("deadline-set", "outage-recorded", "event-corrected")]
    events = [(place, value, with_value(examples()[type_], place, value)) for place in own for value in values_at(place)]

    assert [] == [(place, value) for place, value, event in events if is_accepted(event) != is_valid(event, type_)]


@given(st.data())
def test_schema_and_door_agree_on_events_with_several_changes(data: st.DataObject):
    name = data.draw(st.sampled_from(list(EVENT_TYPES)))
    type_ = type_of(name, 1)
    event = examples()[type_]
    for place in data.draw(st.lists(st.sampled_from(list(places(name))), max_size=4)):
        event = with_value(event, place, data.draw(st.sampled_from(VALUES) | st.text(CHARACTERS, max_size=20)))

    assert is_accepted(event) == is_valid(event, type_)


def changed(name: str, *place: str, value: Any) -> bytes:
    return orjson.dumps(with_value(examples()[type_of(name, 1)], place, value))


DEEP: Any = 1
for _ in range(31):
    DEEP = {"x": DEEP}
DEADLINE = orjson.dumps(examples()[type_of("deadline-set", 1)])
BEYOND_SCHEMAS = {
    "a date that is not in the calendar": ("invalid_time", changed("deadline-set", "data", "due", value="2022-02-30")),
    "a time that is not in the calendar": ("invalid_time", changed("deadline-set", "time", value="2022-02-30T10:00:00Z")),
    "an integer with decimals": ("wrong_kind", changed("immediate-booking-demanded", "data", "slots_offered", value=3.0)),
    "a field that stands twice": ("duplicate_key", DEADLINE.replace(b'"specversion"', b'"specversion":"1.0","specversion"')),
    "the character NUL": ("nul_character", changed("jobcentre-error-acknowledged", "data", "what", value="nul: \0")),
    "an integer that is not kept exactly": ("not_exact", changed("event-corrected", "data", "data", value={"x": 10**17})),
    "more than 32 layers": ("too_deep", changed("event-corrected", "data", "data", value=DEEP)),
    "more than 256 KiB": ("too_large", DEADLINE + b" " * 256 * 1024),
    "a CPR number with a blank beside it": ("cpr_number", changed("deadline-set", "id", value=" 0101011234")),
}
"""What fits the schema and is refused all the same. The introduction of docs/asyncapi.yaml tells publishers."""


@pytest.mark.parametrize("what", BEYOND_SCHEMAS)
def test_the_door_alone_sees(what: str):
    code, line = BEYOND_SCHEMAS[what]
    event = orjson.loads(line)

    refused = DOOR.check(line)

    assert is_valid(event, event["type"])
    assert isinstance(refused, Rejected)
    assert code == refused.code
