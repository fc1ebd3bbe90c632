"""The application over a real server on a free port, and what a sender sends."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Thread

import httpx
import orjson
import uvicorn
from fastapi import FastAPI

from consumers.checking import Checking
from consumers.intake import Intake
from infra import clock
from infra.web.access.login import Login, demo_login
from infra.web.app import Settings, build
from infra.web.hardening.settings import Hardening
from infra.web.limits import Patience
from infra.web.listening import address_of, listening
from infra.web.parts import Parts, parts_for

STRUCTURED = {"content-type": "application/cloudevents+json"}
BATCH = {"content-type": "application/cloudevents-batch+json"}
CASE = "11111111-1111-4111-8111-111111111111"
SOURCE = "urn:fagsystem:kss:0101"
PUBLISHER = {"authorization": "Bearer demo-fagsystem"}


def attributes(id_="e1", **others):
    made = {"specversion": "1.0", "id": id_, "source": SOURCE, "type": "dk.sagsspor.jobnet-visited.v1", "subject": CASE}
    return made | {"time": "2022-03-01T09:00:00+01:00"} | others


def event(id_="e1", *, effective="2022-03-01", **others):
    return orjson.dumps(attributes(id_, **others) | {"data": {"effective": effective}})


def batch(*events):
    return b"[" + b",".join(events) + b"]"


@cache
def checking():
    """Make the schemas once for all tests: it takes as long as the rest of a test."""
    return Checking()


@contextmanager
def served(
    store,
    patience=Patience(),  # noqa: B008 - it never changes
    login: Login | None = None,
    altered: Callable[[Parts], Parts] = lambda parts: parts,
    hardening=Hardening(),  # noqa: B008 - the same
) -> Iterator[httpx.Client]:
    """Serve a store for as long as the block runs; gives a client of it."""
    with parts_for(store, Intake(store, clock.now, checking())) as whole:
        parts = altered(whole)
        app = build(parts, login or demo_login(parts.assigned), Settings(patience=patience, hardening=hardening))
        with running(app) as address, httpx.Client(base_url=address, timeout=30, headers=PUBLISHER) as client:
            yield client


@contextmanager
def running(app: FastAPI, **options) -> Iterator[str]:
    """Run an application in a thread on a free port for as long as the block runs; gives its address."""
    with listening("127.0.0.1", 0) as listener:
        server = uvicorn.Server(uvicorn.Config(app, access_log=False, log_level="warning", log_config=None, ws="none", **options))
        thread = Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            wait_until(lambda: server.started)
            yield address_of(listener)
        finally:
            server.should_exit = True
            thread.join()


def wait_until(come: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not come():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.005)


def metric(client, name):
    lines = client.get("/metrics").text.splitlines()
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if line.startswith(name)}


def in_hand(client):
    return metric(client, "sagsspor_http_requests_held")["sagsspor_http_requests_held"]


def told(response):
    assert (202, "application/json") == (response.status_code, response.headers["content-type"])
    return [(one["outcome"], one["id"]) for one in response.json()["results"]]


def problem_of(response):
    """Give a problem's name, and see to it that it is one."""
    document = response.json()
    assert "application/problem+json" == response.headers["content-type"]
    assert {"type", "title", "status", "detail"} == document.keys()
    assert response.status_code == document["status"]
    return response.status_code, document["type"].removeprefix("urn:sagsspor:problem:")


@contextmanager
def speaking(client) -> Iterator[socket.socket]:
    """Speak to the server byte by byte."""
    with socket.create_connection((client.base_url.host, client.base_url.port), timeout=30) as line:
        yield line
