"""A small OpenID provider as a real server: it logs in whomever it is told to, and can be told to err."""

import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from urllib.parse import urlencode

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from starlette.applications import Starlette
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from tests.web.serving import running

CLIENT, AUDIENCE, SECRET = "sagsspor", "urn:sagsspor:api", "meget-hemmeligt"


class Provider:
    def __init__(self):
        self.key = RSAKey.generate_key(2048, {"kid": "k1"})
        self.machine = RSAKey.generate_key(2048, {"kid": "m1"})  # of the one machine client, registered here
        self.address = ""
        self.login = {"sub": "b-1", "name": "Bo Prøve", "role": "auditor"}  # who logs in next
        self.wrong: dict = {}  # claims that are put in place of the right ones
        self.signs_with = None
        self.asked: dict = {}
        self.codes: dict = {}
        self.fetched = 0
        self.app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.configuration),
                Route("/keys", self.keys),
                Route("/authorize", self.authorize),
                Route("/token", self.token, methods=["POST"]),
            ]
        )

    def configuration(self, _request):
        ends = {"authorization": "authorize", "token": "token", "end_session": "end"}
        return JSONResponse(
            {"issuer": self.address, "jwks_uri": f"{self.address}/keys"}
            | {f"{name}_endpoint": f"{self.address}/{path}" for name, path in ends.items()}
        )

    def keys(self, _request):
        self.fetched += 1
        return JSONResponse(KeySet([self.key]).as_dict(private=False))

    def authorize(self, request):
        self.asked = dict(request.query_params)
        assert self.asked["response_type"] == "code"
        assert self.asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(8)
        self.codes[code] = self.asked
        return RedirectResponse(f"{self.asked['redirect_uri']}?{urlencode({'code': code, 'state': self.asked['state']})}", 303)

    async def token(self, request):
        async with request.form() as form:
            if form["grant_type"] == "client_credentials":
                return self.machine_token(form)
            asked = self.codes.pop(form["code"], None)
            verifier = urlsafe_b64encode(sha256(form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        if asked is None or verifier != asked["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": self.sign({"aud": CLIENT, "nonce": asked["nonce"]})})

    def machine_token(self, form):
        """Give a token to who proves to have the client's key (RFC 7523)."""
        assertion = jwt.decode(form["client_assertion"], self.machine, ["RS256"]).claims
        assert (CLIENT, f"{self.address}/token") == (assertion["iss"], assertion["aud"])
        return JSONResponse({"access_token": self.sign({"aud": AUDIENCE}), "token_type": "Bearer", "expires_in": 300})

    def sign(self, claims, algorithm="RS256"):
        now = int(time.time())
        key = self.signs_with or self.key
        whole = {"iss": self.address, "iat": now, "exp": now + 300} | self.login | claims | self.wrong
        told = {name: value for name, value in whole.items() if value is not None}
        return jwt.encode({"alg": algorithm, "kid": key.kid}, told, key, [algorithm])


@contextmanager
def provided() -> Iterator[Provider]:
    provider = Provider()
    with running(provider.app, lifespan="off") as address:
        provider.address = address
        yield provider
