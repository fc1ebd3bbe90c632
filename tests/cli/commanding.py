"""What a command line gives."""

from collections.abc import Callable
from typing import NamedTuple

import orjson


class Outcome(NamedTuple):
    code: int
    out: bytes
    err: str

    @property
    def json(self):
        return orjson.loads(self.out)

    @property
    def text(self) -> str:
        return " ".join(self.out.decode().split())


Sagsspor = Callable[[str], Outcome]
