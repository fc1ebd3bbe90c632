"""The tokens of programs, issued by the authority's own issuer."""

from anyio import CapacityLimiter, to_thread

from infra.web.access.claims import ClaimsError, principal_of
from infra.web.access.issuer import Issuer, IssuerAwayError, TokenError
from infra.web.access.principal import Principal
from infra.web.access.settings import LoginSettings
from infra.web.problems import ISSUER_AWAY, ProblemError

LONGEST = 16 * 1024
"""Characters of a token."""
AT_ONCE = 8
"""Tokens that are checked at a time: while the issuer is slow, they must not take every thread."""


class IssuedTokens:
    """`infra.web.access.recognising.Tokens` for JSON Web Tokens."""

    def __init__(self, issuer: Issuer, settings: LoginSettings) -> None:
        self._issuer = issuer
        self._settings = settings
        self._threads = CapacityLimiter(AT_ONCE)

    async def principal(self, token: str) -> Principal | None:
        """Say whose token it is."""
        if len(token) > LONGEST:
            return None
        return await to_thread.run_sync(self._read, token, limiter=self._threads)

    def _read(self, token: str) -> Principal | None:
        try:
            return principal_of(self._issuer.claims(token, aud=self._settings.audience), self._settings)
        except (TokenError, ClaimsError):
            return None
        except IssuerAwayError:
            raise ProblemError(ISSUER_AWAY) from None
