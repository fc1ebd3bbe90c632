"""The application served as the command line asks for it."""

import socket
from typing import NamedTuple

from prometheus_client import CollectorRegistry

from infra.cli.console import say
from infra.cli.login_kind import LoginKind
from infra.cli.serve_login import DEMO, opened_login
from infra.telemetry.log_format import LogFormat
from infra.telemetry.logs import logging_as
from infra.telemetry.processes import posted_intake, web_telemetry
from infra.telemetry.requests import observe
from infra.telemetry.tracing import tracing_for
from infra.web.app import Settings, build
from infra.web.hardening.settings import LOOPBACK, Hardening
from infra.web.listening import address_of
from infra.web.parts import parts_for
from infra.web.running import run
from infra.wiring import opened_store


class Asked(NamedTuple):
    """How the application is to be served."""

    login: LoginKind
    authority: str
    proxies: int
    ready_lag: float | None
    log_format: LogFormat | None


def serve_store(url: str, listener: socket.socket, asked: Asked) -> None:
    """Serve a store until the process is told to stop."""
    registry = CollectorRegistry()
    with (
        logging_as(asked.log_format),
        tracing_for("serve") as tracing,
        opened_store(url, create=True) as store,
        parts_for(store, posted_intake(store, registry, tracing)) as parts,
        opened_login(asked.login, listener, parts.assigned) as login,
    ):
        hardening = Hardening(login.gate.sessions.secure, LOOPBACK if login.demo else None, asked.proxies)
        app = build(parts, login, Settings(asked.authority, hardening))
        observe(app, web_telemetry(store, registry, tracing, parts.views, asked.ready_lag))
        if login.demo:
            say(DEMO)
        run(app, listener, lambda: say(f"Lytter på {address_of(listener)}"))
