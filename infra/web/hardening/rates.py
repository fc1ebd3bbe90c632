"""How often one sender may ask. Who asks too often hears when to come again.

Each process counts for itself, in memory. The window slides, but is kept as two counters (the one before weighted by how much of
it still counts) and not as a list of times: a list would grow by each of a fagsystem's requests, and `limits` never forgets
its key. Nothing of what is counted by is logged.
"""

import time
from collections.abc import Callable, Iterator
from math import ceil

from limits import RateLimitItemPerSecond
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from infra.web.hardening.addresses import address_of
from infra.web.hardening.refusing import Refuse
from infra.web.hardening.settings import Hardening, Rate
from infra.web.problems import TOO_OFTEN, Problem

PrincipalOf = Callable[[Scope], str | None]
"""Says who is logged in, by an id that was checked; None where nobody is or it costs too much to know."""

MOST_SENDERS = 20_000
"""So many are remembered at a time: with more, each look for what can be forgotten would hold the others up, so all are."""

_UNCOUNTED = ("/static/", "/health/", "/metrics")
_LOGIN = "/login"


class RateLimits:
    """Counts requests by what is asked for, and by who is logged in or else by address."""

    def __init__(self, app: ASGIApp, settings: Hardening, principal_of: PrincipalOf, refuse: Refuse) -> None:
        self._app = app
        self._principal_of = principal_of
        self._refuse = refuse
        self._proxies = settings.trusted_proxies
        self._items = {name: _item(name, rate) for name, rate in settings.rates._asdict().items()}
        self._storage = MemoryStorage()
        self._limiter = SlidingWindowCounterRateLimiter(self._storage)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say when to come again."""
        refused = self._refused(scope) if scope["type"] == "http" else None
        await (self._app if refused is None else self._refuse(scope, refused))(scope, receive, send)

    def _refused(self, scope: Scope) -> Problem | None:
        kind = kind_of(scope["method"], scope["path"])
        if kind is None:
            return None
        item, sender = self._items[kind], "/".join(self._sender(kind, scope))
        if len(self._storage.storage) > MOST_SENDERS:
            self._storage.reset()
        if self._limiter.hit(item, sender):
            return None
        seconds = ceil(self._limiter.get_window_stats(item, sender).reset_time - time.time())
        return TOO_OFTEN._replace(headers={"Retry-After": str(max(seconds, 1))})

    def _sender(self, kind: str, scope: Scope) -> Iterator[str]:
        # Who tries to log in is nobody yet, whatever an older session says.
        principal = None if kind == "login" else self._principal_of(scope)
        yield "address" if principal is None else "principal"
        yield address_of(scope, self._proxies) if principal is None else principal


def kind_of(method: str, path: str) -> str | None:
    """Say by which rate a request is counted; None is by none. The page of the login is a page; its answer is an attempt."""
    if path.startswith(_UNCOUNTED):
        return None
    if path == "/events":
        return "intake"
    if path.startswith(f"{_LOGIN}/") or (path == _LOGIN and method not in {"GET", "HEAD"}):
        return "login"
    return "other"


def _item(name: str, rate: Rate) -> RateLimitItemPerSecond:
    return RateLimitItemPerSecond(rate.amount, rate.seconds, namespace=name)
