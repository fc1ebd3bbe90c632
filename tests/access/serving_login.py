"""The application served with either login."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from consumers.intake import Intake
from infra import clock
from infra.web.access.login import Login, provider_login
from infra.web.access.settings import LoginSettings
from infra.web.app import Settings, build
from infra.web.hardening.settings import Hardening, Rate, Rates
from infra.web.parts import Parts, parts_for
from infra.wiring import opened_store
from tests.access.provider import AUDIENCE, CLIENT, SECRET, Provider
from tests.web.serving import checking, running

_OFTEN = Rate(1_000_000, 1)
UNHURRIED = Settings(hardening=Hardening(rates=Rates(_OFTEN, _OFTEN, _OFTEN)))
"""Tests ask more often than people."""


@contextmanager
def opened_parts(folder: Path) -> Iterator[Parts]:
    url = f"sqlite:///{folder}/sager.db"
    with opened_store(url, create=True) as store, parts_for(store, Intake(store, clock.now, checking())) as parts:
        yield parts


@contextmanager
def served(parts: Parts, login: Login) -> Iterator[httpx.Client]:
    with running(build(parts, login, UNHURRIED), lifespan="off") as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def configured(provider: Provider, **others) -> LoginSettings:
    """Give the settings of a login at the provider, with what a test has otherwise."""
    usual = {"issuer": provider.address, "client_id": CLIENT, "client_secret": SECRET, "audience": AUDIENCE}
    return LoginSettings(**usual | {"address": "http://127.0.0.1:1", "session_key": "k" * 40} | others)


@contextmanager
def served_with_login(parts: Parts, provider: Provider, **others) -> Iterator[httpx.Client]:
    """Serve with the provider's login; gives a browser, whose address is the one that the settings name."""
    with provider_login(configured(provider, **others), parts.assigned) as login, served(parts, login) as client:
        # the address is known only now that it listens
        login.provider.settings = configured(provider, **others | {"address": str(client.base_url).rstrip("/")})
        yield client
