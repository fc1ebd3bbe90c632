"""The proof that one event is in the log, in the text form that other programs read (C2SP tlog-proof)."""

from base64 import b64encode

from infra.seals.checkpoints import Checkpoint
from infra.seals.evidence import Evidence
from infra.seals.notes import Note, NoteError
from infra.seals.store import SealStore

_HEADER = "c2sp.org/tlog-proof@v1"


def tlog_proof(position: int, evidence: Evidence, note: str) -> str:
    """Write a proof. Its `extra` holds the record that the leaf is the hash of: with it and the event's bytes all can be checked."""
    hashes = (_base64(one) for one in evidence.path)
    return "\n".join((_HEADER, f"extra {_base64(evidence.record)}", f"index {position - 1}", *hashes, "", note))


def first_over(seals: SealStore, position: int) -> tuple[str, Checkpoint] | None:
    """Find the first seal that covers an event: it stays the first, however the log grows."""
    for seal in seals.seals():
        try:
            checkpoint = Checkpoint.parse(Note.parse(seal.note).text)
        except NoteError:
            continue  # `sagsspor verify` tells of a seal that cannot be read; a later one covers the event as well
        if checkpoint.size >= position:
            return seal.note, checkpoint
    return None


def _base64(data: bytes) -> str:
    return b64encode(data).decode()
