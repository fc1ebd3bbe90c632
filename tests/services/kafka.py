"""One real Apache Kafka node on loopback, for tests and for trying things out. Needs Java 17; the jars come once with Maven."""

import argparse
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from kafka import KafkaAdminClient

from tests.services.maven import MavenError, fetch

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent / "kafka"
LIBS = ROOT / ".tools/kafka/libs"
DATA = ROOT / ".tools/kafka/node"
START_SECONDS = 60
STOP_SECONDS = 30

INSTALL = "./dev test installs it; by hand: apt-get install openjdk-17-jre-headless maven"

PROPERTIES = """\
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller}
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://127.0.0.1:{port}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs={logs}
auto.create.topics.enable=false
num.network.threads=2
num.io.threads=2
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.num.partitions=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
log.segment.bytes=67108864
log.cleaner.dedupe.buffer.size=16777216
"""


class KafkaError(RuntimeError):
    """The node cannot be started. The message says why and what to do."""


class Kafka:
    """A node with its data in a folder of its own. It can be stopped or killed, and started again on the same data."""

    def __init__(self, folder: Path | None = None, port: int | None = None) -> None:
        self._made = folder is None
        self.folder = (folder or Path(tempfile.mkdtemp(prefix="sagsspor-kafka-"))).resolve()
        self._port = port
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.kill() if self._made else self.stop()
        if self._made:
            shutil.rmtree(self.folder)

    @property
    def bootstrap(self) -> str:
        """Where clients find it."""
        return re.findall(r"advertised.listeners=PLAINTEXT://(\S+)", self._config.read_text())[0]

    @property
    def pid(self) -> int | None:
        """The process, while it runs."""
        if self._process is not None:
            return self._process.pid if self._process.poll() is None else None
        file = self.folder / "pid"
        return int(file.read_text()) if file.exists() and self._is_ours(int(file.read_text())) else None

    def start(self) -> None:
        """Start the node and wait until it answers. The first time its folder is laid out."""
        if self.pid is not None:
            return
        java, libs = _java(), fetched_libs()
        self._lay_out(java, libs)
        with (self.folder / "node.log").open("ab") as log:
            command = _command(java, libs, "-Xms256m", "-Xmx512m", "kafka.Kafka", str(self._config))
            self._process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)
        (self.folder / "pid").write_text(str(self._process.pid))
        self._wait_until_it_answers()

    def stop(self) -> None:
        """Stop the node as an operator would. Its data stay."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Kill the node without warning. Its data stay as they are."""
        self._end(signal.SIGKILL)

    def topic(self, name: str, partitions: int = 1, configs: Mapping[str, str] | None = None) -> str:
        """Create a topic; give its name."""
        with KafkaAdminClient(bootstrap_servers=self.bootstrap, bootstrap_timeout_ms=START_SECONDS * 1000) as admin:
            admin.create_topics({name: {"num_partitions": partitions, "replication_factor": 1, "configs": dict(configs or {})}})
        return name

    @property
    def _config(self) -> Path:
        return self.folder / "server.properties"

    def _is_ours(self, pid: int) -> bool:
        """Tell whether the process runs and is this node: after a crash its number may have become another's."""
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            return False
        return os.fsencode(self._config) in command.split(b"\0")

    def _lay_out(self, java: str, libs: Path) -> None:
        if self._config.exists():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        port, controller = self._port or _free_port(), _free_port()
        text = PROPERTIES.format(port=port, controller=controller, logs=self.folder / "logs")
        draft = self.folder / "server.properties.new"
        draft.write_text(text)
        # A cluster's id is 16 bytes in URL-safe base64; the tool's own `random-uuid` would start Java once more.
        cluster = os.urandom(16).hex()[:22]
        arguments = ["format", "--cluster-id", cluster, "--config", str(draft)]
        format_ = _command(java, libs, "-XX:TieredStopAtLevel=1", "kafka.tools.StorageTool", *arguments)
        done = subprocess.run(format_, capture_output=True, text=True, check=False)
        if done.returncode:
            raise KafkaError(f"The storage in {self.folder} cannot be laid out:\n{done.stdout}{done.stderr}")
        draft.rename(self._config)

    def _wait_until_it_answers(self) -> None:
        host, _, port = self.bootstrap.partition(":")
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.pid is not None:
            with socket.socket() as asked:
                if asked.connect_ex((host, int(port))) == 0:
                    return
            time.sleep(0.05)
        log = (self.folder / "node.log").read_text(errors="replace").splitlines()
        self.kill()
        raise KafkaError(f"Kafka did not start on {self.bootstrap}. The end of its log:\n" + "\n".join(log[-30:]))

    def _end(self, how: signal.Signals) -> None:
        pid = self.pid
        if pid is None:
            return
        os.kill(pid, how)
        end = time.monotonic() + STOP_SECONDS
        while self.pid is not None:
            if time.monotonic() > end:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.02)
        self._process = None
        (self.folder / "pid").unlink()


def fetched_libs() -> Path:
    """Give the folder with Kafka's jars; fetch them with Maven the first time."""
    if any(LIBS.glob("kafka_2.13-*.jar")):
        return LIBS
    try:
        return fetch(HERE / "pom.xml", LIBS)
    except MavenError as error:
        raise KafkaError(f"Kafka: {error} {INSTALL}") from None


def _java() -> str:
    java = shutil.which("java")
    if java is None:
        raise KafkaError(f"Kafka needs Java 17 or newer, and there is no java. {INSTALL}")
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    major = re.search(r'version "(\d+)', told)
    if major is None or int(major[1]) < 17:
        raise KafkaError(f"Kafka needs Java 17 or newer; this is {told.splitlines()[0]}. {INSTALL}")
    return java


def _command(java: str, libs: Path, *arguments: str) -> list[str]:
    options = [one for one in arguments if one.startswith("-X")]
    logging = f"-Dlog4j2.configurationFile=file:{HERE / 'log4j2.properties'}"
    return [java, "-XX:+UseSerialGC", "-XX:-UsePerfData", *options, logging, "-cp", f"{libs}/*", *arguments[len(options) :]]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def main() -> None:
    """Fetch the jars, or start or stop a node that outlives the command."""
    parser = argparse.ArgumentParser(prog="python -m tests.services.kafka", description=__doc__)
    parser.add_argument("verb", choices=["fetch", "start", "stop"])
    parser.add_argument("--port", type=int, default=9092)
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR")
    asked = parser.parse_args()
    node = Kafka(asked.data, asked.port)
    try:
        if asked.verb == "start":
            node.start()
            print(node.bootstrap)  # noqa: T201 - the command's result
        elif asked.verb == "stop":
            node.stop()
        else:
            fetched_libs()
    except KafkaError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
