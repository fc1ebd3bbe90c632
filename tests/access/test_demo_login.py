"""The login for trying out: says that it is none, and keeps to this machine."""

import pytest

from infra.cli.app import run
from infra.web.access.settings import LoginSettings

CASE = "11111111-1111-4111-8111-111111111111"


def log_in(demo, **typed):
    return demo.post("/login", data={"role": "auditor", "next": "/regler"} | typed)


def test_it_says_that_it_is_no_real_login(demo):
    page = demo.get("/login")

    assert (200, True) == (page.status_code, "Det er ikke et rigtigt login" in page.text)


def test_who_logs_in_comes_to_the_page_that_was_asked_for(demo):
    turned = demo.get("/regler")
    answer = log_in(demo)

    assert (303, "/login?next=%2Fregler") == (turned.status_code, turned.headers["location"])
    assert (303, "/regler") == (answer.status_code, answer.headers["location"])
    assert 200 == demo.get("/regler").status_code


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"role": "kejser"}, "Vælg en rolle"),
        ({"role": "fagsystem"}, "Vælg en rolle"),
        ({"role": "caseworker", "municipality": "0101901234"}, "3 eller 4 cifre"),
        ({"role": "caseworker", "purpose": "klagesag"}, "sagsbehandling eller aktindsigt"),
    ],
)
def test_what_does_not_fit_is_said_so_and_nobody_is_logged_in(demo, typed, expected):
    answer = log_in(demo, **typed)

    assert (422, True, False) == (answer.status_code, expected in answer.text, "0101901234" in answer.text)
    assert 303 == demo.get("/regler").status_code


def test_a_login_leads_nowhere_else(demo):
    assert "/" == log_in(demo, next="https://andre.example/").headers["location"]


def test_logging_out_forgets_who_it_was(demo):
    log_in(demo)
    out = demo.post("/log-ud")

    assert (200, 303) == (out.status_code, demo.get("/regler").status_code)


def test_a_page_that_the_role_may_not_have_is_refused_as_a_page(demo):
    log_in(demo, role="caseworker")
    answer = demo.get("/adgangslog", headers={"accept": "text/html"})

    assert (403, "text/html") == (answer.status_code, answer.headers["content-type"].partition(";")[0])


def test_demo_tokens_are_unknown_to_the_authoritys_login(client):
    assert 401 == client.get("/api/rules", headers={"authorization": "Bearer demo-auditor"}).status_code


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104 - it is refused
def test_the_demo_is_not_served_to_other_machines(tmp_path, capsys, host):
    with pytest.raises(SystemExit) as ended:
        run(["serve", "--store", f"sqlite:///{tmp_path}/sager.db", "--port", "0", "--host", host])
    said = " ".join(capsys.readouterr().err.split())

    assert 2 == ended.value.code
    assert "--login oidc" in said
    assert "SAGSSPOR_LOGIN_ISSUER" in said


def test_a_login_that_is_not_configured_says_what_is_missing_and_shows_no_secret(tmp_path, capsys, monkeypatch):
    given = {"ISSUER": "http://udsteder.example", "CLIENT_ID": "sagsspor", "SESSION_KEY": "HEMMELIG", "CLIENT_SECRET": "HEMMELIG"}
    for name, value in given.items():
        monkeypatch.setenv(f"SAGSSPOR_LOGIN_{name}", value)
    with pytest.raises(SystemExit) as ended:
        run(["serve", "--store", f"sqlite:///{tmp_path}/sager.db", "--port", "0", "--login", "oidc"])
    said = capsys.readouterr().err

    assert 2 == ended.value.code
    assert ["ISSUER kan ikke bruges", "ADDRESS mangler", "AUDIENCE mangler", "SESSION_KEY kan ikke bruges"] == [
        f"{line.removeprefix('SAGSSPOR_LOGIN_').partition('.')[0]}" for line in said.splitlines() if line.startswith("SAGSSPOR_LOGIN_")
    ]
    assert "HEMMELIG" not in said


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({"client_secret": None}, "Netop én"),
        ({"client_key": "/x.pem"}, "Netop én"),
        ({"audience": "sagsspor"}, "ID-token"),
        ({"address": "http://sagsspor.example.dk"}, "https://"),
    ],
)
def test_settings_that_would_open_a_way_in_are_refused(others, expected):
    usual = {"issuer": "https://udsteder.example", "client_id": "sagsspor", "client_secret": "s", "audience": "api"}
    with pytest.raises(ValueError, match=expected):
        LoginSettings(**usual | {"address": "https://sagsspor.example.dk", "session_key": "k" * 40} | others)
