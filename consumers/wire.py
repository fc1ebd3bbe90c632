"""How an event looks on the wire: pydantic schemas made from the one definition in `domain.events`.

Dates and times must be written as RFC 3339 writes them. Pydantic alone would also read numbers, blanks for `T`
and offsets without a colon, which the trusted decoding of replays does not.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from dataclasses import Field as Field_
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, NotRequired, Union, get_args, get_origin, get_type_hints

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema
from typing_extensions import TypedDict

from domain.events import EVENT_TYPES, SYSTEM_CASE, Event, EventCorrected, EventRetracted, OutageRecorded

_DAY = r"(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_OFFSET = r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
CASE_UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
NAME = r"^[^\x00-\x1f\x7f-\x9f]+$"

DAY = rf"^{_DAY}$"
TIME = rf"^{_DAY}{_CLOCK}(\.[0-9]+)?{_OFFSET}$"
EXACT_TIME = rf"^{_DAY}{_CLOCK}(\.[0-9]{{1,6}}0*)?{_OFFSET}$"
"""No digits below the microsecond: decoders differ in how they round them."""
EFFECTIVE = rf"^{_DAY}({_CLOCK}(\.[0-9]+)?{_OFFSET})?$"


class Written:
    """A date or time whose text must match a pattern before it is read."""

    def __init__(self, pattern: str, form: Literal["date", "date-time"]) -> None:
        self.pattern = pattern
        self.form = form

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check the text, then read it."""
        read = core_schema.date_schema(strict=False) if self.form == "date" else core_schema.datetime_schema(strict=False)
        return core_schema.chain_schema([core_schema.str_schema(strict=True, pattern=self.pattern), read])

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Name the format that JSON Schema has for it, and the pattern for those who do not check formats."""
        return {"type": "string", "format": self.form, "pattern": self.pattern}


WrittenDay = Annotated[date, Written(DAY, "date")]
WrittenTime = Annotated[datetime, Written(EXACT_TIME, "date-time")]
_Name = Annotated[str, Field(min_length=1, max_length=200, pattern=NAME)]


class WireField(NamedTuple):
    """A field of an event's `data`, by both its names."""

    name: str
    attribute: str
    annotation: Any
    required: bool
    default: Any


def wire_fields(cls: type[Event]) -> tuple[WireField, ...]:
    """Give the fields of `data`. A Python keyword such as `from_` stands without its underscore on the wire."""
    return _wire_fields(cls.NAME)


@cache
def _wire_fields(name: str) -> tuple[WireField, ...]:
    cls = EVENT_TYPES[name]
    hints = get_type_hints(cls, include_extras=True)
    return tuple(_wire_field(field, hints[field.name]) for field in fields(cls))


def _wire_field(field: Field_[Any], annotation: Any) -> WireField:
    required = field.default is MISSING
    return WireField(field.name.rstrip("_"), field.name, annotation, required, None if required else field.default)


def data_adapter(cls: type[Event]) -> TypeAdapter[dict[str, Any]]:
    """Give the check of an event's `data`."""
    return _data_adapter(cls.NAME)


def envelope_adapter(cls: type[Event], version: int) -> TypeAdapter[dict[str, Any]]:
    """Make the check of a whole structured CloudEvent. It lets any further attribute through: the door looks at those."""
    subject = _subject(cls)
    members = {
        "specversion": Literal["1.0"],
        "id": _Name,
        "source": _Name,
        "type": Literal[type_of(cls.NAME, version)],
        "subject": subject,
        "time": Annotated[str, Field(pattern=TIME)],
        "datacontenttype": NotRequired[Literal["application/json"]],
        "traceparent": NotRequired[str],
        "data": _data_type(cls),
    }
    return TypeAdapter(_typed_dict(f"{cls.__name__}Event", members, extra="allow"))


def _subject(cls: type[Event]) -> Any:
    """A case's UUID; `jobnet` for facts of the system, and for what retracts or corrects them."""
    if cls is OutageRecorded:
        return Literal[SYSTEM_CASE]
    if cls in {EventRetracted, EventCorrected}:
        return Annotated[str, Field(pattern=rf"{CASE_UUID}|^{SYSTEM_CASE}$")]
    return Annotated[str, Field(pattern=CASE_UUID)]


def type_of(name: str, version: int) -> str:
    """Write the CloudEvents type."""
    return f"dk.sagsspor.{name}.v{version}"


def event_from(cls: type[Event], data: Mapping[str, Any]) -> Event:
    """Make the event from checked `data`."""
    return cls(**{field.attribute: data[field.name] for field in wire_fields(cls) if field.name in data})


@cache
def _data_adapter(name: str) -> TypeAdapter[dict[str, Any]]:
    return TypeAdapter(_data_type(EVENT_TYPES[name]))


def _data_type(cls: type[Event]) -> Any:
    members = {field.name: _member(field) for field in wire_fields(cls)}
    members["effective"] = Annotated[str, Field(pattern=EFFECTIVE)]
    return _typed_dict(f"{cls.__name__}Data", members, extra="forbid")


def _typed_dict(name: str, members: dict[str, Any], extra: Literal["allow", "forbid"]) -> Any:
    make: Any = TypedDict  # by a name and members that mypy cannot know
    made = make(name, members)
    made.__pydantic_config__ = ConfigDict(extra=extra, strict=True)
    return made


def _member(field: WireField) -> Any:
    annotation = _on_the_wire(field.annotation)
    return annotation if field.required else NotRequired[annotation]


def _on_the_wire(annotation: Any) -> Any:
    """Replace dates and times by their written forms, wherever they stand."""
    if annotation is datetime:
        return WrittenTime
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated and inner[0] is date:
        return WrittenDay  # whose pattern holds the years
    if origin is Annotated:
        return Annotated[_on_the_wire(inner[0]), *inner[1:]]
    if origin is tuple:
        return tuple[*(_on_the_wire(part) if part is not ... else part for part in inner)]  # type: ignore[misc]  # a type made while running
    if origin in (Union, UnionType):
        return Union[*(_on_the_wire(part) for part in inner)]
    return annotation
