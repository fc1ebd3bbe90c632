"""What another site makes a browser send changes nothing here."""

import pytest
from hardened import hardened
from serving import problem_of

from infra.web.hardening import LOOPBACK, Hardening

OURS = object()
"""Stands for the server's own origin."""


@pytest.fixture(scope="module")
def client():
    with hardened() as client:
        yield client


def sent(client, headers):
    own = f"http://{client.base_url.netloc.decode()}"
    return {name: own if value is OURS else value for name, value in headers.items()}


CASES = [
    # What the browser says of where the request comes from is believed.
    ({"sec-fetch-site": "same-origin"}, True),
    ({"sec-fetch-site": "none"}, True),
    ({"sec-fetch-site": "same-site"}, False),
    ({"sec-fetch-site": "cross-site"}, False),
    ({"sec-fetch-site": "something new"}, False),
    ({"sec-fetch-site": "same-origin", "origin": "https://example.com"}, True),
    ({"sec-fetch-site": "cross-site", "origin": OURS}, False),
    # Where it says nothing of it, the origin's host must be ours.
    ({"origin": OURS}, True),
    ({"origin": "https://example.com"}, False),
    ({"origin": "http://127.0.0.1:1"}, False),
    ({"origin": "null"}, False),
    ({"origin": ""}, False),
    ({"origin": "http://["}, False),
    # No browser, and nothing that it could have been lured with.
    ({}, True),
    ({"cookie": "sagsspor=x"}, False),
    ({"cookie": "sagsspor=x", "origin": OURS}, True),
    ({"cookie": "sagsspor=x", "sec-fetch-site": "same-origin"}, True),
    ({"authorization": "Bearer x"}, True),
]


@pytest.mark.parametrize(("headers", "allowed"), CASES)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_what_changes_something_comes_from_our_own_pages_or_from_none(client, method, headers, allowed):
    response = client.request(method, "/form", headers=sent(client, headers))

    assert response.status_code == 200 if allowed else problem_of(response) == (403, "cross-origin")


@pytest.mark.parametrize(("headers", "allowed"), CASES)
def test_what_changes_nothing_may_come_from_anywhere(client, headers, allowed):
    assert 200 == client.get("/form", headers=sent(client, headers)).status_code


def test_a_header_that_stands_twice_must_be_ours_twice(client):
    twice = [("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")]

    assert (403, "cross-origin") == problem_of(client.post("/form", headers=twice))


def test_the_hosts_name_is_the_same_in_capitals(client):
    assert 200 == client.post("/form", headers={"host": "Sager.Example", "origin": "https://sager.example"}).status_code


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("localhost", True),
        ("LOCALHOST:8080", True),
        ("127.0.0.1:1", True),
        ("[::1]:8080", True),
        ("[::1]", True),
        ("example.com", False),
        ("localhost.example.com", False),
        ("localhost:80@example.com", False),
        ("127.0.0.1.example.com:8080", False),
    ],
)
def test_what_is_served_to_this_machine_alone_answers_to_its_names_alone(host, known):
    with hardened(Hardening(hosts=LOOPBACK)) as client:
        response = client.get("/page", headers={"host": host})

        assert response.status_code == 200 if known else problem_of(response) == (421, "other-host")


def test_each_refusal_is_heard_of():
    heard = []
    with hardened(heard=lambda problem: heard.append(problem.name)) as client:
        client.post("/form", headers={"origin": "null"})

    assert ["cross-origin"] == heard
