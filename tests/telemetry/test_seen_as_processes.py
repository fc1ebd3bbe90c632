"""The commands as those who run them meet them."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pytest
from watching import PARENT, TRACE, wait_until

from infra.wiring import opened_store
from tests.kafka.consuming import line, topics

CPR = "0101701234"


@contextmanager
def running(*arguments, url, **environment) -> Iterator[tuple[subprocess.Popen, list[str]]]:
    """Run a command; gives it, and what it says on standard error as it comes."""
    said: list[str] = []
    known = {**os.environ, "SAGSSPOR_STORE": url, "NO_COLOR": "1", **environment}
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "infra.cli", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=known,
        encoding="utf-8",
    ) as process:
        hearing = Thread(target=lambda: said.extend(process.stderr), daemon=True)
        hearing.start()
        try:
            yield process, said
        finally:
            process.terminate()
            process.wait(30)
            hearing.join(10)


def address_in(said):
    wait_until(lambda: any("http://" in one for one in said))
    [told] = [word for one in said for word in one.split() if word.startswith("http://")]
    return told.removesuffix("/metrics")


def as_documents(said):
    """Read the lines of the log: those that are no greeting."""
    return [json.loads(one) for one in said if one.startswith("{")]


@pytest.fixture
def collector_endpoint() -> Iterator[tuple[str, list[bytes]]]:
    """Take spans in as an OpenTelemetry collector does, over HTTP."""
    bodies: list[bytes] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self):
            bodies.append(self.path.encode() + b" " + self.rfile.read(int(self.headers["content-length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Collector) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", bodies
        server.shutdown()


def test_a_server_logs_json_lines_and_sends_its_spans_when_it_is_told_where(url, collector_endpoint):
    endpoint, bodies = collector_endpoint
    with running("serve", "--port", "0", url=url, OTEL_EXPORTER_OTLP_ENDPOINT=endpoint) as (process, said):
        address = address_in(said)
        headers = {"authorization": "Bearer demo-fagsystem", "content-type": "application/cloudevents+json", "traceparent": PARENT}
        httpx.post(f"{address}/events", params={"cpr": CPR}, content=line(f"sag-{CPR}"), headers=headers)
        process.send_signal(signal.SIGTERM)
        assert 0 == process.wait(30)

    [answered] = as_documents(said)
    assert ("POST", "/events", 202, "fagsystem", TRACE) == tuple(
        answered[name] for name in ("method", "route", "status", "role", "trace_id")
    )
    sent = b"".join(bodies)
    assert (True, True, False) == (sent.startswith(b"/v1/traces "), bytes.fromhex(TRACE) in sent, CPR.encode() in sent)
    assert b"sagsspor-serve" in sent
    assert CPR not in "".join(said)


def test_a_consumer_tells_of_itself_on_its_port(kafka, url):
    one = topics(kafka, 1)
    one.publish([line("e1"), b"{"])
    named = ["--bootstrap", kafka.bootstrap, "--topic", one.events, "--set-aside-topic", one.set_aside, "--group", one.events]
    with running("consume", *named, "--metrics-port", "0", "--log-format", "text", url=url) as (_, said):
        address = address_in(said)
        wait_until(lambda: 'sagsspor_events_total{outcome="accepted"} 1.0' in httpx.get(f"{address}/metrics").text)
        told = httpx.get(f"{address}/metrics").text
        ready = httpx.get(f"{address}/health/ready")

    assert (200, {"status": "ready"}) == (ready.status_code, ready.json())
    assert {
        "sagsspor_set_aside_open 1.0",
        "sagsspor_store_up 1.0",
        'sagsspor_intake_lag_seconds_count{system="kss"} 1.0',
    } <= set(told.splitlines())
    assert any(one.rstrip().endswith("partition 0 læses fra offset 0") for one in said)


def test_a_follower_tells_of_itself_on_its_port(url):
    opened_store(url, create=True).__enter__().close()
    with running("project", "--follow", "--metrics-port", "0", "--ready-lag", "30", url=url) as (_, said):
        address = address_in(said)
        ready = httpx.get(f"{address}/health/ready")
        told = httpx.get(f"{address}/metrics").text

    assert 200 == ready.status_code
    assert "sagsspor_projection_lag_seconds 0.0" in told


def test_a_port_that_is_taken_is_said_so_with_what_to_do(url):
    opened_store(url, create=True).__enter__().close()
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as taken:
        command = [sys.executable, "-m", "infra.cli", "project", "--store", url, "--metrics-port", str(taken.server_port)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (1, True) == (done.returncode, "Vælg en anden med --metrics-port" in " ".join(done.stderr.split()))
