"""The login at the authority's own provider."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.responses import RedirectResponse, Response

from infra.web.access import PUBLIC, PURPOSES
from infra.web.access.claims import ClaimsError
from infra.web.access.issuer import IssuerAwayError
from infra.web.access.next_page import LOGIN, next_page
from infra.web.access.provider import CALLBACK, Attempt, Provider, RefusedError
from infra.web.access.sessions import Sessions
from infra.web.pages.frame import render

ATTEMPT_SECONDS = 600
"""How long somebody may take to log in at the provider."""
_NOT_KEPT = {"Cache-Control": "no-store"}
_AWAY = "Myndighedens login svarer ikke", "Prøv igen om lidt. Bliver det ved, så sig det til dem, der driver Sagsspor."
_REFUSED = "Svaret passer ikke til det, der blev spurgt om", "Begynd forfra. Linket fra loginet kan kun bruges én gang og kun i kort tid."
_UNKNOWN = (
    "Dit login giver ikke adgang til Sagsspor",
    "Du skal have netop én rolle i Sagsspor, og en sagsbehandler netop én kommune. Tal med den, der styrer brugerrettigheder hos jer.",
)


def routes(sessions: Sessions, provider: Provider) -> APIRouter:
    """Give the routes."""
    router = APIRouter(include_in_schema=False, redirect_slashes=False)
    attempts = URLSafeTimedSerializer(provider.settings.session_key.get_secret_value(), salt="sagsspor.attempt")
    name = "__Host-sagsspor-login" if sessions.secure else "sagsspor-login"

    def attempt_cookie(value: str, seconds: int) -> str:
        return f"{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{'; Secure' if sessions.secure else ''}"

    @router.get(LOGIN, dependencies=[PUBLIC])
    def log_in(request: Request, next: str = "") -> Response:  # noqa: A002 - its name in the address
        try:
            attempt, address = provider.begin(next_page(next))
        except IssuerAwayError:
            return failed(request, 503, *_AWAY)
        answer = RedirectResponse(address, 303, _NOT_KEPT)
        answer.headers.append("set-cookie", attempt_cookie(attempts.dumps(attempt), ATTEMPT_SECONDS))
        return answer

    @router.get(CALLBACK, dependencies=[PUBLIC])
    def answered(request: Request, state: str = "", code: str = "") -> Response:
        try:
            attempt = Attempt(*attempts.loads(request.cookies.get(name, ""), max_age=ATTEMPT_SECONDS))
            who = provider.finish(attempt, state, code)
            session = sessions.begin(who, provider.logout())
        except (BadData, RefusedError):
            return failed(request, 400, *_REFUSED)
        except ClaimsError:
            return failed(request, 403, *_UNKNOWN)
        except IssuerAwayError:
            return failed(request, 503, *_AWAY)
        target = f"/login/formaal?{urlencode({'next': attempt.next})}" if len(PURPOSES[who.role]) > 1 else attempt.next
        answer = RedirectResponse(target, 303, _NOT_KEPT)
        answer.headers.append("set-cookie", sessions.set_cookie(session))
        answer.headers.append("set-cookie", attempt_cookie("", 0))
        return answer

    def failed(request: Request, status: int, heading: str, text: str) -> Response:
        page = render(request, None, "login/failed.html", status, heading=heading, text=text)
        page.headers.append("set-cookie", attempt_cookie("", 0))
        return page

    return router
