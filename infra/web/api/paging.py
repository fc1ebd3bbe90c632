"""Lists that grow at their end, page by page: each page names the address of the next."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query

PAGE, MOST = 100, 1000
After = Annotated[int, Query(ge=0, le=2**62, description="Vis dem, der kommer efter dette nummer.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Så mange på en side.")]


def following(path: str, numbers: list[int], limit: int, **asked: object) -> str | None:
    """Give the address of the page after one with these numbers; None where it was not full, so that nothing comes after."""
    return f"{path}?{urlencode({**asked, 'after': numbers[-1], 'limit': limit})}" if len(numbers) == limit else None
