"""The way in, put together: the demo's, or the authority's own."""

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from infra.web.access.cases import Assigned
from infra.web.access.demo import DemoTokens
from infra.web.access.issuer import Issuer
from infra.web.access.provider import Provider
from infra.web.access.recognising import Gate
from infra.web.access.sessions import KEY_BYTES, Life, Sessions
from infra.web.access.settings import LoginSettings
from infra.web.access.tokens import IssuedTokens


class Login(NamedTuple):
    """How people and programs get in."""

    gate: Gate
    provider: Provider | None
    """Who logs people in; None in the demo, where they say themselves who they are."""

    @property
    def demo(self) -> bool:
        """Whether anybody is let in as anybody."""
        return self.provider is None


def demo_login(assigned: Assigned) -> Login:
    """Give the login for trying out. Its key is made anew, so its sessions end with the process."""
    sessions = Sessions(secrets.token_urlsafe(KEY_BYTES), time.time, secure=False)
    return Login(Gate(sessions, DemoTokens(), assigned), None)


@contextmanager
def provider_login(settings: LoginSettings, assigned: Assigned, life: Life = Life()) -> Iterator[Login]:  # noqa: B008 - it never changes
    """Give the authority's login for as long as the block runs."""
    issuer = Issuer(settings.issuer)
    try:
        sessions = Sessions(settings.session_key.get_secret_value(), time.time, life, secure=settings.secure)
        yield Login(Gate(sessions, IssuedTokens(issuer, settings), assigned), Provider(issuer, settings))
    finally:
        issuer.close()
