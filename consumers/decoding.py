"""From stored bytes to events: trusted and fast in replays, strict for the data of corrections."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from typing import Any

import msgspec
import orjson
from pydantic import ValidationError

from consumers.refusals import RefusedError, refusal_from
from consumers.versions import STEPS, Steps, current_version, upcast
from consumers.wire import data_adapter, event_from, wire_fields
from domain.events import EVENT_TYPES, Event
from domain.times import parse_effective

Decoder = Callable[[bytes], Event]


class UnknownStoredTypeError(LookupError):
    """The log holds an event type or version that this program does not know. Run the version that wrote it, or a newer one."""

    def __str__(self) -> str:
        """Say what to do."""
        return f"{self.__doc__} Type: {self.args[0]}."


class Decoders(dict[str, Decoder]):
    """The trusted decoding of stored events, by topic; nothing is checked twice, so give it only what the door let in."""

    def __init__(self, steps: Steps = STEPS) -> None:
        super().__init__()
        self._steps = steps

    def __missing__(self, topic: str) -> Decoder:
        """Make the decoder when the topic is first met."""
        name, _, version = topic.rpartition(".v")
        cls, newest = EVENT_TYPES.get(name), current_version(name, self._steps)
        if cls is None or not version.isdecimal() or not 1 <= int(version) <= newest:
            raise UnknownStoredTypeError(topic)
        read = _reader(cls)
        decoder = read if int(version) == newest else partial(self._read_older, name, int(version), read)
        return self.setdefault(topic, decoder)

    def _read_older(self, name: str, version: int, read: Decoder, state: bytes) -> Event:
        data = upcast(name, version, orjson.loads(state)["data"], self._steps)
        return read(orjson.dumps({"data": data}))


def topic_of(name: str, version: int) -> str:
    """Write the topic under which events of a type are stored."""
    return f"{name}.v{version}"


DECODERS = Decoders()


def decode_data(cls: type[Event], data: Mapping[str, Any]) -> Event:
    """Read the data of a correction as an event of its target's type, with every check of the door.

    Raises:
        RefusedError: a `ValueError` that says which field does not fit, and never its value.

    """
    try:
        checked = data_adapter(cls).validate_json(orjson.dumps(data))
        parse_effective(checked["effective"])
    except ValidationError as error:
        raise refusal_from(error, {field.name: None for field in wire_fields(cls)}) from None
    except orjson.JSONEncodeError:
        raise RefusedError("not_exact") from None
    return event_from(cls, checked)


def _reader(cls: type[Event]) -> Decoder:
    """Make the decoder of the type's current version."""
    renamed = {field.attribute: field.name for field in wire_fields(cls) if field.attribute != field.name}
    data = _twin(cls, renamed) if renamed else cls
    decode: Callable[[bytes], Any] = msgspec.json.Decoder(msgspec.defstruct("Stored", [("data", data)])).decode
    if renamed:
        attributes = [field.name for field in fields(cls)]
        return lambda state: _copied(cls, attributes, decode(state).data)
    return lambda state: decode(state).data


def _twin(cls: type[Event], renamed: dict[str, str]) -> type[msgspec.Struct]:
    """Make a struct with the type's fields under their names on the wire, which a dataclass cannot have."""
    members: list[Any] = [
        (field.attribute, field.annotation) if field.required else (field.attribute, field.annotation, field.default)
        for field in wire_fields(cls)
    ]
    return msgspec.defstruct(cls.__name__, members, rename=renamed, kw_only=True)


def _copied(cls: type[Event], attributes: list[str], twin: msgspec.Struct) -> Event:
    return cls(**{attribute: getattr(twin, attribute) for attribute in attributes})
