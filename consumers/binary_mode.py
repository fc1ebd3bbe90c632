"""Binary mode: an event whose attributes travelled beside its data, written as one structured event."""

from base64 import b64encode
from collections.abc import Mapping

import orjson


def structured(attributes: Mapping[str, object], data: bytes) -> bytes:
    """Write the structured event, with the data's own bytes in it.

    Data that is not one JSON value goes in as `data_base64`, so that nothing in it can reach into the envelope; the door then
    misses `data`, as it does when none came.
    """
    envelope = orjson.dumps(dict(attributes))[:-1]
    member = _member(data)
    return b"".join((envelope, b"," if attributes and member else b"", member, b"}"))


def _member(data: bytes) -> bytes:
    if not data:
        return b""
    return b'"data":' + data if _is_json(data) else b'"data_base64":"' + b64encode(data) + b'"'


def _is_json(data: bytes) -> bool:
    try:
        orjson.loads(data)
    except orjson.JSONDecodeError:
        return False
    return True
