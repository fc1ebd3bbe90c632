"""Sealing: the tree brought up to the log's end, and the checkpoint signed."""

from collections.abc import Callable
from typing import NamedTuple

from domain.times import Instant
from infra.seals.checkpoints import Checkpoint
from infra.seals.keys import SigningKey, public_key, sign_note
from infra.seals.leaves import UNREADABLE, LeafRow, leaf_of
from infra.seals.notes import Note, NoteError
from infra.seals.store import Seal, SealStore
from infra.seals.tiles import WIDTH, Edge, KeptTree

PAGE = 64 * WIDTH
"""Events whose tiles are written in one transaction: a writer of events hardly waits for half a megabyte."""

Report = Callable[[int, int | None], None]


class SealingError(RuntimeError):
    """The log cannot be sealed as it is. The message says why, in Danish, and what to do."""


class Sealed(NamedTuple):
    """What sealing came to."""

    seal: Seal
    checkpoint: Checkpoint
    new: bool
    """Whether anything had come since the seal before."""


def seal(
    store: SealStore,
    key: SigningKey,
    now: Instant,
    *,
    next_key: SigningKey | None = None,
    elsewhere: str | None = None,
    report: Report | None = None,
) -> Sealed:
    """Seal the log as it is now.

    Args:
        store: the log with its tree and seals.
        key: the key that sealed last, or the first one.
        now: when.
        next_key: the key that the seal hands over to; both sign.
        elsewhere: a seal of this log that was kept elsewhere, which the new one must continue.
        report: is told how far the tree has come.

    Raises:
        SealingError: the log, the tree and the seals do not agree, or the key is not the one that sealed last.

    """
    last = store.last_seal()
    before = _opened(last, key) if last else None
    if next_key and next_key.name != key.name:
        raise SealingError(f"Den nye nøgle skal bære loggens navn, {key.name}. Lav den med --init-key sammen med --new-key.")
    if elsewhere is not None:
        _require_agreement(store, elsewhere, key.name)
    edge = _grown(store, before, report)
    if last and before and edge.size == before.size and not next_key:
        return Sealed(last, before, new=False)
    announced = public_key(next_key or key) if next_key or not last else None
    checkpoint = Checkpoint(key.name, edge.size, edge.root(), announced)
    note = sign_note(checkpoint.text, key, *([next_key] if next_key else []))
    made = Seal(last.number + 1 if last else 1, now, str(note))
    store.keep(edge.unfinished(), made)
    return Sealed(made, checkpoint, new=True)


def _opened(last: Seal, key: SigningKey) -> Checkpoint:
    """Read the newest seal, which must be of the key that seals now."""
    own = public_key(key)
    try:
        note = Note.parse(last.note)
        checkpoint = Checkpoint.parse(note.text)
    except NoteError:
        raise SealingError(f"Segl nr. {last.number} kan ikke læses. Kør sagsspor verify.") from None
    if not note.is_signed_by(own) or (checkpoint.key or own) != own:
        raise SealingError(f"Nøglen er ikke den, som segl nr. {last.number} peger på. Brug den rigtige, eller kør sagsspor verify.")
    return checkpoint


def _require_agreement(store: SealStore, elsewhere: str, origin: str) -> None:
    try:
        known = Checkpoint.parse(Note.parse(elsewhere).text)
    except NoteError:
        raise SealingError("Det tidligere segl uden for lageret kan ikke læses, så intet er forseglet. Nævn en anden fil.") from None
    if known.origin != origin or known.size > store.tree_size() or KeptTree(store.tile).root(known.size) != known.root:
        raise SealingError(
            f"Loggen er ikke en fortsættelse af det segl ved nr. {known.size}, der er gemt uden for lageret. "
            "Intet er forseglet. Kør sagsspor verify med --against."
        )


def _grown(store: SealStore, before: Checkpoint | None, report: Report | None) -> Edge:
    """Bring the tree up to the log's end. It grows from the seal before, or not at all."""
    end, size = store.last_position(), store.tree_size()
    if before and (size < before.size or KeptTree(store.tile).root(before.size) != before.root):
        raise SealingError("Træet svarer ikke til det seneste segl, så intet er forseglet. Kør sagsspor verify for at se hvor.")
    edge = Edge.read(size, store.tile)
    if end < size:
        raise SealingError(f"Træet har {size} hændelser, men loggen ender ved nr. {end}. Intet er forseglet. Kør sagsspor verify.")
    while edge.size < end:
        rows = store.leaf_rows(edge.size, end, PAGE - edge.size % WIDTH)
        filled = list(edge.extend(_leaves(rows, edge.size)))
        store.keep([*filled, *edge.unfinished()])
        if report is not None:
            report(edge.size, end)
    return edge


def _leaves(rows: list[LeafRow], size: int) -> list[bytes]:
    leaves = list(map(leaf_of, rows))
    for position, (row, leaf) in enumerate(zip(rows, leaves, strict=True), size + 1):
        if row.position != position:
            raise _missing(position)
        if leaf == UNREADABLE:
            raise SealingError(f"Hændelse nr. {position} har kolonner, der ikke passer sammen. Kør sagsspor verify.")
    if not leaves:
        raise _missing(size + 1)
    return leaves


def _missing(position: int) -> SealingError:
    return SealingError(f"Hændelse nr. {position} mangler i loggen, så den kan ikke forsegles. Kør sagsspor verify.")
