"""JSON Schemas of the events, made from the checks of the door."""

from typing import Any

from consumers.versions import STEPS, Steps, current_versions
from consumers.wire import DAY, TIME, envelope_adapter, type_of, wire_fields
from domain.events import EVENT_TYPES, Event

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = {"type": "string", "format": "date", "pattern": DAY}
_TIME = {"type": "string", "format": "date-time", "pattern": TIME}
_EFFECTIVE = {"title": "Virkningstid", "anyOf": [_DAY, _TIME]}
_NO_CPR_NUMBER = {"not": {"pattern": "^[0-9]{6}-?[0-9]{4}$"}}
_EXTENSION = {"type": ["string", "boolean", "integer", "null"], "minimum": -(2**31), "maximum": 2**31 - 1}


def json_schemas(steps: Steps = STEPS) -> dict[str, dict[str, Any]]:
    """Give the schema of each whole CloudEvent by its `type`."""
    return {type_of(name, version): _schema(EVENT_TYPES[name], version) for name, version in current_versions(steps).items()}


def _schema(cls: type[Event], version: int) -> dict[str, Any]:
    made = envelope_adapter(cls, version).json_schema()
    data = made.pop("$defs")[f"{cls.__name__}Data"]
    envelope = made["properties"]
    for key in ("id", "source"):
        envelope[key].update(_NO_CPR_NUMBER)
    envelope["time"] = {**_TIME, "title": "Registreringstid"}
    envelope["data"] = {**data, "title": "Indhold", "properties": _with_defaults(cls, data["properties"])}
    return {
        "$schema": DIALECT,
        "$id": f"urn:sagsspor:schema:{type_of(cls.NAME, version)}",
        **made,
        "title": cls.LABEL,
        "description": cls.__doc__,
        "propertyNames": {"pattern": "^[a-z0-9]{1,64}$"},
        "additionalProperties": _EXTENSION,
    }


def _with_defaults(cls: type[Event], properties: dict[str, Any]) -> dict[str, Any]:
    """Say what an absent field means."""
    for field in wire_fields(cls):
        if not field.required:
            properties[field.name]["default"] = field.default
    return {**properties, "effective": _EFFECTIVE}
