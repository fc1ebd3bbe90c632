"""The page for publishers, run from its own text against a real Kafka, with kcat as a client that we did not write."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from how_to import HowTo
from kafka import KafkaConsumer, TopicPartition

from consumers.cloudevents import Accepted, Door
from consumers.kafka_records import structured_event
from infra.kafka.settings import EVENTS, SET_ASIDE

if TYPE_CHECKING:
    from tests.services.kafka import Kafka

CASE = "3c5e6ab0-5e05-4d0c-a8ba-3f0e1a4a3a10"
PARTITIONS = 4
SAGSSPOR = [sys.executable, "-m", "infra.cli"]


@pytest.fixture
def topics(kafka: "Kafka", tmp_path: Path) -> tuple[str, str]:
    """Give an events topic and a set-aside topic of the test's own."""
    return kafka.topic(f"{tmp_path.name}-events", PARTITIONS), kafka.topic(f"{tmp_path.name}-set-aside")


@pytest.fixture
def page(kafka: "Kafka", topics: tuple[str, str], tmp_path: Path) -> HowTo:
    return HowTo(tmp_path, {"localhost:9092": kafka.bootstrap, EVENTS: topics[0], SET_ASIDE: topics[1]})


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """Serve a store of the test's own. Give the address."""
    command = [*SAGSSPOR, "serve", "--port", "0", "--store", f"sqlite:///{tmp_path}/served.db"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stderr is not None
        told = iter(serving.stderr.readline, "")
        yield next(found[1] for line in told if (found := re.search(r"http://(\S+:\d+)", line)))
        serving.send_signal(signal.SIGTERM)
        serving.stderr.read()


def consumed(kafka: "Kafka", topics: tuple[str, str], folder: Path) -> Any:
    """Take in what the topic holds, and give the command's report."""
    where = ["--bootstrap", kafka.bootstrap, "--topic", topics[0], "--set-aside-topic", topics[1], "--group", topics[0]]
    command = [*SAGSSPOR, "consume", *where, "--store", f"sqlite:///{folder}/consumed.db", "--until-idle", "0.5", "--json"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done
    return orjson.loads(done.stdout)


def records(kafka: "Kafka", topic: str) -> list[Any]:
    """Read all that a topic holds."""
    consumer = KafkaConsumer(bootstrap_servers=kafka.bootstrap, auto_offset_reset="earliest", enable_auto_commit=False)
    places = [TopicPartition(topic, number) for number in range(PARTITIONS)]
    consumer.assign(places)
    ends, read = consumer.end_offsets(places), []
    while any(consumer.position(place) < end for place, end in ends.items()):
        read += [record for batch in consumer.poll(timeout_ms=200).values() for record in batch]
    consumer.close()
    return read


def test_what_the_page_publishes_is_accepted_and_stays_in_one_partition(page: HowTo, kafka: "Kafka", topics: tuple[str, str]):
    page.run_python("publish.py", kafka.bootstrap)
    page.run(page.command("kcat -P", "event.json"))
    page.run(page.command("kcat -P", "data.json"))

    read = records(kafka, topics[0])
    taken = [Door().check(structured_event(record.value, record.headers)) for record in read]

    assert [Accepted] * 3 == [type(one) for one in taken]
    assert ["deadline-set", "jobnet-visited", "reminder-sent"] == [one.type_name for one in taken]
    assert {CASE} == {one.case for one in taken} == {record.key.decode() for record in read}
    assert 1 == len({record.partition for record in read})


def test_without_the_partitioner_of_the_page_kcat_places_a_case_elsewhere(page: HowTo, kafka: "Kafka", topics: tuple[str, str]):
    command = page.command("kcat -P", "event.json")
    page.run(command)
    page.run(command.replace("-X topic.partitioner=murmur2_random ", ""))

    assert 2 == len({record.partition for record in records(kafka, topics[0])})


def test_kcat_publishes_what_is_stored_and_reads_what_was_set_aside(page: HowTo, kafka: "Kafka", topics: tuple[str, str], tmp_path: Path):
    page.run(page.command("kcat -P", "event.json"))
    binary = page.command("kcat -P", "data.json")
    page.run(binary)
    page.run(binary)
    unfinished = b'{"specversion": "1.0", '
    (tmp_path / "event.json").write_bytes(unfinished)
    page.run(page.command("kcat -P", "event.json"))
    (tmp_path / "data.json").write_text('{"effective": "2022-03-03"}')
    page.run(binary.replace("2022-000419", "2022-000420"))

    report = consumed(kafka, topics, tmp_path)
    told = page.run(page.command("kcat -C"))

    assert {"accepted": 2, "repeated": 1, "set_aside": {"missing_field": 1, "not_json": 1}} == report
    first, second = re.findall(rb"^number=(.*?)\n(.*?)\n(?=number=|\Z)", told, re.MULTILINE | re.DOTALL)
    assert first[0].startswith(b"1,code=not_json,reason=")
    assert unfinished == first[1]
    assert second[0].startswith(b"2,code=missing_field,reason=")
    assert second[0].endswith(b",source=urn:fagsystem:eksempel:751,id=2022-000420")
    assert {"effective": "2022-03-03"} == orjson.loads(second[1])["data"]


def test_curl_publishes_over_http(served: str, tmp_path: Path):
    page = HowTo(tmp_path, {"localhost:8080": served})

    answer = orjson.loads(page.run(page.command("curl").replace("curl", "curl --silent --show-error", 1)))

    assert ["accepted"] == [one["outcome"] for one in answer["results"]]


def test_the_publisher_in_python_is_a_program_of_twenty_lines(tmp_path: Path):
    assert HowTo(tmp_path, {}).files["publish.py"].count("\n") <= 20
