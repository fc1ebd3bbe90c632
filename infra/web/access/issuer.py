"""The authority's issuer of logins and tokens: what it says of itself, and the keys it signs with."""

from collections.abc import Mapping
from threading import Lock
from time import monotonic
from typing import Any, cast

import httpx2
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from infra.web.access.settings import ALGORITHMS

DISCOVERY = "/.well-known/openid-configuration"
LEEWAY = 30
"""Seconds by which two machines' clocks may differ."""
REFETCH = 10
"""Seconds between looks for a key we do not know: anybody can send a token that names one."""
TIMEOUT = 5
"""Seconds that the issuer gets."""


class IssuerAwayError(RuntimeError):
    """The issuer does not answer, or not as the standard says."""


class TokenError(Exception):
    """The token is not valid here. Nothing of it is told."""


class Issuer:
    """One issuer. What it says is fetched when it is first needed, and its keys anew when it signs with another."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._client = httpx2.Client(timeout=TIMEOUT)
        self._lock = Lock()
        self._metadata: Mapping[str, Any] | None = None
        self._keys: KeySet | None = None
        self._fetched = float("-inf")

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def metadata(self) -> Mapping[str, Any]:
        """Give what it says of itself."""
        with self._lock:
            return self._described()

    def claims(self, token: str, **expected: str) -> dict[str, Any]:
        """Check a token's signature, issuer, time and what else is expected of it; give what it says. It may fetch keys: not for the loop.

        Raises:
            TokenError: it is not valid.
            IssuerAwayError: that cannot be found out.

        """
        try:
            return self._checked(token, self._known_keys(), expected)
        except InvalidKeyIdError:
            pass
        except JoseError as error:
            raise TokenError from error
        try:
            return self._checked(token, self._new_keys(), expected)
        except JoseError as error:
            raise TokenError from error

    def _checked(self, token: str, keys: KeySet, expected: Mapping[str, str]) -> dict[str, Any]:
        try:
            claims = jwt.decode(token, keys, list(ALGORITHMS)).claims
        except ValueError as error:  # no token at all
            raise TokenError from error
        asked = {name: {"essential": True, "value": value} for name, value in {"iss": self.url, **expected}.items()}
        jwt.JWTClaimsRegistry(leeway=LEEWAY, exp={"essential": True}, sub={"essential": True}, **cast("Any", asked)).validate(claims)
        return claims

    def _known_keys(self) -> KeySet:
        if self._keys:  # who has them does not wait for one who fetches others
            return self._keys
        with self._lock:
            return self._keys or self._fetch_keys()

    def _new_keys(self) -> KeySet:
        with self._lock:
            if self._keys and monotonic() < self._fetched + REFETCH:
                return self._keys
            return self._fetch_keys()

    def _fetch_keys(self) -> KeySet:
        try:
            self._keys = KeySet.import_key_set(cast("Any", self._get(str(self._described()["jwks_uri"]))))
        except (JoseError, KeyError, TypeError) as error:
            raise IssuerAwayError("its keys cannot be read") from error
        self._fetched = monotonic()
        return self._keys

    def _described(self) -> Mapping[str, Any]:
        if self._metadata is None:
            found = self._get(self.url + DISCOVERY)
            if found.get("issuer") not in {self.url, f"{self.url}/"}:
                raise IssuerAwayError("it says that it is another")
            self._metadata = found
        return self._metadata

    def _get(self, url: str) -> dict[str, Any]:
        try:
            found = self._client.get(url).raise_for_status().json()
        except (httpx2.HTTPError, ValueError) as error:
            raise IssuerAwayError(type(error).__name__) from error
        if not isinstance(found, dict):
            raise IssuerAwayError("not a document")
        return found
