"""Checkpoints of the log (C2SP tlog-checkpoint): whose log, how many events, and the root over them."""

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from typing import NamedTuple, Self

from infra.seals.merkle import HASH_BYTES
from infra.seals.notes import NoteError, PublicKey

NEXT_KEY = "sagsspor-key "
"""Begins the extension line by which a checkpoint names the key that seals from here on."""

_SIZE = re.compile(r"0|[1-9][0-9]{0,17}")


class Checkpoint(NamedTuple):
    """What a seal says."""

    origin: str
    size: int
    root: bytes
    key: PublicKey | None = None
    """The key that seals from here on; the first seal names its own, later ones name one when it changes."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text of a note.

        Raises:
            NoteError: it is no checkpoint.

        """
        lines = text.split("\n")
        if len(lines) not in (4, 5) or lines[-1] or not lines[0] or not _SIZE.fullmatch(lines[1]):
            raise NoteError
        return cls(lines[0], int(lines[1]), _root(lines[2]), _key(lines[3]))

    @property
    def text(self) -> str:
        """What is signed."""
        announced = f"{NEXT_KEY}{self.key}\n" if self.key else ""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n{announced}"


def _root(line: str) -> bytes:
    try:
        root = b64decode(line, validate=True)
    except (Base64Error, ValueError):
        raise NoteError from None
    if len(root) != HASH_BYTES or b64encode(root).decode() != line:
        raise NoteError
    return root


def _key(line: str) -> PublicKey | None:
    """Read the extension line. One that says something else is passed over, as the format asks."""
    return PublicKey.parse(line.removeprefix(NEXT_KEY)) if line.startswith(NEXT_KEY) else None
