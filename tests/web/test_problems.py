"""Every error is a problem document that says what to do and nothing of what was sent."""

import psycopg
import pytest
from eventsourcing.persistence import InterfaceError, OperationalError
from serving import BATCH, STRUCTURED, batch, checking, event, problem_of, served, told

from consumers.intake import Intake
from infra import clock
from infra.web.limits import Patience


class Broken:
    """A store in which everything fails."""

    def __init__(self, error):
        self.error = error

    def writing(self, _now):
        raise self.error

    def last_position(self):
        raise self.error


def broken(error):
    """Put a store in which everything fails in the place of the one that is served."""
    store = Broken(error)
    return lambda parts: parts._replace(store=store, intake=Intake(store, clock.now, checking()))


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "application/cloudevents+avro",
        "application/xml",
        "application/json; charset=latin-1",
        "application/cloudevents+json;charset=utf-16",
    ],
)
def test_another_media_type_is_turned_away_with_those_that_are_taken(any_client, content_type):
    response = any_client.post("/events", content=event(), headers={"content-type": content_type, "ce-id": "e1"})

    assert (415, "unsupported-media-type") == problem_of(response)
    assert "application/cloudevents-batch+json" in response.headers["accept-post"]


def test_compressed_content_is_turned_away(any_client):
    response = any_client.post("/events", content=event(), headers=STRUCTURED | {"content-encoding": "gzip"})

    assert (415, "unsupported-content-encoding") == problem_of(response)
    assert "identity" == response.headers["accept-encoding"]


def test_content_that_is_encoded_as_itself_is_taken(any_client):
    told(any_client.post("/events", content=event(), headers=STRUCTURED | {"content-encoding": "identity"}))


def test_json_without_attributes_is_no_event(any_client):
    assert (400, "no-attributes") == problem_of(any_client.post("/events", json={"effective": "2022-03-01"}))


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_another_method_is_turned_away_with_those_that_are_known(any_client, method):
    response = any_client.request(method, "/events")

    assert (405, "method-not-allowed") == problem_of(response)
    assert "POST" == response.headers["allow"]


@pytest.mark.parametrize("path", ["/events/", "/docs", "/event"])
def test_another_address_is_not_found(any_client, path):
    assert (404, "not-found") == problem_of(any_client.post(path))


@pytest.mark.parametrize("kind", [OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError])
def test_a_store_that_is_away_is_said_so_with_when_to_come_again(kind, caplog, store):
    with served(store, altered=broken(kind("HEMMELIG"))) as client:
        responses = [client.post("/events", content=event(), headers=STRUCTURED), client.get("/health/ready")]

        assert 200 == client.get("/health/live").status_code
    assert [(503, "store-away")] * 2 == [problem_of(response) for response in responses]
    assert all(response.headers["retry-after"].isdecimal() for response in responses)
    assert kind.__name__ in caplog.text
    assert "HEMMELIG" not in caplog.text + "".join(response.text for response in responses)


def test_an_error_that_nobody_thought_of_is_told_without_its_words(caplog, capfd, store):
    with served(store, altered=broken(ValueError("HEMMELIG"))) as client:
        responses = [client.post("/events", content=batch(event()), headers=BATCH), client.get("/health/ready")]

    assert [(500, "unexpected")] * 2 == [problem_of(response) for response in responses]
    assert "ValueError, test_problems.py:" in caplog.text
    assert "HEMMELIG" not in caplog.text + "".join([*capfd.readouterr(), *(response.text for response in responses)])


def test_ready_does_not_wait_for_a_store_that_hangs(store):
    with served(store, Patience(store_seconds=0)) as client:
        assert (503, "store-away") == problem_of(client.get("/health/ready"))


def test_it_is_live_and_ready(any_client):
    assert [{"status": "live"}, {"status": "ready"}] == [any_client.get(path).json() for path in ("/health/live", "/health/ready")]
