"""Who asks too often is asked to wait."""

from time import time as clock

import pytest
from hardened import hardened
from serving import problem_of
from starlette.datastructures import Headers

from infra.web.access.principal import Principal
from infra.web.access.rights import Role
from infra.web.access.sessions import Sessions
from infra.web.hardening import Hardening, Rate, Rates, by_session
from infra.web.hardening.addresses import NOWHERE, address_of
from infra.web.hardening.rates import kind_of

LONG = 10**9
"""Seconds of a window that does not end while a test runs: windows begin at whole multiples."""
FEW = Hardening(rates=Rates(login=Rate(1, LONG), intake=Rate(3, LONG), other=Rate(2, LONG)))


def statuses(ask, times):
    return [ask().status_code for _ in range(times)]


def test_each_kind_of_request_is_counted_by_itself():
    with hardened(FEW) as client:
        assert [200, 429, 429] == statuses(lambda: client.post("/login"), 3)
        assert [200, 200, 429] == statuses(lambda: client.get("/page"), 3)
        assert [200, 200, 200, 429] == statuses(lambda: client.post("/events", content=b"x"), 4)
        assert [200] * 5 == statuses(lambda: client.get("/static/style.css"), 5)


def test_who_is_refused_hears_when_to_come_again_and_is_named_nowhere(caplog):
    caplog.set_level("DEBUG")
    heard = []
    with hardened(FEW, heard=lambda problem: heard.append(problem.name), principal_of=lambda _: "bruger-7") as client:
        client.post("/login")
        refused = client.post("/login")
        statuses(lambda: client.get("/page"), 3)

    assert (429, "too-often") == problem_of(refused)
    assert 1 <= int(refused.headers["retry-after"]) <= 2 * LONG
    assert ["too-often"] * 2 == heard
    ours = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore", "asyncio"))]
    assert not any(key in record.getMessage() for record in ours for key in ("bruger-7", "127.0.0.1"))


def test_who_is_logged_in_is_counted_as_such_and_no_longer_by_address():
    with hardened(FEW, principal_of=lambda scope: Headers(scope=scope).get("test-user")) as client:
        assert [200, 200, 429] == statuses(lambda: client.get("/page", headers={"test-user": "a"}), 3)
        assert [200, 200, 429] == statuses(lambda: client.get("/page", headers={"test-user": "b"}), 3)
        assert [200, 200, 429] == statuses(lambda: client.get("/page"), 3)


def test_people_are_told_apart_by_their_signed_sessions():
    sessions = Sessions("k" * 32, clock, secure=False)

    def cookie(id_, signed=sessions):
        return signed.set_cookie(signed.begin(Principal(id_, "", Role.auditor, None, "tilsyn"))).partition(";")[0]

    with hardened(FEW, principal_of=by_session(sessions)) as client:
        assert [200, 200, 429] == statuses(lambda: client.get("/page", headers={"cookie": cookie("a")}), 3)
        assert [200, 200, 429] == statuses(lambda: client.get("/page", headers={"cookie": cookie("b")}), 3)
        forged = [cookie(id_, Sessions("x" * 32, clock, secure=False)) for id_ in "abc"]
        assert [200, 200, 429] == [client.get("/page", headers={"cookie": one}).status_code for one in forged]


def test_attempts_to_log_in_are_counted_by_address_whatever_a_session_says():
    with hardened(FEW, principal_of=lambda scope: Headers(scope=scope).get("test-user")) as client:
        assert [200, 429] == [client.post("/login", headers={"test-user": user}).status_code for user in "ab"]


@pytest.mark.parametrize(("proxies", "expected"), [(0, [200, 200, 429]), (1, [200, 200, 200])])
def test_what_a_proxy_says_is_believed_only_of_one_that_is_ours(proxies, expected):
    with hardened(FEW._replace(trusted_proxies=proxies)) as client:
        assert expected == [client.get("/page", headers={"x-forwarded-for": f"10.0.0.{one}"}).status_code for one in range(3)]


def test_with_more_senders_than_can_be_remembered_counting_begins_anew(monkeypatch):
    monkeypatch.setattr("infra.web.hardening.rates.MOST_SENDERS", 2)
    with hardened(FEW, principal_of=lambda scope: Headers(scope=scope).get("test-user")) as client:
        users = [client.get("/page", headers={"test-user": user}).status_code for user in ("a", "a", "a", "b", "c", "a")]

    assert [200, 200, 429, 200, 200, 200] == users


@pytest.mark.parametrize(
    ("client", "forwarded", "proxies", "address"),
    [
        (("192.0.2.1", 1), "10.0.0.1", 0, "192.0.2.1"),
        (("192.0.2.1", 1), "10.0.0.1", 1, "10.0.0.1"),
        (("192.0.2.1", 1), "6.6.6.6, 10.0.0.1", 1, "10.0.0.1"),
        (("192.0.2.1", 1), "6.6.6.6, 10.0.0.1, 10.0.0.2", 2, "10.0.0.1"),
        (("192.0.2.1", 1), "10.0.0.1", 2, "192.0.2.1"),  # it came past our proxies
        (("192.0.2.1", 1), "", 1, "192.0.2.1"),
        (("192.0.2.1", 1), "nonsense", 1, NOWHERE),
        (("2001:db8:1:2:3:4:5:6", 1), "", 0, "2001:db8:1:2::/64"),
        (("::ffff:192.0.2.1", 1), "", 0, "192.0.2.1"),
        (None, "", 0, NOWHERE),
    ],
)
def test_a_sender_is_an_address_or_a_network_of_one_subscriber(client, forwarded, proxies, address):
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []

    assert address == address_of({"type": "http", "client": client, "headers": headers}, proxies)


@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [
        ("GET", "/login", "other"),
        ("POST", "/login", "login"),
        ("GET", "/login/svar", "login"),
        ("POST", "/events", "intake"),
        ("GET", "/sager/1", "other"),
        ("GET", "/loginx", "other"),
        ("GET", "/static/app.css", None),
        ("GET", "/health/live", None),
        ("GET", "/metrics", None),
    ],
)
def test_a_request_is_counted_by_what_it_asks_for(method, path, kind):
    assert kind == kind_of(method, path)
