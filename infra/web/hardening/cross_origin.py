"""What another site makes a browser send is refused (CSRF).

The rules are those of `http.CrossOriginProtection` in Go, and need no tokens in forms: every browser of today says where a
request comes from. `Sec-Fetch-Site` does so over https and on this machine; elsewhere `Origin` does. A program that is no
browser sends neither, and has no cookie that another site could misuse; with a cookie and neither header it is refused too.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from infra.web.hardening.refusing import Refuse
from infra.web.problems import CROSS_ORIGIN

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""They change nothing here."""
_OURS = frozenset({"same-origin", "none"})


class SameOrigin:
    """Lets through what changes nothing, and what comes from our own pages or from no page."""

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse to."""
        allowed = scope["type"] != "http" or scope["method"] in SAFE or _is_ours(Headers(scope=scope))
        await (self._app if allowed else self._refuse(scope, CROSS_ORIGIN))(scope, receive, send)


def _is_ours(headers: Headers) -> bool:
    if sites := headers.getlist("sec-fetch-site"):
        return _OURS.issuperset(sites)
    if origins := headers.getlist("origin"):
        return {_host(origin) for origin in origins} == {headers.get("host", "").lower()}
    return "cookie" not in headers


def _host(origin: str) -> str | None:
    """Give the host and port; None for `null`, which a page without an address sends, and for what is no origin."""
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None
