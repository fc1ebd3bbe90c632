"""A real PostgreSQL of the tests' own: on a free port of this machine, as durable as in production, gone afterwards."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import psycopg
from psycopg.sql import SQL, Identifier

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "log_min_messages": "fatal",
    "log_statement": "none",
}
SECONDS_TO_START = 60
SERVER_USER = "postgres"


class PostgresMissingError(RuntimeError):
    """There is no PostgreSQL on this machine. `./dev test` installs it, or: apt-get install postgresql."""

    def __str__(self) -> str:
        return self.__doc__ or ""


class Database(NamedTuple):
    """A database with our migrations run."""

    url: str
    """As the application: a member of `sagsspor_app`, who owns nothing."""
    admin_url: str


class Postgres:
    """A cluster. Ordered as Danes order by default, so that a query that forgot `COLLATE "C"` shows it.

    `data`: an empty or absent folder to put it in; else a temporary one, which is removed afterwards.
    `settings`: configuration that differs from `SETTINGS`.
    """

    def __init__(self, data: Path | None = None, settings: Mapping[str, str] | None = None) -> None:
        self._kept = data
        self._settings = SETTINGS | dict(settings or {})
        self._bin = _binaries()
        self._user = SERVER_USER if os.geteuid() == 0 else None
        self._password = secrets.token_hex(8)
        self._server: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)
        self._template: str | None = None
        self.port = _free_port()

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="sagsspor-postgres-"))
        self.data = self._kept or self.folder / "data"
        try:
            self._make_cluster()
            self.start()
        except BaseException:
            self._clear()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._clear()

    @property
    def url(self) -> str:
        """The superuser's way in."""
        return self.url_of("postgres")

    def url_of(self, database: str) -> str:
        """Give the superuser's way in to a database."""
        return f"postgresql://postgres:{self._password}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start the server, and return when it answers."""
        settings = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value}")]
        command = [self._bin / "postgres", "-D", self.data, "-p", str(self.port), *settings]
        who = {"user": self._user, "group": self._group}
        with self.log.open("ab") as log:
            # A session of its own: a break from the keyboard is for the tests to handle.
            self._server = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", start_new_session=True, **who
            )
        self._wait_until_it_answers()

    @property
    def runs(self) -> bool:
        """Tell whether the server is up: one whose disk is full may have given up."""
        return self._server is not None and self._server.poll() is None

    def stop(self) -> None:
        """Shut the server down in good order."""
        if self._server:
            self._server.send_signal(signal.SIGINT)
            self._server.wait(SECONDS_TO_START)
            self._server = None

    def kill(self) -> None:
        """End the server and all its processes at once, as a power cut would, and return when they are gone."""
        if self._server:
            self._server.send_signal(signal.SIGSTOP)  # so that it starts no more processes
            children = _children(self._server.pid)
            self._server.kill()
            self._server.wait()
            for child in children:
                _kill(child)
            while any(map(_runs, children)):
                time.sleep(0.005)
            self._server = None

    @property
    def log(self) -> Path:
        """What the server has written."""
        return self.folder / "log"

    def database(self, name: str | None = None) -> str:
        """Make an empty database; give the superuser's way in."""
        return self._create(name or f"test_{next(self._numbers)}", "template1")

    def migrated(self, name: str | None = None) -> Database:
        """Make a database with our migrations run."""
        if self._template is None:
            self._template = self._make_template()
        name = name or f"test_{next(self._numbers)}"
        admin_url = self._create(name, self._template)
        return Database(f"postgresql://sagsspor_test:{self._password}@127.0.0.1:{self.port}/{name}", admin_url)

    def _create(self, name: str, template: str) -> str:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(template)))
        return self.url_of(name)

    def _make_template(self) -> str:
        from infra.postgres.migrating import migrate  # noqa: PLC0415 - a bare server needs nothing of ours

        name = "migrated"
        migrate(self.database(name))
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(SQL("CREATE ROLE sagsspor_test LOGIN IN ROLE sagsspor_app PASSWORD {}").format(self._password))
        return name

    def _make_cluster(self) -> None:
        """Make the data directory. The server refuses to run as root, and wants its folder to itself."""
        password = self.folder / "password"
        password.write_text(self._password)
        self.log.touch()
        self.data.mkdir(mode=0o700, exist_ok=True)
        if self._user:
            for path in (self.folder, password, self.log, self.data):
                shutil.chown(path, self._user, self._group)
        arguments = ["--username=postgres", f"--pwfile={password}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"]
        danish = ["--locale-provider=icu", "--icu-locale=da-DK"]
        command = [self._bin / "initdb", "-D", self.data, *arguments, *danish]
        made = subprocess.run(command, capture_output=True, cwd="/", user=self._user, group=self._group, check=False)
        if made.returncode:
            raise RuntimeError(f"PostgreSQL could not make its cluster in {self.data}:\n{made.stderr.decode()}")

    @property
    def _group(self) -> int | None:
        return pwd.getpwnam(self._user).pw_gid if self._user else None

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            try:
                psycopg.connect(self.url, connect_timeout=2).close()
            except psycopg.OperationalError as error:
                if self._server is None or self._server.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"PostgreSQL did not start:\n{self.log.read_text()[-4000:]}") from error
                time.sleep(0.02)
            else:
                return

    def _clear(self) -> None:
        self.kill()
        shutil.rmtree(self.folder)
        if self._kept:
            shutil.rmtree(self._kept, ignore_errors=True)  # a mount point itself stays


def _binaries() -> Path:
    """Find the newest server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parent.parent.name))
    on_path = shutil.which("postgres")
    if found:
        return found[-1].parent
    if on_path and shutil.which("initdb"):
        return Path(on_path).resolve().parent
    raise PostgresMissingError


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _children(parent: int) -> list[int]:
    return [int(stat.parent.name) for stat in Path("/proc").glob("[0-9]*/stat") if _parent_of(stat) == parent]


def _parent_of(stat: Path) -> int | None:
    fields = _fields(stat)
    return int(fields[1]) if fields else None


def _runs(process: int) -> bool:
    """Tell whether a process still holds anything. One that nobody has waited for does not."""
    fields = _fields(Path(f"/proc/{process}/stat"))
    return bool(fields) and fields[0] not in "ZX"


def _fields(stat: Path) -> list[str]:
    """Give a process' fields after its name, none when it is gone."""
    try:
        return stat.read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return
