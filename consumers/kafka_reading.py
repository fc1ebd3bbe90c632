"""What the consumer's loop needs of Kafka: one member of a consumer group that reads one topic."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from consumers.kafka_records import Header


class Record(Protocol):
    """One record of a partition."""

    @property
    def offset(self) -> int:
        """Its place in the partition."""

    @property
    def value(self) -> bytes | None:
        """Its content."""

    @property
    def headers(self) -> Sequence[Header]:
        """What stands beside the content."""


Batch = Mapping[int, Sequence[Record]]
"""Records by partition, in their order."""


class Changes(NamedTuple):
    """Partitions that the group has given to this member, and taken from it."""

    gained: frozenset[int]
    gone: frozenset[int]


class Member(Protocol):
    """A member of a consumer group. A partition that it gains is paused until it is told to resume."""

    @property
    def source(self) -> str:
        """Name of the topic as it is now: another cluster's, or one made anew, is another source."""

    def poll(self, seconds: float) -> Batch:
        """Give what has come, waiting at most so long for something. Gains and losses of partitions happen in here.

        Raises:
            LostRecordsError: Kafka no longer has what is next to be read.

        """

    def changes(self) -> Changes:
        """Give the partitions that came and went since last asked."""

    def is_settled(self) -> bool:
        """Tell whether the group has shared out the partitions."""

    def beginnings(self, partitions: Iterable[int]) -> Mapping[int, int]:
        """Give the first offset that Kafka still has. Partitions for which nobody answers are left out."""

    def ends(self, partitions: Iterable[int]) -> Mapping[int, int]:
        """Give the offset of the next record to come. Partitions for which nobody answers are left out."""

    def position(self, partition: int) -> int | None:
        """Give the offset that is next to be polled."""

    def seek(self, partition: int, offset: int) -> None:
        """Poll from an offset on."""

    def pause(self, partitions: Iterable[int]) -> None:
        """Poll nothing from these for now."""

    def resume(self, partitions: Iterable[int]) -> None:
        """Poll from these again."""

    def commit(self, positions: Mapping[int, int]) -> bool:
        """Tell Kafka how far was read, for tools that show the lag. True when Kafka agrees that this is a member."""


class LostRecordsError(RuntimeError):
    """Records are gone from Kafka before they were read."""

    def __init__(self, source: str, partition: int, position: int, first: int | None) -> None:
        missing = f"er væk før offset {first}" if first is not None and first > position else "findes ikke"
        super().__init__(
            f"Kafka mangler poster, som ikke er læst: {source}, partition {partition}. Lageret har læst til offset {position}, "
            f"men posterne derfra {missing}. Find dem hos afsenderne, og send dem igen; "
            "start så med --accept-gap for at læse videre fra det første, Kafka har."
        )
        self.partition = partition
        self.position = position
        self.first = first


class StalledError(RuntimeError):
    """The client no longer gives what Kafka has, or the topic was made anew: this member is of no more use, another may be."""

    def __str__(self) -> str:
        """Say what to do."""
        return self.__doc__ or ""
