"""One event of every type, made from its definition."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, get_args, get_origin

import orjson

from consumers.wire import type_of, wire_fields
from domain.events import EVENT_TYPES, OutageRecorded

CASE = "9d3ed9b2-7c43-4c0f-8a3a-3a4a9b0f7d11"
SOURCE = "urn:fagsystem:kss:0101"


def sample_value(annotation: Any) -> Any:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return sample_value(parts[0])
    if origin is Literal:
        return parts[-1]
    if origin is tuple:
        return [sample_value(parts[0])] * 2
    if origin is not None and type(None) in parts:
        return sample_value(parts[0])
    plain = {str: "tekst æøå", bool: True, int: 3, date: "2022-03-15", datetime: "2022-03-15T10:00:00.250000+01:00"}
    return plain.get(annotation, {"effective": "2022-03-01"})


def data_of(name: str, *, optional: bool = True) -> dict[str, Any]:
    fields = wire_fields(EVENT_TYPES[name])
    made = {field.name: sample_value(field.annotation) for field in fields if field.required or optional}
    return made | {"effective": "2022-03-01"}


def event(name: str = "deadline-set", data: dict[str, Any] | None = None, **attributes: Any) -> dict[str, Any]:
    made = {
        "specversion": "1.0",
        "id": "e1",
        "source": SOURCE,
        "type": type_of(name, 1),
        "subject": "jobnet" if name == OutageRecorded.NAME else CASE,
        "time": "2022-03-01T09:12:13.123456+01:00",
        "data": data_of(name) if data is None else data,
    } | attributes
    return {key: value for key, value in made.items() if value is not ...}


def line(name: str = "deadline-set", data: dict[str, Any] | None = None, **attributes: Any) -> bytes:
    return orjson.dumps(event(name, data, **attributes))
