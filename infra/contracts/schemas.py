"""The events' JSON Schemas with Danish words for those who publish them."""

from typing import Any

from consumers.schema import json_schemas
from infra.contracts.event_texts import EVENT_TEXTS
from infra.contracts.field_texts import ATTRIBUTE_TEXTS, field_text

Schema = dict[str, Any]


def published_schemas() -> dict[str, Schema]:
    """Give the schema of each whole CloudEvent by its `type`."""
    return {type_: _told(event_name(type_), schema) for type_, schema in json_schemas().items()}


def event_name(type_: str) -> str:
    """Give the event name within a CloudEvents type."""
    return type_.split(".")[2]


def _told(name: str, schema: Schema) -> Schema:
    attributes = {key: _described(one, ATTRIBUTE_TEXTS[key]) for key, one in schema["properties"].items()}
    fields = schema["properties"]["data"]["properties"]
    attributes["data"]["properties"] = {key: _described(one, field_text(name, key, _codes(one))) for key, one in fields.items()}
    return {**schema, "description": EVENT_TEXTS[name], "properties": attributes}


def _described(schema: Schema, text: str) -> Schema:
    """Put the Danish words in the place of a title made from the field's name."""
    return {"description": text, **{key: value for key, value in schema.items() if key != "title"}}


def _codes(schema: Schema) -> list[str]:
    codes: list[str] = schema.get("enum", [])
    return codes
