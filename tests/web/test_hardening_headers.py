"""Every answer carries the headers by which a browser guards it."""

import re

import pytest
from hardened import hardened
from serving import CASE, problem_of

from infra.web.hardening import Hardening

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
GUARDS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.fixture(scope="module")
def client():
    with hardened() as client:
        yield client


def guards_of(response):
    return {name: ", ".join(response.headers.get_list(name)) for name in GUARDS}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/page", 200),
        ("HEAD", "/nowhere", 404),
        ("GET", "/nowhere", 404),
        ("PUT", "/page", 405),
        ("GET", "/moved", 302),
        ("GET", "/broken", 500),
        ("POST", "/form", 403),
    ],
)
def test_an_answer_carries_them_whatever_it_says(client, method, path, status):
    elsewhere = {"origin": "https://example.com"} if status == 403 else {}
    response = client.request(method, path, headers=elsewhere)

    assert (status, GUARDS, "no-store") == (response.status_code, guards_of(response), response.headers["cache-control"])
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(response.headers["permissions-policy"].split(", "))


def test_a_route_may_say_how_its_answer_is_kept_and_cannot_loosen_the_rest(client):
    response = client.get("/kept")

    assert (GUARDS, "private, no-cache") == (guards_of(response), response.headers["cache-control"])


def test_nothing_inline_and_nothing_from_elsewhere_is_allowed():
    assert not re.search(r"unsafe|\*|https?:|data:|blob:", CSP)


def test_only_over_https_a_browser_is_told_to_keep_to_it(client):
    with hardened(Hardening(https=True)) as https:
        assert ["max-age=31536000", None] == [one.get("/page").headers.get("strict-transport-security") for one in (https, client)]


def test_an_error_that_nobody_thought_of_is_told_without_its_words(client, caplog):
    assert (500, "unexpected") == problem_of(client.get("/broken"))
    assert "HEMMELIG" not in caplog.text


def test_every_route_of_the_whole_application_carries_them(any_client):
    described = [(method, path) for path, methods in any_client.get("/openapi.json").json()["paths"].items() for method in methods]
    asked = [*described, ("get", "/"), ("get", "/login"), ("get", "/nowhere"), ("delete", "/events"), ("get", "/static/nothing.css")]

    assert len(described) >= 4
    for method, path in asked:
        response = any_client.request(method, re.sub(r"{\w+}", "1", path.replace("{case}", CASE)))
        assert (path, GUARDS) == (path, guards_of(response))
        assert "cache-control" in response.headers
