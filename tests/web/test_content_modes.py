"""Every content mode of the CloudEvents HTTP binding brings the same events in."""

import orjson
import pytest
from serving import BATCH, SOURCE, STRUCTURED, attributes, batch, event, problem_of, told

DATA = b'{"effective": "2022-03-01"}'


def binary(id_="e1", content_type="application/json", **others):
    return {"content-type": content_type} | {f"ce-{name}": value for name, value in attributes(id_, **others).items()}


def test_a_structured_event_is_kept_in_its_own_bytes(client, store):
    body = b" " + event().replace(b",", b" , ") + b"\n"

    assert [("accepted", "e1")] == told(client.post("/events", content=body, headers=STRUCTURED))
    assert [body] == [row.state for row in store.read_log()]


def test_a_batch_gives_a_result_per_event_in_order_and_keeps_each_in_its_own_bytes(client, store):
    events = [event("e1"), event("e2").replace(b'":', b'" : '), event("e1"), b'{"x": 1}']
    response = client.post("/events", content=b" [" + b" ,\n".join(events) + b" ]\n", headers=BATCH)

    assert [("accepted", "e1"), ("accepted", "e2"), ("repeated", "e1"), ("set_aside", None)] == told(response)
    assert events[:2] == [row.state for row in store.read_log()]
    assert events[3:] == [one.raw for one in store.set_aside_events()]


def test_an_empty_batch_has_no_results(any_client):
    assert [] == told(any_client.post("/events", content=b"[]", headers=BATCH))


def test_a_binary_event_is_its_headers_and_its_datas_own_bytes(client, store):
    assert [("accepted", "e1")] == told(client.post("/events", content=DATA, headers=binary()))
    (row,) = store.read_log()

    assert DATA in row.state
    assert attributes() | {"datacontenttype": "application/json", "data": orjson.loads(DATA)} == orjson.loads(row.state)


def test_the_same_event_in_another_mode_is_a_repeat(client):
    responses = [
        client.post("/events", content=event(), headers=STRUCTURED),
        client.post("/events", content=batch(event()), headers=BATCH),
        client.post("/events", content=DATA, headers=binary()),
    ]

    assert [[("accepted", "e1")], [("repeated", "e1")], [("repeated", "e1")]] == [told(response) for response in responses]


@pytest.mark.parametrize(
    ("header", "id_"),
    [
        ("Euro%20%E2%82%AC%20%F0%9F%98%80", "Euro € 😀"),
        ("%e2%82%ac%2f%65", "€/e"),
        ("100%25", "100%"),
        ("50%zz", "50%zz"),
        ('"a \\"b\\" \\\\ %41"', 'a "b" \\ A'),
        ('"', '"'),
    ],
    ids=["UTF-8", "lower case", "percent", "no code", "quoted", "one quote"],
)
def test_attribute_values_are_read_as_the_binding_writes_them(client, store, header, id_):
    assert [("accepted", id_)] == told(client.post("/events", content=DATA, headers=binary(header)))
    assert store.find(SOURCE, id_) is not None


@pytest.mark.parametrize("value", ["%C0%A0", "%ED%A0%80", "%ff"], ids=["overlong", "surrogate", "no UTF-8"])
def test_an_attribute_that_is_no_utf8_is_turned_away(any_client, value):
    assert (400, "unreadable-attribute") == problem_of(any_client.post("/events", content=DATA, headers=binary(value)))


def test_an_attribute_that_comes_twice_is_turned_away(any_client):
    headers = [*binary().items(), ("ce-id", "e2")]

    assert (400, "unreadable-attribute") == problem_of(any_client.post("/events", content=DATA, headers=headers))


def test_the_content_type_is_the_data_content_type_whatever_its_parameters(client):
    headers = binary(content_type='application/json; charset="UTF-8"', datacontenttype="text/plain")

    assert [("accepted", "e1")] == told(client.post("/events", content=DATA, headers=headers))


@pytest.mark.parametrize(
    ("content", "left_out", "code"),
    [(DATA, "ce-subject", "missing_field"), (b"", None, "missing_field"), (DATA + b',"subject":"x"', None, "missing_field")],
    ids=["no subject", "no data", "data that reaches into the envelope"],
)
def test_a_binary_event_that_is_no_event_is_set_aside(client, store, content, left_out, code):
    headers = {name: value for name, value in binary().items() if name != left_out}
    (result,) = client.post("/events", content=content, headers=headers).json()["results"]

    assert ("set_aside", code) == (result["outcome"], result["code"])
    assert [code] == [one.code for one in store.set_aside_events()]


def test_a_structured_event_that_is_no_json_is_set_aside_and_not_lost(client, store):
    (result,) = client.post("/events", content=b"{no", headers=STRUCTURED).json()["results"]

    assert (None, None, "set_aside", "not_json") == tuple(result[key] for key in ("source", "id", "outcome", "code"))
    assert [(b"{no", result["set_aside"])] == [(one.raw, one.number) for one in store.set_aside_events()]
    assert [result["message"]] == [one.message for one in store.set_aside_events()]
