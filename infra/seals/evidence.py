"""Evidence that one event is in a sealed log: it can be checked with nothing but the seal and the event's own bytes."""

from hashlib import sha256
from typing import NamedTuple

import orjson

from infra.seals.checkpoints import Checkpoint
from infra.seals.leaves import FORMAT, LeafRow, record_of
from infra.seals.merkle import leaf_hash
from infra.seals.proofs import includes
from infra.seals.store import SealStore
from infra.seals.tiles import KeptTree


class Evidence(NamedTuple):
    """An event's leaf and its way to the root of a sealed tree."""

    record: bytes
    """What the leaf stands for (`infra.seals.leaves`)."""
    size: int
    path: tuple[bytes, ...]

    def holds(self, checkpoint: Checkpoint, state: bytes) -> bool:
        """Say whether the seal covers the record, and the record these bytes. Whose seal it is must be known by its signature."""
        try:
            format_, position, *_, state_hash = orjson.loads(self.record)
        except (orjson.JSONDecodeError, ValueError, TypeError):
            return False
        return (
            (format_, state_hash, self.size) == (FORMAT, sha256(state).hexdigest(), checkpoint.size)
            and isinstance(position, int)
            and includes(checkpoint.root, self.size, leaf_hash(self.record), position - 1, self.path)
        )


def evidence_for(store: SealStore, position: int, checkpoint: Checkpoint) -> Evidence:
    """Gather the evidence that a seal covers an event.

    Raises:
        LookupError: the seal does not cover the event, or the log has no such event.
        TypeError: a column of the event holds something that no event has.

    """
    rows = store.leaf_rows(position - 1, position, 1)
    if not rows or not 0 < position <= checkpoint.size:
        raise LookupError(f"no event at {position} within the {checkpoint.size} that are sealed")
    path = KeptTree(store.tile).inclusion(position - 1, checkpoint.size)
    return Evidence(record_of(rows[0]), checkpoint.size, tuple(path))


def as_sealed(store: SealStore, position: int, checkpoint: Checkpoint) -> tuple[LeafRow, Evidence] | None:
    """Give an event with the evidence that a seal covers it; None when it is not as it was sealed."""
    row = store.leaf_rows(position - 1, position, 1)[0]
    try:
        evidence = evidence_for(store, position, checkpoint)
    except TypeError:
        return None
    return (row, evidence) if evidence.holds(checkpoint, row.state) else None
