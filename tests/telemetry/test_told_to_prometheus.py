"""What Prometheus is told, read with its own parser."""

from collections.abc import Mapping

import orjson
import pytest
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.parser import text_string_to_metric_families
from watching import follow_all, told_by, watched

from consumers.checking import Checking
from consumers.cloudevents import Accepted
from consumers.intake import Intake
from infra import clock
from infra.telemetry.source_lag import MOST_SOURCES, MOST_SYSTEMS, SourceLag
from tests.kafka.consuming import line
from tests.telemetry.clocks import SECOND, accepted

STRUCTURED = {"content-type": "application/cloudevents+json"}


def families(text) -> Mapping:
    return {family.name: family for family in text_string_to_metric_families(text)}


def samples(text, name):
    return {
        tuple(value for label, value in sample.labels.items()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == name
    }


def text_of(registry):
    return generate_latest(registry).decode()


def test_requests_are_counted_by_method_template_and_status(store):
    with watched(store) as client:
        client.post("/events", content=line("e1"), headers=STRUCTURED)
        client.get("/api/cases/00000001-1111-4111-8111-111111111111", params={"position": "x"})
        client.get("/sager/0101701234/hemmeligt")
        client.request("DITTE", "/events")
        told = client.get("/metrics").text

    assert {
        ("POST", "/events", "202"): 1,
        ("GET", "unmatched", "404"): 1,
        ("_OTHER", "/events", "405"): 1,
    }.items() <= samples(told, "sagsspor_http_requests_total").items()
    assert 1 == samples(told, "sagsspor_http_request_duration_seconds_count")["POST", "/events"]
    assert {"/api/cases/{case}"} == {route for _, route, _ in samples(told, "sagsspor_http_requests_total") if "cases" in route}


def test_what_a_server_tells_is_named_and_documented_as_prometheus_wants(store):
    with watched(store) as client:
        client.post("/events", content=line("e1"), headers=STRUCTURED)
        told = families(client.get("/metrics").text)

    assert {
        "sagsspor_build_info": "gauge",
        "sagsspor_events": "counter",
        "sagsspor_http_requests": "counter",
        "sagsspor_http_request_duration_seconds": "histogram",
        "sagsspor_intake_lag_seconds": "histogram",
        "sagsspor_source_last_received_timestamp_seconds": "gauge",
        "sagsspor_derivation_seconds": "histogram",
        "sagsspor_store_up": "gauge",
        "sagsspor_set_aside_open": "gauge",
        "sagsspor_projection_lag_events": "gauge",
        "sagsspor_projection_lag_seconds": "gauge",
    }.items() <= {name: family.type for name, family in told.items()}.items()
    assert [] == [name for name, family in told.items() if not family.documentation or not name.startswith("sagsspor_")]


def test_a_case_that_is_read_is_timed_once_for_each_derivation(store):
    with watched(store) as client:
        client.post("/events", content=line("e1"), headers=STRUCTURED)
        case = orjson.loads(line("e1"))["subject"]
        answer = client.get(f"/api/cases/{case}", headers={"authorization": "Bearer demo-auditor"}, follow_redirects=True)
        told = client.get("/metrics").text

    assert (200, {(): 1}) == (answer.status_code, samples(told, "sagsspor_derivation_seconds_count"))


def test_the_views_lag_is_told_in_events_and_in_seconds_of_the_oldest(either_store):
    registry, _ = told_by(either_store)
    Intake(either_store, lambda: clock.now() - 90 * SECOND, Checking()).take([line("e1"), line("e2"), b"{"])
    behind = text_of(registry)
    follow_all(either_store)
    after = text_of(registry)

    assert [{(): 2}, {(): 0}] == [samples(text, "sagsspor_projection_lag_events") for text in (behind, after)]
    assert 90 <= samples(behind, "sagsspor_projection_lag_seconds")[()] < 300
    assert {(): 0} == samples(after, "sagsspor_projection_lag_seconds")
    assert {(): 1} == samples(after, "sagsspor_set_aside_open")


def test_a_follower_counts_what_it_derives(store):
    Intake(store, clock.now, Checking()).take([line("e1"), line("e2", 2), line("e3", 2)])
    registry = CollectorRegistry()
    follow_all(store, registry=registry)
    told = text_of(registry)

    assert [{(): 3}, {(): 2}, {(): 1}] == [
        samples(told, f"sagsspor_{name}") for name in ("projected_events_total", "projected_cases_total", "projection_seconds_count")
    ]


def test_how_long_facts_are_under_way_is_told_by_system(store):
    lag, now = SourceLag(), 1_000_000 * SECOND
    lag.heard([accepted("urn:fagsystem:kss:0101", now - 5 * SECOND), accepted("urn:fagsystem:kss:0751", now - 400 * SECOND)], now)
    lag.heard([accepted("urn:fagsystem:ydelse:0101", now + SECOND)], now)  # a clock that is ahead
    registry = CollectorRegistry()
    registry.register(lag)
    told = text_of(registry)

    assert {("kss",): 2, ("ydelse",): 1} == samples(told, "sagsspor_intake_lag_seconds_count")
    assert {("kss",): 405, ("ydelse",): 0} == samples(told, "sagsspor_intake_lag_seconds_sum")
    assert [0, 1, 1, 1, 2] == [
        samples(told, "sagsspor_intake_lag_seconds_bucket")[bound, "kss"] for bound in ("1.0", "10.0", "60.0", "300.0", "900.0")
    ]
    assert now / SECOND == samples(told, "sagsspor_source_last_received_timestamp_seconds")[("urn:fagsystem:kss:0101",)]


@pytest.mark.parametrize(
    "source", ["urn:ditte:ravnkilde", "urn:fagsystem:kss-0101701234:0101", "urn:fagsystem:kss:0101701234", "urn:fagsystem:ditte ravn:0101"]
)
def test_a_source_that_is_not_named_after_the_contract_is_counted_among_others(source):
    lag = SourceLag()
    lag.heard([accepted(source, 0)], SECOND)
    registry = CollectorRegistry()
    registry.register(lag)

    assert {("other",): 1} == samples(text_of(registry), "sagsspor_intake_lag_seconds_count")
    assert {("other",)} == samples(text_of(registry), "sagsspor_source_last_received_timestamp_seconds").keys()


def test_publishers_cannot_make_ever_more_names(store):
    lag = SourceLag()
    names = [f"urn:fagsystem:s{system}:{number}" for system in range(60) for number in range(1000, 1050)]
    lag.heard([accepted(name, 0) for name in names], SECOND)
    registry = CollectorRegistry()
    registry.register(lag)

    assert MOST_SYSTEMS + 1 == len(samples(text_of(registry), "sagsspor_intake_lag_seconds_count"))
    assert MOST_SOURCES + 1 == len(samples(text_of(registry), "sagsspor_source_last_received_timestamp_seconds"))


def test_accepted_events_are_what_is_heard_of():
    lag = SourceLag()
    lag.heard(Checking().check([line("e1"), b"{"]), clock.now())

    assert isinstance(Checking().check([line("e1")])[0], Accepted)
    assert [1] == [sum(family.samples[-2].value for family in lag.collect() if family.name.endswith("lag_seconds"))]
