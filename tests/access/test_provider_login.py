"""The authority's login: the whole way of the code, and each thing that must stop it."""

import base64
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc.jwk import RSAKey

from infra.web.access.login import provider_login
from tests.access.serving_login import configured, served_with_login

SESSION, ATTEMPT = "sagsspor", "sagsspor-login"


def log_in(client, start="/login"):
    """Go the browser's way, until the provider has been answered; gives the answer."""
    begun = client.get(start)
    assert 303 == begun.status_code
    back = client.get(begun.headers["location"])
    return client.get(back.headers["location"])


def test_a_page_leads_over_the_login_back_to_itself(client):
    turned = client.get("/regler?valid_on=2022-03-01")
    assert (303, "/login?next=%2Fregler%3Fvalid_on%3D2022-03-01") == (turned.status_code, turned.headers["location"])

    purpose = log_in(client, turned.headers["location"])
    page = client.get(purpose.headers["location"])
    chosen = client.post("/login/formaal", data={"purpose": "aktindsigt eller indsigtsret", "next": "/regler?valid_on=2022-03-01"})

    assert (303, 200, "Bo Prøve" in page.text) == (purpose.status_code, page.status_code, True)
    assert (303, "/regler?valid_on=2022-03-01") == (chosen.status_code, chosen.headers["location"])
    assert client.get("/login/formaal").text.count("checked") == 1


def test_the_session_is_kept_in_a_cookie_that_scripts_and_other_sites_do_not_get(client):
    answer = log_in(client)
    (cookie,) = [one for one in answer.headers.get_list("set-cookie") if one.startswith(f"{SESSION}=")]

    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


def test_over_https_the_cookie_is_for_this_host_alone(provider, parts):
    with provider_login(configured(provider, address="https://sagsspor.example.dk"), parts.assigned) as login:
        assert "__Host-sagsspor" == login.gate.sessions.name
        assert login.gate.sessions.clear_cookie().endswith("; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0")


def test_no_token_of_the_provider_is_in_the_cookie(client):
    log_in(client)

    assert "eyJ" not in client.cookies[SESSION]


def test_another_state_is_refused(client):
    back = client.get(client.get("/login").headers["location"]).headers["location"]
    code = parse_qs(urlsplit(back).query)["code"][0]

    assert (400, False) == (client.get(f"/login/svar?code={code}&state=another").status_code, SESSION in client.cookies)


def test_an_answer_that_nobody_asked_for_is_refused(client):
    back = client.get(client.get("/login").headers["location"]).headers["location"]
    client.cookies.delete(ATTEMPT)

    assert 400 == client.get(back).status_code


def test_a_code_is_used_once(client):
    begun = client.get("/login")
    attempt = client.cookies[ATTEMPT]
    back = client.get(begun.headers["location"]).headers["location"]
    first = client.get(back)
    client.cookies.set(ATTEMPT, attempt)

    assert (303, 400) == (first.status_code, client.get(back).status_code)


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"aud": "another"},
        {"iss": "https://other.example"},
        {"azp": "other"},
    ],
    ids=str,
)
def test_a_token_that_does_not_fit_is_refused(client, provider, wrong):
    provider.wrong = wrong

    assert (400, False) == (log_in(client).status_code, SESSION in client.cookies)


def test_a_token_that_somebody_else_signed_is_refused(client, provider):
    provider.signs_with = RSAKey.generate_key(2048, {"kid": "k1"})

    assert 400 == log_in(client).status_code


@pytest.mark.parametrize(
    "claims",
    [
        {"role": "gartner"},
        {"role": None},
        {"role": ["auditor", "administrator"]},
        {"role": "caseworker"},
        {"role": "caseworker", "municipality": "hele landet"},
        {"role": "auditor", "sub": "010190-1234"},
        {"role": "complaint_handler", "cases": ["all"]},
    ],
    ids=str,
)
def test_who_has_not_one_clear_role_is_not_let_in(client, provider, claims):
    provider.login |= claims
    answer = log_in(client)

    assert (403, False) == (answer.status_code, SESSION in client.cookies)
    assert "netop én rolle" in answer.text


def test_a_session_begins_with_an_id_of_its_own_each_time(client):
    ids = set()
    for _ in range(2):
        log_in(client)
        ids.add(client.cookies[SESSION])

    assert 2 == len(ids)


def test_logging_out_forgets_the_session_and_shows_the_way_to_the_providers(client, provider):
    log_in(client)
    answer = client.post("/log-ud")

    assert (200, False) == (answer.status_code, SESSION in client.cookies)
    assert f'href="{provider.address}/end?client_id=sagsspor' in answer.text
    assert 303 == client.get("/regler").status_code


def test_a_provider_that_is_away_is_said_so(parts, provider):
    with served_with_login(parts, provider, issuer="http://127.0.0.1:9") as client:
        answers = [client.get("/login"), client.get("/api/rules", headers={"authorization": "Bearer a.b.c"})]

    assert [503, 503] == [answer.status_code for answer in answers]


PRIVILEGES = """<?xml version="1.0" encoding="UTF-8"?>
<bpp:PrivilegeList xmlns:bpp="http://digst.dk/oiosaml/basic_privilege_profile">
  <PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:29189846">
    <Privilege>http://sagsspor.example.dk/roles/usersystemrole/sagsbehandler/1</Privilege>{constraint}
  </PrivilegeGroup>
</bpp:PrivilegeList>"""


@pytest.mark.parametrize(
    ("constraint", "municipalities"),
    [('<Constraint Name="urn:sagsspor:kommunekode">751</Constraint>', {}), ("", {"29189846": "751"})],
    ids=["by a constraint", "by the organisation"],
)
def test_privileges_by_the_danish_profile_give_the_role_and_its_limits(with_login, provider, constraint, municipalities):
    provider.login = {"sub": "b-2", "name": "Sanne Prøve", "privileges_intermediate": encoded(PRIVILEGES.format(constraint=constraint))}
    client = with_login(
        roles={"http://sagsspor.example.dk/roles/usersystemrole/sagsbehandler/1": "caseworker"}, municipalities=municipalities
    )
    log_in(client)

    assert "Sagsbehandler" in client.get("/login/formaal").text


@pytest.mark.parametrize(
    "xml",
    ["", "<x", "<PrivilegeList/>", '<!DOCTYPE x [<!ENTITY a "b">]><PrivilegeList>&a;</PrivilegeList>', "<Andet/>"],
    ids=["empty", "broken", "no privileges", "entities", "another document"],
)
def test_privileges_that_cannot_be_read_grant_nothing(client, provider, xml):
    provider.login = {"sub": "b-2", "privileges_intermediate": encoded(xml), "role": "administrator"}

    assert 403 == log_in(client).status_code


def encoded(xml):
    return base64.b64encode(xml.encode()).decode()
