"""The messages of the topics: each event in both modes, and an event that was set aside."""

from typing import Any

import orjson

from consumers.refusals import PLAIN
from consumers.wire import CASE_UUID
from infra.contracts.components import BINARY, STRUCTURED, ref
from infra.contracts.examples import examples
from infra.contracts.schemas import Schema, event_name, published_schemas

Message = dict[str, Any]

_KEYED: Schema = {"kafka": {"key": ref("case"), "bindingVersion": "0.5.0"}}


def event_messages() -> dict[str, Message]:
    """Give two messages a type: `deadline-set` in structured mode, `deadline-set.binary` in binary mode."""
    made: dict[str, Message] = {}
    for type_, schema in published_schemas().items():
        made[event_name(type_)] = _structured(type_, schema, examples()[type_])
        made[f"{event_name(type_)}.binary"] = _binary(type_, schema, examples()[type_])
    return made


def _structured(type_: str, schema: Schema, example: dict[str, Any]) -> Message:
    return {
        "name": type_,
        "title": schema["title"],
        "summary": schema["description"],
        "contentType": STRUCTURED,
        "traits": [{"$ref": "#/components/messageTraits/structured"}],
        "payload": ref(event_name(type_)),
        "examples": [{"headers": {"content-type": STRUCTURED}, "payload": example}],
    }


def _binary(type_: str, schema: Schema, example: dict[str, Any]) -> Message:
    attributes = {f"ce_{key}": value for key, value in example.items() if key not in ("data", "datacontenttype")}
    return {
        "name": type_,
        "title": f"{schema['title']} (binær form)",
        "contentType": BINARY,
        "traits": [{"$ref": "#/components/messageTraits/binary"}],
        "headers": {"allOf": [ref("headers.binary"), {"type": "object", "properties": {"ce_type": {"const": type_}}}]},
        "payload": ref(f"{event_name(type_)}.data"),
        "examples": [{"headers": {**attributes, "content-type": BINARY}, "payload": example["data"]}],
    }


def traits() -> dict[str, Message]:
    """Give what the messages of a mode share."""
    return {
        "structured": {
            "headers": ref("headers.structured"),
            "correlationId": {"description": "Sagen.", "location": "$message.payload#/subject"},
            "bindings": _KEYED,
        },
        "binary": {"correlationId": {"description": "Sagen.", "location": "$message.header#/ce_subject"}, "bindings": _KEYED},
    }


def set_aside_message() -> Message:
    """Give the message of an event that could not be taken: its bytes, and why."""
    return {
        "name": "set-aside",
        "title": "Hændelse, der er lagt til side",
        "summary": "Værdien er hændelsen som den kom; kom den i binær form, er den skrevet som struktureret. Headerne siger hvorfor.",
        "contentType": "application/octet-stream",
        "headers": {"type": "object", "required": list(_REQUIRED), "properties": {**_REQUIRED, **_OPTIONAL}},
        "bindings": {"kafka": {"key": _CASE_IF_KNOWN, "bindingVersion": "0.5.0"}},
        "payload": {"description": "De bytes, der kom. De kan være hvad som helst, og de kan rumme personoplysninger."},
        "examples": [_set_aside_example()],
    }


def _text(description: str, **more: Any) -> Schema:
    return {"description": description, "type": "string", **more}


_CASE_IF_KNOWN = _text("Sagen, som hændelsen selv nævner. Ingen nøgle, når den ikke kan læses.", pattern=CASE_UUID)
_REQUIRED: Schema = {
    "number": _text("Nummeret i listen over det, der er lagt til side.", pattern="^[0-9]+$"),
    "code": _text("Grunden som kode.", examples=sorted(PLAIN)),
    "reason": _text("Grunden på dansk, og hvad der skal gøres."),
    "received": _text("Hvornår den kom. RFC 3339.", format="date-time"),
}
_OPTIONAL: Schema = {
    "source": _text("Hændelsens source, når den kan læses og ikke ligner en personoplysning."),
    "id": _text("Hændelsens id, når det kan læses og ikke ligner en personoplysning."),
    "left-out": _text("Hvor meget hændelsen fylder, når den er for stor til emnet. Værdien er da tom; indholdet ligger hos Sagsspor."),
}


def _set_aside_example() -> dict[str, Any]:
    """Show an event whose type nobody knows."""
    event = {**next(iter(examples().values())), "type": "dk.sagsspor.deadline-forgotten.v1"}
    headers = {"number": "1", "code": "unknown_type", "reason": PLAIN["unknown_type"], "received": event["time"]}
    return {"headers": {**headers, "source": event["source"], "id": event["id"]}, "payload": orjson.dumps(event).decode()}
