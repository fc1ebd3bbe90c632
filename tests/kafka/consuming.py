"""Running the consumer in a test, in this process or in one of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Event as Flag
from threading import Thread
from time import monotonic, sleep
from typing import NamedTuple
from uuid import uuid4

import orjson
from kafka import KafkaConsumer, KafkaProducer, TopicPartition

from consumers.checking import Checking
from consumers.intake import Intake, IntakeReport
from consumers.kafka_pace import PACE
from infra import clock
from infra.kafka.consuming import consume_topic
from infra.kafka.settings import Settings
from infra.metrics import ConsumerMetrics
from infra.wiring import opened_store
from tests.services.kafka import Kafka

QUICK = PACE._replace(poll=0.1, store=0.2, first_retry=0.05, last_retry=0.2, look=0.2, announce=0.2)
SOURCE = "urn:fagsystem:kss:0101"
PATIENCE = 30


class Topics(NamedTuple):
    """A test's own topics, and who reads them."""

    node: Kafka
    events: str
    set_aside: str
    settings: Settings

    def publish(self, lines: Iterable[bytes], partition: int | None = None) -> None:
        self.send([(line, []) for line in lines], partition)

    def send(self, records: Iterable[tuple[bytes | None, list[tuple[str, bytes | None]]]], partition: int | None = None) -> None:
        producer = KafkaProducer(bootstrap_servers=self.node.bootstrap, linger_ms=20)
        for value, headers in records:
            producer.send(self.events, value, key=key_of(value), headers=headers, partition=partition)
        producer.flush()
        producer.close()

    def announced(self) -> list[tuple[bytes, bytes | None, dict[str, str]]]:
        """Give value, key and headers of what was announced."""
        consumer = KafkaConsumer(bootstrap_servers=self.node.bootstrap, enable_auto_commit=False, auto_offset_reset="earliest")
        partition = TopicPartition(self.set_aside, 0)
        consumer.assign([partition])
        found = []
        while consumer.position(partition) < consumer.end_offsets([partition])[partition]:
            for records in consumer.poll(timeout_ms=200).values():
                found += [(one.value, one.key, {name: text.decode() for name, text in one.headers}) for one in records]
        consumer.close()
        return found


def key_of(value: bytes | None) -> bytes | None:
    """Give the case of a structured event."""
    try:
        return str(orjson.loads(value or b"")["subject"]).encode()
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None


def topics(node: Kafka, partitions: int = 1, session_seconds: float = 2) -> Topics:
    """Make topics of a test's own."""
    number = uuid4().hex[:12]  # this module is loaded under two names, so a counter would count twice
    events, aside = node.topic(f"events-{number}", partitions), node.topic(f"set-aside-{number}")
    return Topics(node, events, aside, Settings(node.bootstrap, events, f"group-{number}", aside, session_seconds))


def read_all(topics: Topics, store, watch=None, **options) -> IntakeReport:
    """Read until nothing more comes."""
    intake = Intake(store, clock.now, Checking())
    return consume_topic(topics.settings, store, intake, watch or ConsumerMetrics(), Flag(), until_idle=0.3, pace=QUICK, **options)


class Reader:
    """A consumer in a thread."""

    def __init__(self, topics: Topics, store, pace=QUICK) -> None:
        self.metrics = ConsumerMetrics()
        self.stop = Flag()
        self.error: BaseException | None = None
        self.report: IntakeReport | None = None
        intake = Intake(store, clock.now, Checking())

        def work() -> None:
            try:
                self.report = consume_topic(topics.settings, store, intake, self.metrics, self.stop, pace=pace)
            except BaseException as error:  # noqa: BLE001 - it is for the test to look at
                self.error = error

        self._thread = Thread(target=work)
        self._thread.start()

    def join(self) -> IntakeReport:
        self.stop.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        if self.error:
            raise self.error
        assert self.report is not None
        return self.report


@contextmanager
def reading(topics: Topics, store, pace=QUICK) -> Iterator[Reader]:
    reader = Reader(topics, store, pace)
    try:
        yield reader
    finally:
        reader.stop.set()
        reader.join()


class Process:
    """`sagsspor consume` in a process of its own."""

    def __init__(self, topics: Topics, url: str, *options: str) -> None:
        one = topics.settings
        arguments = ["--bootstrap", one.bootstrap, "--topic", one.topic, "--set-aside-topic", one.set_aside_topic, "--group", one.group]
        command = [sys.executable, "-W", "ignore", "-m", "infra.cli", "consume", *arguments, "--session-timeout", "2", "--store", url]
        out = subprocess.PIPE
        self._process = subprocess.Popen([*command, "--json", *options], stdout=out, stderr=out, env={**os.environ, "NO_COLOR": "1"})

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()

    def send(self, what: signal.Signals) -> None:
        self._process.send_signal(what)

    def first_word_like(self, beginning: str) -> str:
        """Give the first word among its messages that begins so."""
        for said in self._process.stderr:
            for word in said.decode().split():
                if word.startswith(beginning):
                    return word
        raise AssertionError(f"it ended without a word about {beginning}")

    def ended(self) -> tuple[int, bytes, str]:
        """Wait for its end; give exit code, output and messages."""
        out, err = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode, out, err.decode()


def wait_for(what: Callable[[], bool]) -> None:
    """Wait until it is so."""
    end = monotonic() + PATIENCE
    while not what():
        if monotonic() > end:
            raise AssertionError("it never came to be")
        sleep(0.02)


def line(id_: str, case: int = 1, **more: object) -> bytes:
    """Give an event of one of some cases."""
    uuid = f"{case:08x}-1111-4111-8111-111111111111"
    envelope = {"specversion": "1.0", "id": id_, "source": SOURCE, "type": "dk.sagsspor.jobnet-visited.v1", "subject": uuid}
    return orjson.dumps(envelope | {"time": "2022-03-01T09:00:00+01:00", "data": {"effective": "2022-03-01"}} | more)


def stored(url: str) -> list[tuple[str, str]]:
    """Give case and id of all that is stored, in the order of the log."""
    with opened_store(url, create=True) as store:
        return [(row.case, row.id) for row in store.read_log(limit=100_000)]


def number_of(metrics: ConsumerMetrics, name: str, **labels: str) -> float:
    """Give a metric's value."""
    return metrics.registry.get_sample_value(f"sagsspor_{name}", labels) or 0


def partitions_of(reader: Reader) -> set[int]:
    """Give the partitions whose lag a reader tells."""
    samples = (sample for metric in reader.metrics.registry.collect() for sample in metric.samples)
    return {int(sample.labels["partition"]) for sample in samples if sample.name == "sagsspor_lag_records"}
