"""The authority's login: OpenID Connect by authorization code, with PKCE, state and nonce."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple
from urllib.parse import urlencode

import httpx2
from authlib.integrations.base_client.errors import OAuthError  # type: ignore[import-untyped]  # Authlib has no types
from authlib.integrations.httpx_client import OAuth2Client  # type: ignore[import-untyped]  # the same
from authlib.oauth2.rfc7523 import PrivateKeyJWT  # type: ignore[import-untyped]  # the same
from joserfc.jwk import import_key

from infra.web.access.claims import principal_of
from infra.web.access.issuer import TIMEOUT, Issuer, IssuerAwayError, TokenError
from infra.web.access.principal import Principal
from infra.web.access.settings import LoginSettings

CALLBACK = "/login/svar"


class Attempt(NamedTuple):
    """A login that was begun: what the answer must fit."""

    state: str
    nonce: str
    verifier: str
    next: str


class RefusedError(Exception):
    """The issuer did not log anybody in, or the answer does not fit what was asked."""


class Provider:
    """The client of the authority's issuer."""

    def __init__(self, issuer: Issuer, settings: LoginSettings) -> None:
        self.settings = settings
        self._issuer = issuer
        self._secret: Any = settings.client_secret.get_secret_value() if settings.client_secret else None
        if settings.client_key:
            self._secret = import_key(settings.client_key.read_bytes(), _key_type(settings.client_key_algorithm))

    def begin(self, next_page: str) -> tuple[Attempt, str]:
        """Begin a login; give the attempt, and the issuer's page."""
        attempt = Attempt(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(32), next_page)
        with self._client() as client:
            url, _ = client.create_authorization_url(
                self._endpoint("authorization_endpoint"), state=attempt.state, nonce=attempt.nonce, code_verifier=attempt.verifier
            )
        return attempt, url

    def finish(self, attempt: Attempt, state: str, code: str) -> Principal:
        """Take the issuer's answer; say who logged in.

        Raises:
            RefusedError: it does not fit the attempt.
            ClaimsError: it is nobody with a role here.
            IssuerAwayError: the issuer does not answer.

        """
        if not code or not secrets.compare_digest(state.encode(), attempt.state.encode()):
            raise RefusedError
        token = self._fetch(code, attempt.verifier).get("id_token")
        if not isinstance(token, str):
            raise RefusedError
        try:
            claims = self._issuer.claims(token, aud=self.settings.client_id, nonce=attempt.nonce)
        except TokenError:
            raise RefusedError from None
        if claims.get("azp", self.settings.client_id) != self.settings.client_id:
            raise RefusedError
        return principal_of(claims, self.settings)

    def logout(self) -> str | None:
        """Give the page where the issuer ends its own session, where it has one."""
        end = self._issuer.metadata().get("end_session_endpoint")
        asked = urlencode({"client_id": self.settings.client_id, "post_logout_redirect_uri": f"{self.settings.address}/log-ud"})
        return f"{end}?{asked}" if isinstance(end, str) else None

    def _fetch(self, code: str, verifier: str) -> dict[str, Any]:
        with self._client() as client:
            try:
                return dict(client.fetch_token(self._endpoint("token_endpoint"), code=code, code_verifier=verifier))
            except OAuthError:
                raise RefusedError from None
            except (httpx2.HTTPError, ValueError) as error:
                raise IssuerAwayError(type(error).__name__) from error

    def _endpoint(self, name: str) -> str:
        endpoint = self._issuer.metadata().get(name)
        if not isinstance(endpoint, str):
            raise IssuerAwayError(f"it names no {name}")
        return endpoint

    @contextmanager
    def _client(self) -> Iterator[Any]:
        """Give Authlib's client; it has no types."""
        settings = self.settings
        with OAuth2Client(
            settings.client_id,
            self._secret,
            token_endpoint_auth_method="private_key_jwt" if settings.client_key else "client_secret_basic",
            scope=settings.scopes,
            redirect_uri=settings.address + CALLBACK,
            code_challenge_method="S256",
            timeout=TIMEOUT,
        ) as client:
            client.register_client_auth_method(PrivateKeyJWT(alg=settings.client_key_algorithm))
            yield client


def _key_type(algorithm: str) -> Literal["RSA", "EC", "OKP"]:
    if algorithm.startswith("Ed"):
        return "OKP"
    return "EC" if algorithm.startswith("ES") else "RSA"
