"""Who is logged in, as far as the rates need to know it: by the signed session alone, which is read without asking anybody."""

from starlette.requests import Request
from starlette.types import Scope

from infra.web.access.sessions import Sessions
from infra.web.hardening.rates import PrincipalOf


def by_session(sessions: Sessions) -> PrincipalOf:
    """Tell people apart who ask from one address, such as that of a proxy; programs are counted by their addresses."""

    def principal(scope: Scope) -> str | None:
        cookie = Request(scope).cookies.get(sessions.name)
        session = sessions.read(cookie) if cookie else None
        return session.principal.id if session else None

    return principal
