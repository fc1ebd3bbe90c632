"""The schemas that the messages share: attributes, contents and headers, each written once."""

from typing import Any

from consumers.wire import CASE_UUID
from domain.events import SYSTEM_CASE
from infra.contracts.field_texts import ATTRIBUTE_TEXTS
from infra.contracts.schemas import Schema, event_name, published_schemas

STRUCTURED = "application/cloudevents+json"
BINARY = "application/json"
_OWN = frozenset({"type", "subject", "data"})
"""What differs between the types; the other attributes are the same in all."""


def ref(name: str) -> Schema:
    """Point at a shared schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def components() -> dict[str, Schema]:
    """Give every schema by its name: `deadline-set` the whole event, `deadline-set.data` its content, `attribute.id` an attribute."""
    schemas = published_schemas()
    some = next(iter(schemas.values()))
    shared = {f"attribute.{key}": one for key, one in some["properties"].items() if key not in _OWN}
    shared |= {"attribute.extension": some["additionalProperties"], "effective": some["properties"]["data"]["properties"]["effective"]}
    shared["case"] = _CASE
    shared |= {"headers.structured": _STRUCTURED_HEADERS, "headers.binary": _binary_headers()}
    for type_, schema in schemas.items():
        name = event_name(type_)
        shared[name] = _event(name, schema)
        shared[f"{name}.data"] = _data(schema["properties"]["data"])
    return shared


def _event(name: str, schema: Schema) -> Schema:
    """Write an event with its parts named, and without the marks of the JSON Schema dialect, which AsyncAPI's is not."""
    told = {key: value for key, value in schema.items() if not key.startswith("$")}
    properties = {key: one if key in _OWN else ref(f"attribute.{key}") for key, one in schema["properties"].items()}
    return {**told, "properties": {**properties, "data": ref(f"{name}.data")}, "additionalProperties": ref("attribute.extension")}


def _data(schema: Schema) -> Schema:
    return {**schema, "properties": {**schema["properties"], "effective": ref("effective")}}


_CASE: Schema = {
    "description": "Nøglen er sagen: sagens UUID, eller jobnet. Så kommer en sags hændelser i den rækkefølge, de er sendt.",
    "type": "string",
    "pattern": rf"{CASE_UUID}|^{SYSTEM_CASE}$",
}
_STRUCTURED_HEADERS: Schema = {
    "type": "object",
    "required": ["content-type"],
    "properties": {"content-type": {"type": "string", "pattern": r"^application/cloudevents\+json"}},
}


def _binary_headers() -> Schema:
    attributes: dict[str, Any] = {key: ref(f"attribute.{key}") for key in ("id", "source", "time", "specversion", "traceparent")}
    attributes |= {"type": {"description": ATTRIBUTE_TEXTS["type"], "type": "string"}, "subject": ref("case")}
    return {
        "type": "object",
        "required": [f"ce_{key}" for key in ("specversion", "id", "source", "type", "subject", "time")],
        "properties": {**{f"ce_{key}": one for key, one in attributes.items()}, "content-type": ref("attribute.datacontenttype")},
    }
