"""Nobody can make the service hold more than it has room for."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from serving import BATCH, STRUCTURED, batch, event, in_hand, problem_of, served, speaking, told, wait_until

from infra import clock
from infra.web.limits import BATCH_EVENTS, BODY_BYTES, Patience

HEAD = b"POST /events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer demo-fagsystem\r\nContent-Type: application/cloudevents+json\r\n"


def test_a_body_of_the_largest_size_is_read(client):
    assert [("set_aside", None)] == told(client.post("/events", content=b"x" * BODY_BYTES, headers=STRUCTURED))


def test_a_body_that_says_it_is_too_large_is_turned_away_unread(client):
    with speaking(client) as line:
        line.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % (BODY_BYTES + 1))

        assert b" 413 " in line.recv(65536).splitlines()[0]


def test_a_body_that_does_not_say_its_length_is_turned_away_when_it_is_too_large(client, store):
    parts = (b" " * 65536 for _ in range(BODY_BYTES // 65536 + 1))

    assert (413, "too-large") == problem_of(client.post("/events", content=parts, headers=STRUCTURED))
    assert [] == store.set_aside_events()


def test_a_chunked_body_within_the_limit_is_taken(client):
    assert [("accepted", "e1")] == told(client.post("/events", content=iter([event()[:20], event()[20:]]), headers=STRUCTURED))


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_batch_has_at_most_as_many_events_as_are_allowed(client, store):
    most, too_many = (client.post("/events", content=batch(*[b"1"] * number), headers=BATCH) for number in (BATCH_EVENTS, BATCH_EVENTS + 1))

    assert BATCH_EVENTS == len(told(most))
    assert (413, "too-many-events") == problem_of(too_many)
    assert {("open", "not_an_object"): BATCH_EVENTS} == dict(store.counts().set_aside)


def test_a_sender_who_is_too_slow_loses_its_place(store):
    with served(store, Patience(requests=1, body_seconds=0.2)) as client:
        with speaking(client) as line:
            line.sendall(HEAD + b"Content-Length: 1000\r\n\r\n{")
            answer = b"".join(iter(lambda: line.recv(65536), b""))  # to the end: the connection is closed
        after = client.post("/events", content=event(), headers=STRUCTURED)

    assert b" 408 " in answer.splitlines()[0]
    assert answer.splitlines()[-1].startswith(b'{"type":"urn:sagsspor:problem:too-slow"')
    assert [("accepted", "e1")] == told(after)


def test_a_sender_who_goes_away_leaves_nothing_behind(client, store, caplog):
    with speaking(client) as line:
        line.sendall(HEAD + b"Content-Length: 1000\r\n\r\n{")
        wait_until(lambda: in_hand(client) == 1)
    wait_until(lambda: in_hand(client) == 0)

    assert [] == store.set_aside_events() == [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_more_than_there_is_room_for_are_asked_to_come_again(store, other):
    with served(store, Patience(requests=2)) as client, ThreadPoolExecutor(2) as senders:
        with other.writing(clock.now()):
            waiting = [senders.submit(client.post, "/events", content=event(id_), headers=STRUCTURED) for id_ in ("e1", "e2")]
            wait_until(lambda: in_hand(client) == 2)
            turned_away = client.post("/events", content=event("e3"), headers=STRUCTURED)
            health = [client.get("/health/live"), client.get("/health/ready")]
        taken = [told(sent.result()) for sent in waiting]
        again = client.post("/events", content=event("e3"), headers=STRUCTURED)

        assert (429, "busy") == problem_of(turned_away)
        assert turned_away.headers["retry-after"].isdecimal()
        assert [200, 200] == [response.status_code for response in health]
        assert [[("accepted", "e1")], [("accepted", "e2")]] == taken
        assert [("accepted", "e3")] == told(again)


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_those_who_waited_together_hear_each_of_their_own(client, other):
    bodies = [batch(event("e1"), b"1"), batch(event("e2"), event("e1")), batch(), batch(event("e2"), event("e3"))]
    with ThreadPoolExecutor(len(bodies)) as senders:
        with other.writing(clock.now()):
            waiting = []
            for number, body in enumerate(bodies):
                waiting.append(senders.submit(client.post, "/events", content=body, headers=BATCH))
                wait_until(lambda number=number: in_hand(client) == number + 1)
        heard = [told(sent.result()) for sent in waiting]

    assert [(["e1", None], 1), (["e2", "e1"], 1), ([], 0), (["e2", "e3"], 1)] == [
        ([id_ for _, id_ in one], sum(outcome == "accepted" for outcome, _ in one)) for one in heard
    ]
