"""Whatever is sent, asked and provoked: nothing of a person stands in logs, metrics or traces."""

import asyncio
import logging
from threading import Thread

import httpx
import orjson
import psycopg
import pytest
from prometheus_client import CollectorRegistry, generate_latest
from watching import PARENT, follow_all, poll_all, watched

from consumers.checking import Checking
from consumers.intake import Intake
from infra import clock
from infra.metrics import ConsumerMetrics
from infra.sqlite.store import SQLiteStore
from infra.telemetry.log_format import LogFormat
from infra.telemetry.logs import logging_as
from tests.kafka.consuming import line, topics

CPR = ("010170-1234", "0101701234", "010170 1234")
WORDS = ("Ravnkilde", "skizofren", "Hemmelig Allé 7")
PLANTED = (*CPR, *WORDS, "010170%201234", "Hemmelig%20All", "Hemmelig All\\u00e9", "Hemmelig All\u00c3")
TEXT = f"Ditte Ravnkilde, {CPR[0]}, skizofren, Hemmelig Allé 7, {CPR[1]}, {CPR[2]}"
LATIN = TEXT.encode()
STRUCTURED = {"content-type": "application/cloudevents+json"}
AUDITOR = {"authorization": "Bearer demo-auditor"}
CASE = orjson.loads(line("e1"))["subject"]


def with_data(id_, data, **attributes):
    return line(id_, data={"effective": "2022-03-01", **data}, **attributes)


GOOD = [
    line(f"sag-{CPR[0]}-1"),
    line(f"{TEXT} 2", source=f"urn:fagsystem:kss-{CPR[1]}:0101"),
    line("e3", source=f"urn:{WORDS[0]}:{CPR[1]}"),
    line("e4", traceparent=TEXT, tracestate=TEXT, navn=TEXT),
]
"""Events that the door lets in, for all that stands in them."""
BAD = [
    LATIN,
    b"{" + LATIN,
    line(CPR[1]),
    line("e5", source=CPR[0]),
    line("e6", subject=CPR[1]),
    line("e7", type=f"dk.sagsspor.{WORDS[1]}.v1"),
    line("e8", time=TEXT),
    with_data("e9", {TEXT: TEXT, "cpr": CPR[1]}),
    with_data("e10", {"note": TEXT}),
    with_data("e11", {"effective": TEXT}),
    orjson.dumps([TEXT]),
    b'{"id": "\xff' + LATIN + b'"}',
]
HEADERS = [("navn", LATIN), ("tracestate", LATIN), ("baggage", LATIN), ("ce_navn", LATIN), (TEXT, LATIN), ("traceparent", LATIN)]


class Broken(SQLiteStore):
    """A store that fails with a person's data in its words."""

    def __init__(self, path, error):
        super().__init__(path)
        self.error = error

    def writing(self, _now):
        raise self.error

    def read_log(self, *_):
        raise self.error

    def open_set_aside(self):
        raise self.error


def speak_http(client):
    """Send and ask with personal data wherever a sender or a reader can put it."""
    for event in (*GOOD, *BAD):
        client.post("/events", content=event, headers=STRUCTURED)
    odd = [(b"x-borger", LATIN), (b"user-agent", LATIN), (b"referer", LATIN), (b"tracestate", LATIN), (b"baggage", LATIN)]
    client.post(
        "/events", params={"cpr": CPR[1], "navn": TEXT}, content=GOOD[0], headers=[(b"content-type", b"application/cloudevents+json"), *odd]
    )
    client.post("/events", content=LATIN, headers={"content-type": "application/json", "ce-id": CPR[1], "ce-navn": CPR[0]})
    client.post("/events", content=LATIN, headers={"content-type": f"text/{WORDS[0]}"})
    client.request(WORDS[0], f"/{CPR[1]}/{WORDS[0]}", params={"q": TEXT})
    reads = ("", "/timeline", "/obligations", "/set-aside", f"/{CPR[1]}", "/diff", "/days")
    for case in (CASE, CPR[1], TEXT):
        for part in reads:
            client.get(f"/api/cases/{case}{part}", params={"valid_on": CPR[1], "policy": TEXT}, headers=AUDITOR)
            client.get(f"/api/cases/{case}{part}", headers=AUDITOR, follow_redirects=True)
        client.get(f"/sager/{case}", params={"navn": TEXT}, headers={"cookie": f"sagsspor={CPR[1]}"})
    for path in ("/api/log", "/api/set-aside", "/health/live", "/health/ready", f"/login?next=/{CPR[1]}"):
        client.get(path, headers=AUDITOR)
    with pytest.raises(httpx.HTTPError):
        client.post("/events", content=_broken_off(), headers=STRUCTURED)
    return client.get("/metrics").text


def _broken_off():
    yield LATIN
    raise httpx.WriteError(TEXT)


def break_store(store, tracing):
    """Let the store fail in each way while it is written to, read and followed."""
    told = ""
    for error in (
        ValueError(TEXT),
        psycopg.OperationalError(TEXT),
        psycopg.errors.UniqueViolation(TEXT),
        UnicodeDecodeError("utf-8", LATIN, 0, 1, TEXT),
    ):
        with Broken(store.path, error) as broken, watched(broken, tracing) as client:
            client.post("/events", content=GOOD[0], headers=STRUCTURED | {"traceparent": PARENT})
            client.get("/health/ready")
            client.get("/api/log", headers=AUDITOR)
            told += client.get("/metrics").text
    return told


def speak_elsewhere():
    """Let libraries, threads and tasks speak."""
    for name in ("kafka.consumer", "psycopg.pool", "uvicorn.error", "opentelemetry.sdk", "asyncio", "py.warnings"):
        logging.getLogger(name).error("could not handle %s", TEXT)
        logging.getLogger(name).error(TEXT)
        logging.getLogger(name).error("failed", exc_info=ValueError(TEXT))
    logging.getLogger("infra.kafka").error(
        "Fejl: %s", psycopg.DataError(TEXT), extra={"payload": TEXT, "id": CPR[1]}, exc_info=ValueError(TEXT)
    )
    thread = Thread(target=_fail, name=CPR[1])
    thread.start()
    thread.join()

    async def forget():
        asyncio.get_running_loop().call_exception_handler({"message": TEXT, "exception": ValueError(TEXT)})

    asyncio.run(forget())


def _fail():
    raise ValueError(TEXT)


def test_nothing_of_a_person_is_told(kafka, store, collector, capfd, monkeypatch):
    metrics, registry = ConsumerMetrics(), CollectorRegistry()
    one = topics(kafka, 1)
    with logging_as(LogFormat.json):
        one.send([(event, []) for event in (*GOOD, *BAD)] + [(event, HEADERS) for event in (*GOOD, *BAD, b"")])
        poll_all(one, store, collector.tracing, metrics)
        with watched(store, collector.tracing) as client:
            told = speak_http(client)
        follow_all(store, collector.tracing, registry)
        told += break_store(store, collector.tracing)
        speak_elsewhere()
        monkeypatch.setattr("infra.projecting.Runner.step", lambda _: _fail())
        Intake(store, clock.now, Checking()).take([line("e12")])
        with pytest.raises(ValueError, match=CPR[0]):
            follow_all(store, collector.tracing)

    out, log = capfd.readouterr()
    spans = [span.to_json() for span in collector.spans]
    everything = {"log": log, "out": out, "metrics": told + generate_latest(metrics.registry).decode() + generate_latest(registry).decode()}
    everything["spans"] = "\n".join(spans)
    assert [] == [(where, planted) for where, text in everything.items() for planted in PLANTED if planted in text]
    # That nothing was found is worth something only if there was something to look through.
    assert (len(log.splitlines()) > 100, len(spans) > 100, len(everything["metrics"]) > 10_000) == (True, True, True)
    assert {"process", "take", "store", "follow", "write", "POST", "GET", "derive", "check"} <= {
        span.name.split()[0] for span in collector.spans
    }
    assert all(orjson.loads(row)["event"] for row in log.splitlines())
    assert store.counts().set_aside[("open", "cpr_number")] >= 2
