"""How far behind this reader is, and whether it stands still while records wait."""

import logging
from collections.abc import Callable, Mapping
from typing import NamedTuple

from consumers.kafka_pace import Pace
from consumers.kafka_places import Places
from consumers.kafka_reading import Member, StalledError
from consumers.kafka_watch import Watch

log = logging.getLogger(__name__)


class _Seen(NamedTuple):
    position: int
    since: float


class Lookout:
    """Looks at the lag now and then. The client's worst faults so far were partitions that silently were no longer read."""

    def __init__(self, member: Member, places: Places, watch: Watch, pace: Pace, clock: Callable[[], float]) -> None:
        self._member = member
        self._places = places
        self._watch = watch
        self._pace = pace
        self._clock = clock
        self._source = member.source
        self._next = clock()
        self._seen: dict[int, _Seen] = {}

    def forget(self) -> None:
        """Begin anew: what stood still was waiting for the store."""
        self._seen.clear()

    def look(self) -> None:
        """When it is time: tell Kafka how far was read, and sound the alarm where records wait and nothing moves."""
        if self._next > self._clock():
            return
        self._next = self._clock() + self._pace.look
        if self._member.source != self._source:
            raise StalledError
        self._member.commit(self._places.positions())
        positions, ends = self._positions_and_ends()
        for partition, end in ends.items():
            self._watch.lag(partition, max(0, end - positions[partition]))
        self._sound_the_alarm(self._standing_still(positions, ends))

    def has_read_all(self) -> bool:
        """Tell whether Kafka has nothing more at this moment."""
        positions, ends = self._positions_and_ends()
        return positions.keys() == ends.keys() and all(positions[partition] >= end for partition, end in ends.items())

    def _positions_and_ends(self) -> tuple[dict[int, int], Mapping[int, int]]:
        held = self._places.held
        return {partition: self._member.position(partition) or 0 for partition in held}, self._member.ends(held)

    def _standing_still(self, positions: Mapping[int, int], ends: Mapping[int, int]) -> dict[int, float]:
        """Give for how many seconds each partition with records waiting has stood where it stands."""
        now = self._clock()
        seen, self._seen = self._seen, {}
        for partition, end in ends.items():
            position = positions[partition]
            if position < end:
                before = seen.get(partition)
                self._seen[partition] = before if before and before.position == position else _Seen(position, now)
        return {partition: now - one.since for partition, one in self._seen.items()}

    def _sound_the_alarm(self, still: Mapping[int, float]) -> None:
        alarming = {partition: seconds for partition, seconds in still.items() if seconds >= self._pace.alarm}
        self._watch.stalled(len(alarming))
        for partition, seconds in alarming.items():
            log.error("Partition %d har stået stille i %.0f sekunder, selv om der venter poster", partition, seconds)
        if any(seconds >= self._pace.renew for seconds in still.values()):
            raise StalledError
