"""What fagsystems do to a topic: good events, repeats, broken ones, in both modes, some again and out of order."""

import time
from collections.abc import Iterator
from random import Random
from threading import Lock
from typing import Any

import orjson
from kafka import KafkaProducer
from kafka.errors import KafkaError

from infra.simulation import simulate
from tests.chaos.world import EVENTS

UNKNOWN_VERSION = orjson.dumps(
    {
        "specversion": "1.0",
        "id": "p",
        "source": "urn:chaos",
        "type": "dk.sagsspor.jobnet-visited.v9",
        "subject": "00000000-0000-4000-8000-00000000000f",
        "time": "2022-03-01T09:00:00Z",
        "data": {"effective": "2022-03-01"},
    }
)
POISON = (b"{", b"", b"\xff\xfe", b'{"specversion":"1.0"}', UNKNOWN_VERSION)
STRUCTURED = [("content-type", b"application/cloudevents+json")]

SLICE, LONGEST_BREATH = 100, 0.3
"""So many records are sent at once, and so many seconds passed at most before the next: a fault falls among them."""

Record = tuple[bytes | None, bytes, list[tuple[str, bytes]]]
"""Key, value and headers."""


class Publisher:
    """Sends until the broker has said yes to each."""

    def __init__(self, bootstrap: str, dice: Random) -> None:
        self._bootstrap = bootstrap
        self._dice = dice
        self._drawing = Lock()
        self._fresh = simulate(1_000_000, seed=dice.randrange(1_000_000))
        self._sent: list[bytes] = []

    def publish(self, number: int) -> None:
        """Send new events, with everything that comes between them."""
        with self._drawing:
            records = list(self._records(number))
        self._send(records)

    def again(self, number: int) -> None:
        """Send old events once more, in any order."""
        with self._drawing:
            records = [self._structured(self._dice.choice(self._sent)) for _ in range(number)]
        self._send(records)

    def _records(self, number: int) -> Iterator[Record]:
        for _ in range(number):
            line = next(self._fresh)
            self._sent.append(line)
            yield self._structured(line) if self._dice.random() < 0.7 else self._binary(line)
            if self._dice.random() < 0.05:
                yield self._structured(self._dice.choice(self._sent))
            if self._dice.random() < 0.01:
                yield None, self._dice.choice(POISON), STRUCTURED

    def _structured(self, line: bytes) -> Record:
        return orjson.loads(line)["subject"].encode(), line, STRUCTURED

    def _binary(self, line: bytes) -> Record:
        event: dict[str, Any] = orjson.loads(line)
        headers = [(f"ce_{name}", str(value).encode()) for name, value in event.items() if name not in ("data", "datacontenttype")]
        return event["subject"].encode(), orjson.dumps(event["data"]), [*headers, ("content-type", b"application/json")]

    def _send(self, records: list[Record]) -> None:
        """Send all in order. What the broker did not take is sent again after the rest: a repeat at worst."""
        while records:
            with KafkaProducer(bootstrap_servers=self._bootstrap, delivery_timeout_ms=60_000, linger_ms=5) as producer:
                waiting = []
                for record in records:
                    waiting.append((record, producer.send(EVENTS, key=record[0], value=record[1], headers=record[2])))
                    if len(waiting) % SLICE == 0:
                        time.sleep(LONGEST_BREATH * (len(waiting) // SLICE % 3) / 2)
                records = [record for record, future in waiting if not _taken(future)]


def _taken(future: Any) -> bool:
    try:
        future.get(90)
    except KafkaError:
        return False
    return True
