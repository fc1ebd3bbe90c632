"""How the interface answers: JSON in its own bytes, and a tag by which a permanent answer is not sent twice."""

from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from infra.web.problems import UNREADABLE_BODY, ProblemError

JSON = "application/json"
UNCHANGED: dict[str, Any] = {
    "description": "Svaret er det, som If-None-Match nævner.",
    "content": {},
    "headers": {"ETag": {"required": True, "schema": {"type": "string"}}},
}
"""How a 304 is described."""
_PERMANENT = "private, no-cache"
"""Whoever has an answer asks whether it still holds, so that each reading is noted."""


def answer(document: object) -> Response:
    """Answer with a document of this moment."""
    return Response(orjson.dumps(document), media_type=JSON)


def permanent(request: Request, document: object) -> Response:
    """Answer with a document that the URL names whole, or say that the reader has it."""
    return tagged(request, orjson.dumps(document), JSON)


def tagged(request: Request, content: bytes, media_type: str) -> Response:
    """Answer with bytes, or say that the reader has them. The tag is made of the bytes: whatever changes them changes it."""
    return following(request, content, lambda: content, media_type)


def following(request: Request, source: bytes, make: Callable[[], bytes], media_type: str) -> Response:
    """Answer with bytes that follow from others. They are not made for a reader who has them."""
    tag = f'"{sha256(_PROGRAM + source).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": _PERMANENT}
    if not {tag, "*"}.isdisjoint(_tags(request.headers.get("if-none-match", ""))):
        return Response(status_code=304, headers=headers)
    return Response(make(), headers=headers, media_type=media_type)


def sendable(event: dict[str, object]) -> bytes:
    """Write an event of a body as a publisher sends it. JSON can say what no publisher can: a number or text that has no bytes."""
    try:
        return orjson.dumps(event)
    except orjson.JSONEncodeError:
        raise ProblemError(UNREADABLE_BODY) from None


def _tags(header: str) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in header.split(",")}


_PROGRAM = version("sagsspor").encode()
