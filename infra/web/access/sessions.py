"""A login kept in a signed cookie: who it is and until when, and no token of anybody's."""

import secrets
from collections.abc import Callable
from hashlib import sha256
from typing import Any, NamedTuple

from itsdangerous import BadData, URLSafeSerializer

from infra.web.access.principal import Principal
from infra.web.access.rights import Role

SECURE_NAME = "__Host-sagsspor"
"""A browser takes it over https only, for this host alone."""
PLAIN_NAME = "sagsspor"
"""Over plain http, which is for this machine alone."""
KEY_BYTES = 32


class Life(NamedTuple):
    """How long a login lasts, in seconds."""

    whole: int = 8 * 3600
    """A working day, however busy."""
    idle: int = 30 * 60
    """Without anything being asked."""
    renewed: int = 60
    """How old the time of the last question may be before the cookie is written anew: not each answer needs to."""


class Session(NamedTuple):
    """A login."""

    id: str
    """Made anew at each login, so that nobody can prepare one for another."""
    began: int
    seen: int
    principal: Principal
    logout: str | None = None
    """Where the login's provider ends its own session."""


class Sessions:
    """Writes and reads the cookie. Whoever has the key can log in as anybody."""

    def __init__(self, key: str, now: Callable[[], float], life: Life = Life(), *, secure: bool) -> None:  # noqa: B008 - it never changes
        self._now = now
        self._life = life
        self._signer = URLSafeSerializer(key, salt="sagsspor.session", signer_kwargs={"digest_method": sha256})
        self.secure = secure
        self.name = SECURE_NAME if secure else PLAIN_NAME

    def begin(self, principal: Principal, logout: str | None = None) -> Session:
        """Begin a session after a login."""
        now = int(self._now())
        return Session(secrets.token_urlsafe(16), now, now, principal, logout)

    def read(self, cookie: str) -> Session | None:
        """Read the cookie; None where it is not ours, or over."""
        try:
            session = _read(self._signer.loads(cookie))
        except BadData:
            return None
        now = self._now()
        return session if now < session.began + self._life.whole and now < session.seen + self._life.idle else None

    def renewed(self, session: Session) -> Session | None:
        """Give the session as seen now; None where it was just now."""
        now = int(self._now())
        return session._replace(seen=now) if now >= session.seen + self._life.renewed else None

    def set_cookie(self, session: Session) -> str:
        """Write the header that keeps a session."""
        return self._header(self._signer.dumps(_written(session)))

    def clear_cookie(self) -> str:
        """Write the header that forgets it."""
        return self._header("", "; Max-Age=0")

    def _header(self, value: str, more: str = "") -> str:
        secure = "; Secure" if self.secure else ""
        return f"{self.name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{more}"


def _written(session: Session) -> list[object]:
    who = session.principal
    return [*session[:3], [*who[:5], sorted(who.cases), who.sources], session.logout]


def _read(written: Any) -> Session:
    """Read what was written and signed here."""
    id_, began, seen, who, logout = written
    name, shown, role, municipality, purpose, cases, sources = who
    principal = Principal(name, shown, Role(role), municipality, purpose, frozenset(cases), tuple(sources))
    return Session(id_, began, seen, principal, logout)
