"""`sagsspor serve` as the one who runs it meets it."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx
import orjson
import pytest
from serving import PUBLISHER, STRUCTURED, event, in_hand, told, wait_until

from infra import clock
from infra.cli.app import run
from infra.wiring import opened_store


@contextmanager
def serving(url: str, *options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "infra.cli", "serve", "--store", url, *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield process
        finally:
            process.kill()


def begin(process):
    """Read what is said at the start; gives it with the address."""
    said = []
    while not said or "http://" not in said[-1]:
        said.append(process.stderr.readline())
        assert said[-1], "".join(said)
    return "".join(said), said[-1].split()[-1]


def test_it_takes_events_in_and_ends_well_once_those_in_hand_are_answered(url):
    with serving(url, "--port", "0") as process:
        said, address = begin(process)
        with (
            opened_store(url, create=False) as other,
            httpx.Client(base_url=address, timeout=30) as client,
            ThreadPoolExecutor(1) as sender,
        ):
            with other.writing(clock.now()):
                sent = sender.submit(httpx.post, f"{address}/events", content=event(), headers=STRUCTURED | PUBLISHER, timeout=30)
                wait_until(lambda: in_hand(client) == 1)
                process.send_signal(signal.SIGTERM)
            assert [("accepted", "e1")] == told(sent.result())
        assert 0 == process.wait(30)
        assert {"info"} == {orjson.loads(line)["level"] for line in process.stderr}
    with opened_store(url, create=False) as store:
        assert 1 == store.last_position()
    assert "Demo-login" in said


def test_it_ends_at_once_when_nothing_is_in_hand(url):
    with serving(url, "--port", "0") as process:
        begin(process)
        process.send_signal(signal.SIGINT)

        assert 0 == process.wait(30)


def test_a_taken_port_is_said_so_with_what_to_do(url, capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(SystemExit) as ended:
        run(["serve", "--store", url, "--port", str(taken.getsockname()[1])])

    assert (1, True) == (ended.value.code, "Vælg en anden med --host og --port" in " ".join(capsys.readouterr().err.split()))
