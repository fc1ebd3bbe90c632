"""A request's body, read no further than it may go."""

import asyncio

from starlette.requests import Request

from infra.web.limits import BODY_BYTES
from infra.web.problems import TOO_LARGE, TOO_SLOW, ProblemError


async def read_body(request: Request, seconds: float) -> bytes:
    """Read the body, whether or not its length was told beforehand."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > BODY_BYTES:
        raise ProblemError(TOO_LARGE)
    try:
        async with asyncio.timeout(seconds):
            return await _read(request)
    except TimeoutError:
        raise ProblemError(TOO_SLOW) from None


async def _read(request: Request) -> bytes:
    parts: list[bytes] = []
    length = 0
    async for part in request.stream():
        length += len(part)
        if length > BODY_BYTES:
            raise ProblemError(TOO_LARGE)
        parts.append(part)
    return b"".join(parts)
