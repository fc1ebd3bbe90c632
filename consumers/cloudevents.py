"""The door: one structured CloudEvent in JSON, checked once, strictly, and kept as the bytes that came."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from consumers.refusals import RefusedError, Rejected, kind_of, refusal_from
from consumers.strict_json import MAX_BYTES, is_plainly_strict, parse
from consumers.versions import STEPS, Steps, current_versions
from consumers.wire import CASE_UUID, NAME, envelope_adapter, type_of, wire_fields
from consumers.written_times import effective_of, instant_of
from domain.events import EVENT_TYPES, Event, EventCorrected
from domain.times import Instant, TimeError


class Accepted(NamedTuple):
    """A checked event, ready for the log."""

    case: str
    source: str
    id: str
    type_name: str
    version: int
    effective: Instant
    day: date
    registered: Instant
    state: bytes
    """The event as it came."""


class _Type(NamedTuple):
    cls: type[Event]
    version: int
    validate: Callable[[bytes], dict[str, Any]]


_PREFIX = b'"dk.sagsspor.'
_CPR = re.compile(r"[0-9]{6}-?[0-9]{4}")
_EXTENSION_NAME = re.compile(r"[a-z0-9]{1,64}")
_KEY = re.compile(NAME)
_CASE = re.compile(CASE_UUID)
_TYPE = re.compile(r"dk\.sagsspor\.([a-z-]{1,64})\.v([1-9][0-9]{0,3})")
_REQUIRED = ("specversion", "id", "source", "type", "subject", "time", "data")
_ATTRIBUTES = frozenset({*_REQUIRED, "datacontenttype", "traceparent"})


class Door:
    """Checks events against the current version of each type."""

    def __init__(self, steps: Steps = STEPS) -> None:
        self._versions = current_versions(steps)
        self._types = {
            type_of(name, version).encode(): _Type(cls, version, envelope_adapter(cls, version).validator.validate_json)
            for name, version in self._versions.items()
            for cls in (EVENT_TYPES[name],)
        }

    def check(self, line: bytes) -> Accepted | Rejected:
        """Accept the event, or say why not."""
        try:
            return self._accept(line)
        except RefusedError as refusal:
            return Rejected(refusal.code, refusal.message, line, *_readable_key(line))

    def _accept(self, line: bytes) -> Accepted:
        # The type is read off the bytes to choose the schema, which then demands that very type of the envelope.
        start = line.find(_PREFIX) + 1
        type_ = self._types.get(line[start : line.find(b'"', start)]) if start and len(line) <= MAX_BYTES else None
        if type_ is None:
            type_ = self._type_of(parse(line))
        try:
            event = type_.validate(line)
        except ValidationError as error:
            raise self._explain(line, error) from None
        return _accepted(type_, event, line)

    def _explain(self, line: bytes, error: ValidationError) -> RefusedError:
        """Find the first thing wrong, from the bytes inwards."""
        document = parse(line)
        type_ = self._type_of(document)
        _refuse_cpr_numbers(document)
        try:
            type_.validate(line)
        except ValidationError as own:
            error = own
        return refusal_from(error, _known_fields(type_.cls))

    def _type_of(self, document: Mapping[str, Any]) -> _Type:
        """Find the type that the envelope names."""
        for attribute in _REQUIRED:
            if attribute not in document:
                raise RefusedError("missing_field", f"Feltet {attribute} mangler. Tilføj det, og send hændelsen igen.")
        name = document["type"]
        if not isinstance(name, str):
            raise RefusedError("unknown_type", f"Feltet type skal være en tekst, men er {kind_of(name)}. Ret det, og send hændelsen igen.")
        found = _TYPE.fullmatch(name)
        if found is None or found[1] not in self._versions:
            raise RefusedError("unknown_type")
        known, sent = self._versions[found[1]], int(found[2])
        if sent != known:
            raise RefusedError("older_version" if sent < known else "unknown_version")
        return self._types[name.encode()]


def _accepted(type_: _Type, event: dict[str, Any], line: bytes) -> Accepted:
    data = event["data"]
    if type_.cls is EventCorrected or not is_plainly_strict(line, len(event) + len(data)):
        parse(line)
    if len(event) > len(_REQUIRED) + ("datacontenttype" in event) + ("traceparent" in event):
        _check_extensions(event)
    id_, source = event["id"], event["source"]
    if 10 <= len(id_) <= 13 or 10 <= len(source) <= 13:
        _refuse_cpr_numbers(event)
    try:
        at, day = effective_of(data["effective"])
        registered = instant_of(event["time"])
    except TimeError:
        raise RefusedError(
            "invalid_time", "Feltet time eller data.effective nævner en dag, der ikke findes. Ret det, og send hændelsen igen."
        ) from None
    return Accepted(event["subject"], source, id_, type_.cls.NAME, type_.version, at, day, registered, line)


def _check_extensions(event: Mapping[str, Any]) -> None:
    """Let CloudEvents extensions through: short lower-case names, plain values."""
    for name in event.keys() - _ATTRIBUTES:
        if not _EXTENSION_NAME.fullmatch(name):
            raise RefusedError("unknown_field", "Uden for data står et ukendt felt. Navne på udvidelser består af a-z og 0-9. Fjern det.")
        value = event[name]
        if not (value is None or isinstance(value, str | bool) or (type(value) is int and -(2**31) <= value < 2**31)):
            raise RefusedError("wrong_kind", f"En udvidelse skal være tekst, heltal eller true/false, men er {kind_of(value)}.")


def _refuse_cpr_numbers(event: Mapping[str, Any]) -> None:
    for field in ("id", "source", "subject"):
        if isinstance(event[field], str) and _CPR.fullmatch(event[field].strip()):
            raise RefusedError("cpr_number", field=field)


def _readable_key(line: bytes) -> tuple[str | None, str | None, str | None]:
    """Give the source, id and case of a refused event, when they can be read and are fit to be shown."""
    try:
        event = parse(line)
    except RefusedError:
        return None, None, None
    case = event.get("subject")
    return _shown(event.get("source")), _shown(event.get("id")), case if isinstance(case, str) and _CASE.fullmatch(case) else None


def _shown(key: object) -> str | None:
    if isinstance(key, str) and len(key) <= 200 and _KEY.match(key) and not _CPR.search(key):
        return key
    return None


def _known_fields(cls: type[Event]) -> Mapping[str, Any]:
    return {field.name: None for field in wire_fields(cls)}
