"""A member of a consumer group (`consumers.kafka_reading.Member`) over kafka-python's consumer."""

import logging
from collections import deque
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any, Self

from kafka import KafkaConsumer, TopicPartition  # type: ignore[import-untyped]  # kafka-python has no types
from kafka.consumer.subscription_state import ConsumerRebalanceListener  # type: ignore[import-untyped]  # the same
from kafka.coordinator.assignors.cooperative_sticky import CooperativeStickyAssignor  # type: ignore[import-untyped]  # the same
from kafka.errors import KafkaError, OffsetOutOfRangeError  # type: ignore[import-untyped]  # the same
from kafka.structs import MemberState, OffsetAndMetadata  # type: ignore[import-untyped]  # the same

from consumers.kafka_reading import Batch, Changes, LostRecordsError
from infra.kafka.record_batches import read_tolerantly
from infra.kafka.settings import Settings

log = logging.getLogger(__name__)

ANSWER_MS = 5_000
"""How long an answer from Kafka is waited for."""
BOOTSTRAP_MS = 10_000
COMMIT_MS = 500
CLOSE_MS = 1_000


class KafkaUnusableError(RuntimeError):
    """Kafka cannot be used. The message says so in Danish, and what to do."""


class GroupMember:
    """Reads a topic as a member of a group. Kafka's own offsets are written for tools and never read."""

    def __init__(self, settings: Settings) -> None:
        read_tolerantly()
        self._topic = settings.topic
        session = int(settings.session_seconds * 1000)
        self._consumer = KafkaConsumer(
            bootstrap_servers=settings.bootstrap,
            group_id=settings.group,
            client_id="sagsspor",
            enable_auto_commit=False,
            auto_offset_reset="none",  # a gap is an error, not a reason to begin elsewhere
            isolation_level="read_committed",
            allow_auto_create_topics=False,
            partition_assignment_strategy=[CooperativeStickyAssignor()],
            session_timeout_ms=session,
            heartbeat_interval_ms=session // 3,
            max_poll_records=settings.batch,
            fetch_max_bytes=settings.fetch_bytes,
            max_partition_fetch_bytes=settings.partition_bytes,
            reconnect_backoff_max_ms=2_000,
            bootstrap_timeout_ms=BOOTSTRAP_MS,
            metrics_enabled=False,
        )
        self._listener = _Listener(self._consumer)
        self._consumer.subscribe([self._topic], listener=self._listener)

    def __enter__(self) -> Self:
        return self

    def look_for_topic(self) -> None:
        """Make sure that there is something to read."""
        if not self._consumer.partitions_for_topic(self._topic):
            raise KafkaUnusableError(f"Emnet {self._topic} findes ikke i Kafka. Opret det, og start igen.")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Leave the group, and be gone in about a second whether or not Kafka answers."""
        self._consumer.close(autocommit=False, timeout_ms=CLOSE_MS)

    @property
    def cluster(self) -> str:
        """The cluster's id."""
        return str(self._metadata.cluster_id)

    @property
    def source(self) -> str:
        """Name of the topic as it is now: another cluster's, or one made anew, is another source."""
        return f"kafka:{self.cluster}:{self._topic}:{self._metadata.topic_id(self._topic)}"

    def poll(self, seconds: float) -> Batch:
        """Give what has come, waiting at most so long for something."""
        try:
            polled = self._consumer.poll(timeout_ms=int(seconds * 1000))
        except OffsetOutOfRangeError as error:
            raise self._lost(error) from None
        return {partition: records for (_, partition), records in polled.items()}

    def changes(self) -> Changes:
        """Give the partitions that came and went since last asked."""
        gained: set[int] = set()
        gone: set[int] = set()
        while self._listener.heard:
            is_gain, partitions = self._listener.heard.popleft()
            gained = gained | partitions if is_gain else gained - partitions
            gone = gone if is_gain else gone | partitions
        return Changes(frozenset(gained), frozenset(gone - gained))

    def is_settled(self) -> bool:
        """Tell whether the group has shared out the partitions."""
        return bool(self._consumer.group_metadata().state == MemberState.STABLE)

    def beginnings(self, partitions: Iterable[int]) -> Mapping[int, int]:
        """Give the first offset that Kafka still has."""
        return self._offsets(self._consumer.beginning_offsets, partitions)

    def ends(self, partitions: Iterable[int]) -> Mapping[int, int]:
        """Give the offset of the next record to come."""
        return self._offsets(self._consumer.end_offsets, partitions)

    def position(self, partition: int) -> int | None:
        """Give the offset that is next to be polled."""
        found: int | None = self._consumer.position(self._of(partition), timeout_ms=0)
        return found

    def seek(self, partition: int, offset: int) -> None:
        """Poll from an offset on."""
        self._consumer.seek(self._of(partition), offset)

    def pause(self, partitions: Iterable[int]) -> None:
        """Poll nothing from these for now."""
        self._consumer.pause(*map(self._of, partitions))

    def resume(self, partitions: Iterable[int]) -> None:
        """Poll from these again."""
        self._consumer.resume(*map(self._of, partitions))

    def commit(self, positions: Mapping[int, int]) -> bool:
        """Tell Kafka how far was read. True when Kafka agrees that this is a member."""
        offsets = {self._of(partition): OffsetAndMetadata(offset, "", -1) for partition, offset in positions.items()}
        try:
            self._consumer.commit(offsets, timeout_ms=COMMIT_MS)
        except KafkaError as error:
            log.info("Kafka tog ikke imod, hvor langt der er læst (%s)", type(error).__name__)
            return False
        return True

    @property
    def _metadata(self) -> Any:
        return self._consumer._cluster  # noqa: SLF001 - the library has no public way to the ids of the cluster and the topic

    def _of(self, partition: int) -> Any:
        return TopicPartition(self._topic, partition)

    def _offsets(self, ask: Any, partitions: Iterable[int]) -> dict[int, int]:
        try:
            found = ask([self._of(partition) for partition in partitions], timeout_ms=ANSWER_MS)
        except KafkaError as error:
            log.warning("Kafka svarer ikke (%s)", type(error).__name__)
            return {}
        return {partition: offset for (_, partition), offset in found.items()}

    def _lost(self, error: OffsetOutOfRangeError) -> LostRecordsError:
        ((_, partition), position), *_ = error.args[0].items()
        return LostRecordsError(self.source, partition, position, self.beginnings([partition]).get(partition))


class _Listener(ConsumerRebalanceListener):  # type: ignore[misc]  # kafka-python has no types
    """Hears of gains and losses on the client's own thread, where nothing may wait: it pauses, and takes a note."""

    def __init__(self, consumer: KafkaConsumer) -> None:
        self._consumer = consumer
        self.heard: deque[tuple[bool, set[int]]] = deque()

    def on_partitions_assigned(self, assigned: Iterable[Any]) -> None:
        self._consumer.pause(*assigned)
        for one in assigned:
            self._consumer.seek(one, 0)  # a place to stand on until the store's is known, or each poll would complain
        self.heard.append((True, {one.partition for one in assigned}))

    def on_partitions_revoked(self, revoked: Iterable[Any]) -> None:
        self.heard.append((False, {one.partition for one in revoked}))

    def on_partitions_lost(self, lost: Iterable[Any]) -> None:
        self.on_partitions_revoked(lost)
