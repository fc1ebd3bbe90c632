"""What was done to an event, as far as the hash that was kept for it can prove it."""

from collections.abc import Collection, Iterator

from consumers.cloudevents import Accepted, Door
from consumers.decoding import topic_of
from infra.seals.comparing import Difference
from infra.seals.deviations import Deviation
from infra.seals.leaves import UNREADABLE, LeafRow, leaf_of
from infra.seals.store import SealStore
from infra.seals.tiles import KeptTree

MOST_PLACES = 64
"""Places at which a differing event is tried, besides those beside it."""


class Diagnosis:
    """Tries what would give the kept hash back: an earlier place, other columns."""

    def __init__(self, store: SealStore, positions: Collection[int]) -> None:
        self._store = store
        self._tree = KeptTree(store.tile)
        self._door = Door()
        self._positions = sorted(positions)[:MOST_PLACES]

    def of(self, difference: Difference) -> Deviation:
        """Say what was done to the event."""
        at, row = difference.position, difference.row
        if not difference.present:
            return Deviation("event_missing", at, at)
        if row and not row.sound:
            return Deviation("event_unfindable", at, at)
        if row is None or leaf_of(row) == UNREADABLE:
            return Deviation("event_changed", at, at)
        for restored in self._earlier(row):
            if leaf_of(restored) == difference.kept:
                return Deviation("event_changed", at, at, columns=_changed(row, restored))
        moved = next(
            (at - place for place in self._places(at) if leaf_of(row._replace(position=place)) == self._tree.leaf(place - 1)), None
        )
        return Deviation("event_changed" if moved is None else "event_moved", at, at, moved=moved)

    def _earlier(self, row: LeafRow) -> Iterator[LeafRow]:
        """Give what the row may have been: what its own bytes say, received when those beside it were."""
        checked = self._door.check(row.state)
        said = _said(row, checked) if isinstance(checked, Accepted) else row
        yield said
        for beside in self._store.leaf_rows(row.position - 2, row.position + 1, 3):
            yield row._replace(received=beside.received)
            yield said._replace(received=beside.received)

    def _places(self, at: int) -> Iterator[int]:
        yield from (place for place in (at - 1, at + 1, *self._positions) if place > 0 and place != at)


def _said(row: LeafRow, event: Accepted) -> LeafRow:
    topic = topic_of(event.type_name, event.version)
    return LeafRow(
        row.position,
        event.case,
        topic,
        event.source,
        event.id,
        event.effective,
        event.day.isoformat(),
        event.registered,
        row.received,
        row.state,
    )


def _changed(row: LeafRow, restored: LeafRow) -> tuple[str, ...]:
    return tuple(name for name, now, before in zip(LeafRow._fields, row, restored, strict=True) if now != before)
