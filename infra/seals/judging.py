"""What the comparison means: which events, which part of the tree, and whether they or it were changed."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from infra.seals.checkpoints import Checkpoint
from infra.seals.comparing import Compared, Difference
from infra.seals.deviations import Deviation, in_runs
from infra.seals.diagnosis import Diagnosis
from infra.seals.merkle import HASH_BYTES, root_of
from infra.seals.store import SealStore
from infra.seals.tiles import WIDTH

_BEFORE_ALL = -(2**63)


class Held(NamedTuple):
    """A seal that is believed, or that somebody kept elsewhere."""

    number: int
    checkpoint: Checkpoint


def outside_the_log(store: SealStore) -> Iterator[Deviation]:
    """Find rows at positions before the first."""
    return (Deviation("event_outside", row.position, row.position) for row in store.leaf_rows(_BEFORE_ALL, 0, 1000))


def events(store: SealStore, compared: Compared, held: Sequence[Held], end: int) -> list[Deviation]:
    """Say of each differing event whether it, or the tree, is what was changed."""
    diagnosis = Diagnosis(store, [one.position for one in compared.differences])
    found = [_of_event(one, diagnosis, _witness(one.position, held), compared) for one in compared.differences if one.position <= end]
    if end > compared.end:  # a whole page of events is missing, and what comes after was not looked at
        found.append(Deviation("event_missing", compared.end + 1, end))
    return in_runs(found)


def _of_event(difference: Difference, diagnosis: Diagnosis, witness: Checkpoint | None, compared: Compared) -> Deviation:
    at = difference.position
    if witness and compared.roots.get(witness.size) == witness.root:
        return Deviation("tree_changed", at, at)
    found = diagnosis.of(difference)
    proven = found.columns or found.moved is not None or found.code != "event_changed"
    if proven or witness is None or compared.kept_roots.get(witness.size) == witness.root:
        return found
    return Deviation("event_or_tree_changed", at, at)


def _witness(position: int, held: Sequence[Held]) -> Checkpoint | None:
    """Give the seal that covers an event and the fewest after it."""
    at = bisect_left(held, position, key=lambda one: one.checkpoint.size)
    return held[at].checkpoint if at < len(held) else None


def cut(compared: Compared, held: Sequence[Held], outside: Sequence[Held], end: int) -> Iterator[Deviation]:
    """Find that the log ends before what was sealed, or before what the tree holds."""
    ends = [(one.checkpoint.size, one.number) for one in (*held, *outside)]
    size, number = max([*ends, (compared.end, None)], key=lambda one: one[0])
    if size > end:
        yield Deviation("log_cut", end + 1, size, seal=number)


def rewritten(compared: Compared, held: Sequence[Held]) -> Iterator[Deviation]:
    """Find the first seal that neither the events nor the tree agree with: both were rewritten after the seal before it."""
    agreed = 0
    for number, checkpoint in held:
        size = checkpoint.size
        if checkpoint.root in (compared.roots.get(size), compared.kept_roots.get(size)) or size == 0:
            agreed = size
        elif size in compared.roots:
            yield Deviation("log_rewritten", min(agreed + 1, size), size, seal=number)
            return


def tree(store: SealStore, compared: Compared, held: Sequence[Held], kept_size: int) -> Iterator[Deviation]:
    """Find what is wrong with the tree above and after the leaves."""
    sealed = max((one.checkpoint.size for one in held), default=0)
    if kept_size < sealed:
        yield Deviation("tree_cut", kept_size + 1, sealed)
    if kept_size > compared.end:
        yield Deviation("tree_changed", compared.end + 1, kept_size)
    level, width, due = 1, WIDTH, compared.tile_roots
    while due:
        kept = _kept_hashes(store, level, len(due))
        right = [hash_ in roots for hash_, roots in zip(kept, due, strict=True)]
        yield from in_runs(Deviation("tree_changed", at * width + 1, (at + 1) * width) for at, fine in enumerate(right) if not fine)
        hashes = [hash_ if fine else roots[0] for hash_, fine, roots in zip(kept, right, due, strict=True)]
        level, width = level + 1, width * WIDTH
        due = [(root_of(hashes[at : at + WIDTH]),) for at in range(0, len(hashes) - WIDTH + 1, WIDTH)]


def _kept_hashes(store: SealStore, level: int, count: int) -> list[bytes]:
    """Give the first hashes of a level, empty ones where they are missing."""
    tiles = store.tiles(level, 0, count // WIDTH + 1)
    return [tiles.get(at // WIDTH, b"")[at % WIDTH * HASH_BYTES :][:HASH_BYTES] for at in range(count)]
