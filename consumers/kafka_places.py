"""Where in the topic the store has come to: a place for each partition that this member may move on."""

import logging
from collections.abc import Iterable, Mapping, Sequence

from consumers.event_store import EventStore, Place
from consumers.intake import Read
from consumers.kafka_reading import LostRecordsError, Member

log = logging.getLogger(__name__)


class Places:
    """The partitions of one member: those it holds a place for, and those it has yet to claim."""

    def __init__(self, member: Member, store: EventStore, *, accept_gap: bool = False) -> None:
        self._member = member
        self._store = store
        self._accept_gap = accept_gap
        self._unclaimed: set[int] = set()
        self._doubted: dict[int, int] = {}
        self.held: dict[int, Place] = {}

    @property
    def are_complete(self) -> bool:
        """Whether every partition that was given is held."""
        return not self._unclaimed

    def positions(self) -> dict[int, int]:
        """Give how far each held partition is stored."""
        return {partition: place.position for partition, place in self.held.items() if place.position is not None}

    def follow_changes(self) -> frozenset[int]:
        """Take note of what the group has given and taken. Gives the partitions that are gone."""
        gained, gone = self._member.changes()
        for partition in gained | gone:
            self.held.pop(partition, None)
            self._doubted.pop(partition, None)
        self._unclaimed = (self._unclaimed - gone) | gained
        return gone

    def doubt(self, partitions: Iterable[int]) -> None:
        """Give up places of which another reader has claimed at least one: each must be claimed anew."""
        for partition in partitions:
            if place := self.held.pop(partition, None):
                self._member.pause([partition])
                self._unclaimed.add(partition)
                self._doubted[partition] = place.position or 0

    def claim(self) -> None:
        """Claim what is not held, and read on from where the store has come to.

        After a doubt Kafka is asked first whether this is still a member: a reader that was thought dead must not take back
        what another has been given.
        """
        if not self._unclaimed or (self._doubted and not self._member.commit(self._doubted)):
            return
        self._doubted = {}
        for partition, first in self._member.beginnings(self._unclaimed).items():
            self._claim_one(partition, first)

    def reads(self, ends: Mapping[int, int]) -> Sequence[Read]:
        """Say how far the partitions are read once the batch at hand is stored."""
        return [Read(self.held[partition], end) for partition, end in ends.items()]

    def advance(self, ends: Mapping[int, int]) -> None:
        """Take note of what is stored."""
        for partition, position in ends.items():
            if partition in self.held:
                self.held[partition] = self.held[partition]._replace(position=position)

    def _claim_one(self, partition: int, first: int) -> None:
        place = self._store.claim(f"{self._member.source}:{partition}")
        start = first if place.position is None else place.position
        if start < first:
            lost = LostRecordsError(self._member.source, partition, start, first)
            if not self._accept_gap:
                raise lost
            log.error("%s Hullet er godtaget.", lost)
            start = first
        self._member.seek(partition, start)
        self._member.resume([partition])
        self._unclaimed.discard(partition)
        self.held[partition] = place
        log.info("partition %d læses fra offset %d", partition, start)
