"""Where the log stood when it was read. Every answer names it: asked of the same log again, the answer is the same."""

from typing import Any, NamedTuple

from infra.seals.checkpoints import Checkpoint
from infra.seals.notes import Note, NoteError
from infra.seals.store import SealStore


class Sealed(NamedTuple):
    """The newest seal over no more than was read."""

    number: int
    checkpoint: Checkpoint


class LogState(NamedTuple):
    """How far the log was read, and how far it was sealed."""

    position: int
    """The last event that could count, by its number in the log."""
    sealed: Sealed | None

    @property
    def words(self) -> str:
        """Say it."""
        read = f"Loggen til og med hændelse nr. {self.position}"
        if self.sealed is None:
            return f"{read}, ikke forseglet"
        checkpoint = self.sealed.checkpoint
        return f"{read}, forseglet til og med nr. {checkpoint.size} (segl {self.sealed.number}, rod {checkpoint.root.hex()[:16]})"

    def as_document(self) -> dict[str, Any]:
        """Give it for programs."""
        return {"position": self.position, "seal": None if self.sealed is None else _seal(self.sealed)}


def log_state(seals: SealStore, position: int) -> LogState:
    """Tell how far a log that ends at `position` is sealed. A seal that cannot be read is passed over: `sagsspor verify` tells of it."""
    for seal in reversed(seals.seals()):
        try:
            checkpoint = Checkpoint.parse(Note.parse(seal.note).text)
        except NoteError:
            continue
        if checkpoint.size <= position:
            return LogState(position, Sealed(seal.number, checkpoint))
    return LogState(position, None)


def _seal(sealed: Sealed) -> dict[str, Any]:
    checkpoint = sealed.checkpoint
    return {"number": sealed.number, "origin": checkpoint.origin, "size": checkpoint.size, "root": checkpoint.root.hex()}
