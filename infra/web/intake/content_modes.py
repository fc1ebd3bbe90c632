"""The content modes of the CloudEvents HTTP binding: from a request's headers and body to structured events in their own bytes."""

import re
from collections.abc import Callable
from email.message import Message
from functools import lru_cache
from urllib.parse import unquote_to_bytes

import msgspec
from starlette.datastructures import Headers

from consumers.binary_mode import structured
from infra.web.limits import BATCH_EVENTS
from infra.web.problems import (
    NO_ATTRIBUTES,
    NOT_A_BATCH,
    TOO_MANY_EVENTS,
    UNREADABLE_ATTRIBUTE,
    UNSUPPORTED_ENCODING,
    UNSUPPORTED_MEDIA_TYPE,
    ProblemError,
)

STRUCTURED = "application/cloudevents+json"
BATCH = "application/cloudevents-batch+json"
BINARY = "application/json"

PREFIX = b"ce-"

Split = Callable[[bytes], list[bytes]]
"""From a body to its events."""

_ESCAPED = re.compile(rb"\\(.)")


def split_by(headers: Headers) -> Split:
    """Tell from the headers how the body is read."""
    if headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise ProblemError(UNSUPPORTED_ENCODING)
    media_type, charset = _media_type(headers.get("content-type", ""))
    if charset != "utf-8":
        raise ProblemError(UNSUPPORTED_MEDIA_TYPE)
    if media_type == STRUCTURED:
        return lambda body: [body]
    if media_type == BATCH:
        return _elements
    if media_type == BINARY:
        attributes = _attributes(headers)
        return lambda body: [structured(attributes, body)]
    raise ProblemError(UNSUPPORTED_MEDIA_TYPE)


@lru_cache(maxsize=32)
def _media_type(content_type: str) -> tuple[str, str]:
    message = Message()
    message["content-type"] = content_type
    return message.get_content_type(), (message.get_content_charset() or "utf-8").replace("utf8", "utf-8")


def _attributes(headers: Headers) -> dict[str, str]:
    """Read the attributes off the headers. The content type is one of them: without its parameters it is what the contract names."""
    attributes: dict[str, str] = {}
    for header, value in headers.raw:
        if header.startswith(PREFIX):
            name = header[len(PREFIX) :].decode("latin-1")
            if name in attributes:
                raise ProblemError(UNREADABLE_ATTRIBUTE)
            attributes[name] = _decoded(value)
    if not attributes:
        raise ProblemError(NO_ATTRIBUTES)
    return {**attributes, "datacontenttype": BINARY}


def _decoded(value: bytes) -> str:
    if len(value) > 1 and value[:1] == value[-1:] == b'"':
        value = _ESCAPED.sub(rb"\1", value[1:-1])
    try:
        return unquote_to_bytes(value).decode()
    except UnicodeDecodeError:
        raise ProblemError(UNREADABLE_ATTRIBUTE) from None


def _elements(body: bytes) -> list[bytes]:
    try:
        elements = _LIST.decode(body)
    except (msgspec.DecodeError, RecursionError):
        raise ProblemError(NOT_A_BATCH) from None
    if len(elements) > BATCH_EVENTS:
        raise ProblemError(TOO_MANY_EVENTS)
    return list(map(bytes, elements))


_LIST = msgspec.json.Decoder(list[msgspec.Raw])
