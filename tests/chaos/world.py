"""The whole system in real processes: Apache Kafka, PostgreSQL on a small disk of its own, consumers and followers."""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

from tests.services.kafka import Kafka
from tests.services.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]
PARTITIONS = 4
DISK = "320m"
"""Room for the database: enough to work in, small enough to be filled in a second."""

SMALL = {"shared_buffers": "64MB", "max_wal_size": "64MB", "min_wal_size": "32MB"}

TOLD = 1
"""The exit code of a command that says why it cannot go on: the broker or the database was away when it started."""

EVENTS, SET_ASIDE = "sagsspor.events.v1", "sagsspor.set-aside.v1"


class Program:
    """One of our commands in a process of its own."""

    def __init__(self, name: str, arguments: list[str], log: Path) -> None:
        self.name = name
        self._log = log
        with log.open("ab") as out:
            command = [sys.executable, "-m", "infra.cli", *arguments]
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=ROOT, start_new_session=True)

    def __str__(self) -> str:
        return f"{self.name} (pid {self._process.pid})"

    @property
    def runs(self) -> bool:
        return self._process.poll() is None

    @property
    def code(self) -> int | None:
        """What it ended with."""
        return self._process.poll()

    def kill(self) -> None:
        """End it without warning."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        """Ask it to end; give its exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(30)

    def pause(self) -> None:
        """Let it stand still, as a machine that is out of memory or asleep does."""
        self._process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def last_words(self) -> str:
        return "\n".join(self._log.read_text(errors="replace").splitlines()[-15:])


class World:
    """Starts everything, and ends it."""

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self.folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sagsspor-chaos-")))
            self.disk = self._small_disk(stack)
            self.kafka = stack.enter_context(Kafka())
            self.postgres = stack.enter_context(Postgres(self.disk, SMALL))
            self.database = self.postgres.migrated("chaos")
            self.kafka.topic(EVENTS, PARTITIONS)
            self.kafka.topic(SET_ASIDE, 1)
            self.consumers: list[Program] = []
            self.followers: list[Program] = []
            self.restarts = 0
            self.crashed: list[str] = []
            self._started = 0
            stack.callback(self._end_programs)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    def start_consumer(self) -> Program:
        """Start one more consumer of the group."""
        arguments = ["consume", "--bootstrap", self.kafka.bootstrap, "--group", "chaos", "--session-timeout", "6"]
        return self._start("consumer", [*arguments, "--store", self.database.url], self.consumers)

    def start_follower(self) -> Program:
        """Start one more process that keeps the views."""
        return self._start("follower", ["project", "--follow", "--store", self.database.url], self.followers)

    def places(self) -> dict[int, int]:
        """Give how far each partition is stored."""
        with psycopg.connect(self.database.admin_url) as connection:
            found = connection.execute("SELECT name, position FROM sagsspor.places WHERE name LIKE 'kafka:%' AND position IS NOT NULL")
            return {int(name.rpartition(":")[2]): position for name, position in found}

    def programs(self) -> list[Program]:
        return [*self.consumers, *self.followers]

    def revive(self) -> None:
        """Do what a service manager does: start again what has ended with an error that it told."""
        for gone in self.bury():
            if gone.code == TOLD:
                self.restarts += 1
                (self.start_consumer if gone.name == "consumer" else self.start_follower)()
            else:
                self.crashed.append(f"{gone} ended with {gone.code}:\n{gone.last_words()}")

    def bury(self) -> list[Program]:
        """Take away the programs that have ended; give them."""
        gone = [one for one in self.programs() if not one.runs]
        self.consumers = [one for one in self.consumers if one.runs]
        self.followers = [one for one in self.followers if one.runs]
        return gone

    def _start(self, name: str, arguments: list[str], among: list[Program]) -> Program:
        self._started += 1
        program = Program(name, arguments, self.folder / f"{name}-{self._started}.log")
        among.append(program)
        return program

    def _end_programs(self) -> None:
        for program in self.programs():
            program.wake()
            program.kill()

    def _small_disk(self, stack: ExitStack) -> Path:
        if os.geteuid() != 0:
            raise SystemExit("The full disk is a small tmpfs, which only root can mount. Run: sudo ./dev chaos")
        disk = self.folder / "disk"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)], check=True)
        stack.callback(lambda: subprocess.run(["umount", "--lazy", str(disk)], check=True))
        self.folder.chmod(0o755)
        data = disk / "data"
        data.mkdir()
        return data
