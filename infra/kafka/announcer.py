"""The producer of announcements (`consumers.kafka_set_aside.Announcing`) over kafka-python's producer."""

import logging
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from kafka import KafkaProducer  # type: ignore[import-untyped]  # kafka-python has no types
from kafka.errors import KafkaError  # type: ignore[import-untyped]  # the same

from consumers.event_store import SetAside
from consumers.kafka_set_aside import NotAnnouncedError
from domain.times import moment

LARGEST = 900_000
"""Bytes of an event that are announced: a broker takes a million by default. What is larger stays in the store alone."""
SECONDS = 5.0
"""After which an announcement that the broker has not confirmed has failed. The producer then holds nothing of it."""

log = logging.getLogger(__name__)


class Announcer:
    """Announces set-aside events. The producer is made with the first."""

    def __init__(self, bootstrap: str, topic: str) -> None:
        self._bootstrap = bootstrap
        self._topic = topic
        self._producer: KafkaProducer | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._drop()

    def announce(self, events: Sequence[SetAside]) -> None:
        """Announce them, and return when none can be lost any more."""
        try:
            if self._producer is None:
                self._producer = self._made()
            sent = [self._producer.send(self._topic, *record_of(event)) for event in events]
            for one in sent:
                one.get(timeout=2 * SECONDS)
        except KafkaError as error:
            self._drop()
            raise NotAnnouncedError(type(error).__name__) from error

    def _made(self) -> KafkaProducer:
        wait = int(SECONDS * 1000)
        return KafkaProducer(
            bootstrap_servers=self._bootstrap,
            client_id="sagsspor",
            acks="all",
            bootstrap_timeout_ms=wait,
            max_block_ms=wait,
            request_timeout_ms=wait // 2,
            delivery_timeout_ms=wait,
            metrics_enabled=False,
        )

    def _drop(self) -> None:
        producer, self._producer = self._producer, None
        if producer is None:
            return
        try:
            producer.close(timeout=SECONDS)
        except KafkaError as error:
            log.info("Kafka svarede ikke, da annonceringen blev lukket (%s)", type(error).__name__)


def record_of(event: SetAside) -> tuple[bytes, bytes | None, list[tuple[str, bytes]]]:
    """Give the value, the key and the headers of an announcement."""
    told = {
        "number": str(event.number),
        "code": event.code,
        "reason": event.message,
        "received": moment(event.received).isoformat(),
        "source": event.source,
        "id": event.id,
        "left-out": f"{len(event.raw)} bytes" if len(event.raw) > LARGEST else None,
    }
    headers = [(name, text.encode()) for name, text in told.items() if text is not None]
    return b"" if len(event.raw) > LARGEST else event.raw, event.case.encode() if event.case else None, headers
