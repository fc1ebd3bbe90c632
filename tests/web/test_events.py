"""Sending again changes nothing, and what cannot be taken is kept."""

import pytest
from serving import BATCH, CASE, SOURCE, STRUCTURED, batch, event, metric, problem_of, told

pytestmark = pytest.mark.parametrize("kind", ["sqlite", "postgres"])


def test_what_is_sent_again_is_a_repeat(client, store):
    body = batch(*[event(f"e{number}") for number in range(5)])
    first, second = (client.post("/events", content=body, headers=BATCH) for _ in range(2))

    assert ({"accepted"}, {"repeated"}) == tuple({outcome for outcome, _ in told(response)} for response in (first, second))
    assert 5 == store.last_position()


def test_a_conflict_is_set_aside_with_its_number_and_what_to_do(client, store):
    client.post("/events", content=event(), headers=STRUCTURED)
    (result,) = client.post("/events", content=event(effective="2022-03-02"), headers=STRUCTURED).json()["results"]
    (kept,) = store.set_aside_events()

    assert {
        "source": SOURCE,
        "id": "e1",
        "outcome": "set_aside",
        "code": "conflict",
        "message": kept.message,
        "set_aside": kept.number,
    } == result


def test_a_result_says_no_more_than_it_must(client):
    (result,) = client.post("/events", content=event(), headers=STRUCTURED).json()["results"]

    assert {"source": SOURCE, "id": "e1", "outcome": "accepted"} == result


def test_a_cpr_number_is_said_nowhere(client, capfd, caplog):
    bad = event("010190-1234", subject="0101901234", time="HEMMELIG")
    responses = [
        client.post("/events", content=bad, headers=STRUCTURED),
        client.post("/events", content=batch(bad, bad.replace(CASE.encode(), b"0101901234")), headers=BATCH),
        client.post("/events?cpr=0101901234", content=b"{0101901234", headers=BATCH),
        client.get("/0101901234"),
    ]
    said = "".join([*(response.text for response in responses), client.get("/metrics").text, *capfd.readouterr(), caplog.text])

    assert not [secret for secret in ("0101901234", "010190-1234", "HEMMELIG") if secret in said]


def test_what_became_of_events_is_counted(client):
    client.post("/events", content=batch(event("e1"), event("e1"), event("e2"), b"1"), headers=BATCH)
    client.post("/events", content=b"", headers=BATCH)

    assert {"accepted": 2, "repeated": 1, "set_aside": 1} == {
        name.split('"')[1]: number for name, number in metric(client, "sagsspor_events_total").items()
    }
    assert {'sagsspor_set_aside_total{code="not_an_object"}': 1} == metric(client, "sagsspor_set_aside_total")
    assert {'sagsspor_http_problems_total{problem="not-a-batch"}': 1} == metric(client, "sagsspor_http_problems_total")


def test_a_batch_that_is_no_json_list_is_turned_away_and_nothing_is_stored(client, store):
    bodies = [b"", b"{}", b"[1,]", b"[1] 2", b"[" * 100_000, b"\xff", batch(event())[:-1]]
    responses = [client.post("/events", content=body, headers=BATCH) for body in bodies]

    assert {(400, "not-a-batch")} == {problem_of(response) for response in responses}
    assert (0, []) == (store.last_position(), store.set_aside_events())
