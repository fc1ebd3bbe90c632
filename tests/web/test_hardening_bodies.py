"""A form is small, and sent without dawdling."""

from hardened import hardened
from serving import problem_of, speaking

from infra.web.hardening import Hardening

SMALL = Hardening(body_bytes=100)
HEAD = b"POST /form HTTP/1.1\r\nHost: x\r\n"


def test_a_body_of_the_largest_size_reaches_its_route_and_a_larger_one_does_not():
    with hardened(SMALL) as client:
        assert {"length": 100} == client.post("/form", content=b"x" * 100).json()
        assert {"word": "æ" * 10} == client.post("/typed", data={"word": "æ" * 10}).json()
        assert (413, "form-too-large") == problem_of(client.post("/form", content=b"x" * 101))
        assert (413, "form-too-large") == problem_of(client.post("/form", content=iter([b"x" * 60, b"x" * 60])))
        assert {"length": 60} == client.post("/form", content=iter([b"x" * 20] * 3)).json()


def test_a_body_that_says_it_is_too_large_is_turned_away_unread():
    with hardened(SMALL) as client, speaking(client) as line:
        line.sendall(HEAD + b"Content-Length: 101\r\n\r\n")

        assert b" 413 " in line.recv(65536).splitlines()[0]


def test_events_have_a_limit_of_their_own():
    with hardened(SMALL) as client:
        assert {"length": 1000} == client.post("/events", content=b"x" * 1000).json()


def test_who_sends_too_slowly_is_turned_away():
    with hardened(Hardening(body_seconds=0.1)) as client, speaking(client) as line:
        line.sendall(HEAD + b"Content-Length: 10\r\n\r\nx")

        assert b" 408 " in line.recv(65536).splitlines()[0]


def test_who_goes_away_in_the_middle_leaves_the_service_as_it_was(caplog):
    with hardened() as client:
        with speaking(client) as line:
            line.sendall(HEAD + b"Content-Length: 10\r\n\r\nx")
        assert {"length": 1} == client.post("/form", content=b"x").json()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_a_body_is_not_read_for_who_is_refused():
    with hardened() as client, speaking(client) as line:
        line.sendall(HEAD + b"Origin: null\r\nContent-Length: 10\r\n\r\n")

        assert b" 403 " in line.recv(65536).splitlines()[0]
