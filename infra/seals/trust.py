"""Which key may sign which seal: known from outside, or announced by a seal that the key before it signed too."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from infra.seals.checkpoints import Checkpoint
from infra.seals.notes import Note, NoteError, PublicKey

FOREVER = 2**63 - 1


class ValidKey(NamedTuple):
    """A key and the sizes of the log that it may seal."""

    key: PublicKey
    first: int = 0
    last: int = FOREVER

    def covers(self, size: int) -> bool:
        """Say whether the key may seal the log at a size."""
        return self.first <= size <= self.last


Fault = Literal["seal_unreadable", "seal_of_another_log", "seal_not_signed", "seal_key_not_signed"]


class Opened(NamedTuple):
    """A seal that was read: what it says, and why it is not to be believed where it is not."""

    checkpoint: Checkpoint | None
    fault: Fault | None = None


class Trust:
    """The keys that are believed, as seals are read in their order."""

    def __init__(self, known: Iterable[ValidKey] = ()) -> None:
        self.keys = list(known)
        self._origin: str | None = None

    def open(self, note: str) -> Opened:
        """Read the next seal. Without any known key the first one is believed about its own: nobody else vouches for it."""
        try:
            parsed = Note.parse(note)
            checkpoint = Checkpoint.parse(parsed.text)
        except NoteError:
            return Opened(None, "seal_unreadable")
        if not self.keys and checkpoint.key:
            self.keys.append(ValidKey(checkpoint.key))
        fault = self._fault(parsed, checkpoint)
        if fault is None:
            self._origin = checkpoint.origin
            self._follow(checkpoint)
        return Opened(checkpoint, fault)

    def open_elsewhere(self, note: str) -> Opened:
        """Read a seal that was kept elsewhere, which announces nothing."""
        copy = Trust(self.keys)
        copy._origin = self._origin
        return copy.open(note)

    def _fault(self, note: Note, checkpoint: Checkpoint) -> Fault | None:
        names = {valid.key.name for valid in self.keys}
        if not names:
            return "seal_not_signed"
        if checkpoint.origin not in ({self._origin} if self._origin else names):
            return "seal_of_another_log"
        if not any(valid.covers(checkpoint.size) and note.is_signed_by(valid.key) for valid in self.keys):
            return "seal_not_signed"
        if checkpoint.key and not note.is_signed_by(checkpoint.key):
            return "seal_key_not_signed"
        return None

    def _follow(self, checkpoint: Checkpoint) -> None:
        """Take up the key that a believed seal announces, and let the earlier ones end there."""
        new, size = checkpoint.key, checkpoint.size
        if new is None or any(valid.key == new for valid in self.keys):
            return
        self.keys = [valid._replace(last=min(valid.last, size)) for valid in self.keys]
        self.keys.append(ValidKey(new, size))
