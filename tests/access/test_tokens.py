"""The tokens of programs: issued for this interface, by this issuer, now."""

import base64
import hmac
import json

import orjson
import pytest
from authlib.integrations.httpx_client import OAuth2Client
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from joserfc.jwk import RSAKey

from tests.access.provider import AUDIENCE, CLIENT

STRUCTURED = {"content-type": "application/cloudevents+json"}
SOURCE = "urn:fagsystem:kss:0101"


def event(source=SOURCE):
    subject, time = "11111111-1111-4111-8111-111111111111", "2022-03-01T09:00:00+01:00"
    attributes = {"specversion": "1.0", "id": "e1", "source": source, "type": "dk.sagsspor.jobnet-visited.v1", "subject": subject}
    return orjson.dumps(attributes | {"time": time, "data": {"effective": "2022-03-01"}})


def bearer(token):
    return {"authorization": f"Bearer {token}"}


def rules(client, token, **headers):
    return client.get("/api/rules", headers=bearer(token) | headers)


def test_a_machine_gets_its_token_by_proving_that_it_has_its_key_and_publishes_with_it(with_login, provider):
    provider.login = {"sub": "kss", "role": "fagsystem"}
    with OAuth2Client(CLIENT, provider.machine, token_endpoint_auth_method=PrivateKeyJWT.name) as machine:
        machine.register_client_auth_method(PrivateKeyJWT())
        token = machine.fetch_token(f"{provider.address}/token", grant_type="client_credentials")["access_token"]
    answer = with_login().post("/events", content=event(), headers=STRUCTURED | bearer(token))

    assert (202, "accepted") == (answer.status_code, answer.json()["results"][0]["outcome"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"aud": "another"},
        {"aud": CLIENT},
        {"aud": None},
        {"iss": "https://other.example"},
        {"exp": 1},
        {"exp": None},
        {"nbf": 2**40},
        {"sub": None},
        {"role": "gartner"},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_us_now_is_refused(client, provider, wrong):
    provider.wrong = wrong
    answer = rules(client, provider.sign({"aud": AUDIENCE}))

    assert (401, 'Bearer realm="sagsspor", error="invalid_token"') == (answer.status_code, answer.headers["www-authenticate"])


def test_a_token_with_another_signature_is_refused(client, provider):
    good = provider.sign({"aud": AUDIENCE})
    assert 200 == rules(client, good).status_code
    header, claims, signature = good.split(".")
    raised = encoded({**json.loads(base64.urlsafe_b64decode(claims + "==")), "role": "administrator"})
    provider.signs_with = RSAKey.generate_key(2048, {"kid": "k1"})
    forged = [provider.sign({"aud": AUDIENCE}), f"{header}.{raised}.{signature}", f"{encoded({'alg': 'none'})}.{claims}.", "x", "a.b.c"]

    assert [401] * len(forged) == [rules(client, token).status_code for token in forged]


def test_the_issuers_public_key_is_no_secret_to_sign_with(client, provider):
    claims = {"iss": provider.address, "aud": AUDIENCE, "exp": 2**40} | provider.login
    signed = f"{encoded({'alg': 'HS256', 'kid': 'k1'})}.{encoded(claims)}"
    signature = hmac.digest(provider.key.as_pem(private=False), signed.encode(), "sha256")
    token = f"{signed}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"

    assert 401 == rules(client, token).status_code


def test_keys_are_fetched_once_and_again_when_the_issuer_signs_with_another(with_login, provider, monkeypatch):
    monkeypatch.setattr("infra.web.access.issuer.REFETCH", 0)
    client, before = with_login(), provider.fetched
    assert [200, 200] == [rules(client, provider.sign({"aud": AUDIENCE})).status_code for _ in range(2)]
    assert before + 1 == provider.fetched
    provider.key, old = RSAKey.generate_key(2048, {"kid": "k2"}), provider.key
    try:
        assert 200 == rules(client, provider.sign({"aud": AUDIENCE})).status_code
        assert before + 2 == provider.fetched
    finally:
        provider.key = old


def test_unknown_keys_do_not_make_us_ask_the_issuer_each_time(with_login, provider):
    client = with_login()
    rules(client, provider.sign({"aud": AUDIENCE}))
    before = provider.fetched
    provider.signs_with = RSAKey.generate_key(2048, {"kid": "unknown"})

    assert {401} == {rules(client, provider.sign({"aud": AUDIENCE})).status_code for _ in range(5)}
    assert before == provider.fetched


def test_without_a_token_a_program_is_told_to_bring_one(client):
    answer = client.get("/api/rules")

    assert (401, 'Bearer realm="sagsspor"') == (answer.status_code, answer.headers["www-authenticate"])
    assert "application/problem+json" == answer.headers["content-type"]


@pytest.mark.parametrize(
    ("sources", "source", "expected"),
    [
        ([SOURCE], SOURCE, 202),
        (["urn:fagsystem:kss"], SOURCE, 202),
        (["urn:fagsystem:kss:"], SOURCE, 202),
        (["urn:fagsystem:kss:01"], SOURCE, 403),
        (["urn:fagsystem:andet:0101"], SOURCE, 403),
        (["urn:fagsystem:a:1", SOURCE], SOURCE, 202),
        (None, SOURCE, 202),
    ],
    ids=str,
)
def test_a_fagsystem_publishes_in_its_own_name_where_its_token_says_which(with_login, provider, parts, sources, source, expected):
    provider.login = {"sub": "kss", "role": "fagsystem", "sources": sources}
    answer = with_login().post("/events", content=event(source), headers=STRUCTURED | bearer(provider.sign({"aud": AUDIENCE})))

    assert (expected, int(expected == 202)) == (answer.status_code, parts.store.last_position())


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [("aktindsigt%20eller%20indsigtsret", 200), ("tilsyn%20og%20revision", 200), ("klagesag", 400), ("nysgerrighed", 400), ("%ff", 400)],
)
def test_a_purpose_is_one_that_the_role_can_have(client, provider, purpose, expected):
    answer = rules(client, provider.sign({"aud": AUDIENCE}), **{"sagsspor-purpose": purpose})

    assert expected == answer.status_code


def encoded(document):
    return base64.urlsafe_b64encode(json.dumps(document).encode()).rstrip(b"=").decode()
