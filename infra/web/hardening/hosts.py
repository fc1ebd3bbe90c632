"""Requests for another host are refused.

Any site can have its own name lead to this machine (DNS rebinding). Its pages then count as ours in the browser, but they ask
for its name: a login that is open on this machine must not answer them.
"""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from infra.web.hardening.refusing import Refuse
from infra.web.problems import OTHER_HOST


class KnownHosts:
    """Lets through what asks for one of our names, whatever the port."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], refuse: Refuse) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse to."""
        known = scope["type"] != "http" or {_without_port(host) for host in Headers(scope=scope).getlist("host")} <= self._hosts
        await (self._app if known else self._refuse(scope, OTHER_HOST))(scope, receive, send)


def _without_port(host: str) -> str:
    name, colon, port = host.lower().rpartition(":")
    return name if colon and (port.isdecimal() or not port) else host.lower()
