"""From Kafka to stored events in PostgreSQL, broker and database on the same machine."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

import orjson
from kafka import KafkaProducer

from benchmarks.figures import Figure, Target
from benchmarks.sizes import Sizes
from infra.postgres.store import PostgresStore
from infra.simulation import simulate
from tests.services.kafka import Kafka
from tests.services.postgres import Postgres

PARTITIONS = 8
RATE = Target("value", 15_000, "the required rate on two cores, broker and database included")
HEADERS = [("content-type", b"application/cloudevents+json")]
ENDLESS = 1_000_000


def measure(sizes: Sizes) -> list[Figure]:
    """Consume a filled topic with one consumer, and with two that share its partitions."""
    with Kafka() as kafka, Postgres() as server:
        topic = kafka.topic("bench", PARTITIONS)
        _publish(kafka, topic, islice(simulate(ENDLESS), sizes.streamed))
        rates = [_consuming(kafka, topic, server, sizes.streamed, consumers) for consumers in (1, 2)]
    note = f"{sizes.streamed:,} records in {PARTITIONS} partitions, structured mode, published before"
    return [
        Figure("Kafka to PostgreSQL, one consumer", rates[0], "events/s", "higher", targets=(RATE,), note=note),
        Figure("Kafka to PostgreSQL, two consumers", rates[1], "events/s", "higher", "one consumer", rates[0], rates[1] / rates[0]),
    ]


def _publish(kafka: Kafka, topic: str, events: Iterator[bytes]) -> None:
    with KafkaProducer(bootstrap_servers=kafka.bootstrap, linger_ms=50, batch_size=256 * 1024) as producer:
        for number, line in enumerate(events):
            if number % 50_000 == 0:
                producer.flush()  # it holds in memory what it has not sent
            producer.send(topic, key=orjson.loads(line)["subject"].encode(), value=line, headers=HEADERS)
        producer.flush()


def _consuming(kafka: Kafka, topic: str, server: Postgres, number: int, consumers: int) -> float:
    """Time from the first commit to the last: starting Python and joining the group is not what is asked."""
    database = server.migrated()
    arguments = ["consume", "--bootstrap", kafka.bootstrap, "--topic", topic, "--group", database.url[-12:], "--store", database.url]
    with PostgresStore(database.url) as store, _running(arguments, consumers):
        first_at, first = _reached(store, 1)
        last_at, last = _reached(store, number)
    return (last - first) / (last_at - first_at)


def _reached(store: PostgresStore, number: int) -> tuple[float, int]:
    """Wait until so many records have been dealt with; give when, and how many they were."""
    while True:
        seen = _seen(store)
        if seen >= number:
            return time.perf_counter(), seen
        time.sleep(0.05)


def _seen(store: PostgresStore) -> int:
    """Count the records that the places have passed: repeats are dealt with too, and store nothing."""
    with store.transaction() as cursor:
        cursor.execute("SELECT coalesce(sum(position), 0)::bigint FROM sagsspor.places WHERE name LIKE 'kafka:%'")
        return int(cursor.fetchone()[0])


@contextmanager
def _running(arguments: Sequence[str], number: int) -> Iterator[None]:
    programs = [subprocess.Popen([sys.executable, "-m", "infra.cli", *arguments], stderr=subprocess.DEVNULL) for _ in range(number)]
    try:
        yield
    finally:
        for program in programs:
            program.terminate()
        for program in programs:
            program.wait()
