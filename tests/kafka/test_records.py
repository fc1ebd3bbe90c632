"""A record becomes one structured event, or something that the door refuses with all its content."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.cloudevents import Accepted, Door
from consumers.kafka_records import structured_event

DOOR = Door()
ENVELOPE = {
    "specversion": "1.0",
    "id": "e1",
    "source": "urn:fagsystem:kss:0101",
    "type": "dk.sagsspor.jobnet-visited.v1",
    "subject": "00000001-1111-4111-8111-111111111111",
    "time": "2022-03-01T09:00:00+01:00",
}
DATA = b'{ "effective":"2022-03-01" }'
BINARY = [("content-type", b"application/json"), *((f"ce_{name}", text.encode()) for name, text in ENVELOPE.items())]
CLOUDEVENTS = ("content-type", b"application/cloudevents+json; charset=UTF-8")

NAMES = st.one_of(
    st.text(), st.sampled_from(["content-type", "Content-Type", *(f"ce_{name}" for name in [*ENVELOPE, "data", "data_base64"])])
)
HEADERS = st.lists(st.tuples(NAMES, st.one_of(st.none(), st.binary(), st.text().map(lambda text: text.encode("utf-8", "replace")))))


def binary(**changed):
    return [(name, changed.get(name.removeprefix("ce_"), text)) for name, text in BINARY]


def test_a_structured_event_stays_as_it_is():
    value = orjson.dumps({**ENVELOPE, "data": {}})

    assert value == structured_event(value, [CLOUDEVENTS]) == structured_event(value, [])


def test_the_content_type_says_that_an_event_is_structured_though_attributes_stand_beside_it():
    assert b"{}" == structured_event(b"{}", [*BINARY[1:], CLOUDEVENTS]) == structured_event(b"{}", [CLOUDEVENTS, *BINARY[1:]])


def test_a_binary_event_is_put_together_with_its_data_as_they_came():
    made = structured_event(DATA, BINARY)

    assert {**ENVELOPE, "datacontenttype": "application/json", "data": {"effective": "2022-03-01"}} == orjson.loads(made)
    assert made.endswith(DATA + b"}")
    assert isinstance(DOOR.check(made), Accepted)


@pytest.mark.parametrize("kind", [b"application/json", b"application/json; charset=utf-8", b"Application/JSON"])
def test_json_is_json_however_its_type_is_written(kind):
    assert "application/json" == orjson.loads(structured_event(DATA, [*BINARY[1:], ("Content-Type", kind)]))["datacontenttype"]


def test_headers_that_are_not_of_the_event_are_left_out():
    assert structured_event(DATA, BINARY) == structured_event(DATA, [*BINARY, ("traceparent", b"x"), ("X-Retry", None)])


@pytest.mark.parametrize(
    ("value", "headers", "code"),
    [
        (None, [], "not_json"),
        (None, [CLOUDEVENTS], "not_json"),
        (None, BINARY, "missing_field"),
        (b"", BINARY, "missing_field"),
        (b"{}}", BINARY, "missing_field"),
        (b'{},"subject":"x"', BINARY, "missing_field"),
        (DATA, binary(id=b"\xff"), "invalid_key"),
        (DATA, binary(id=None), "invalid_key"),
        (DATA, [*BINARY, ("ce_id", b"e2")], "invalid_key"),
        (DATA, [*BINARY, ("ce_data", b"{}")], "duplicate_key"),
        (DATA, [*BINARY, ("ce_data_base64", b"e30=")], "unknown_field"),
        (DATA, [*BINARY, ("ce_\\xff", b"1")], "unknown_field"),
        (DATA, binary(**{"content-type": b"application/xml"}), "unsupported_content_type"),
        (DATA, BINARY[:-1], "missing_field"),
    ],
)
def test_what_is_odd_is_refused(value, headers, code):
    assert code == DOOR.check(structured_event(value, headers)).code


def test_what_is_odd_is_kept():
    made = orjson.loads(structured_event(b"\xff\x00", [*binary(id=b"\xfe", source=None), ("ce_subject", b"another")]))

    assert ({"base64": "/g=="}, None, "/wA=") == (made["id"], made["source"], made["data_base64"])
    assert [ENVELOPE["subject"], "another"] == made["subject"]


@given(st.one_of(st.none(), st.binary(), st.just(DATA)), HEADERS)
def test_no_record_makes_it_fail(value, headers):
    made = structured_event(value, headers)

    assert isinstance(made, bytes)
    assert any(name.startswith("ce_") for name, _ in headers) or made == (value or b"")
    DOOR.check(made)
