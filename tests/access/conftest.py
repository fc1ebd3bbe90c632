from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from infra.web.access.login import demo_login
from infra.web.parts import Parts
from tests.access.provider import Provider, provided
from tests.access.serving_login import opened_parts, served, served_with_login


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    with opened_parts(tmp_path) as parts:
        yield parts


@pytest.fixture(scope="session")
def shared_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demo for all tests that store nothing; gives its address."""
    with opened_parts(tmp_path_factory.mktemp("demo")) as parts, served(parts, demo_login(parts.assigned)) as client:
        yield str(client.base_url)


@pytest.fixture
def demo(shared_demo: str) -> Iterator[httpx.Client]:
    """Give a browser at the demo's door, with nobody logged in."""
    with httpx.Client(base_url=shared_demo, timeout=30, headers={"sec-fetch-site": "same-origin"}) as client:
        yield client


@pytest.fixture(scope="session")
def shared_provider() -> Iterator[Provider]:
    with provided() as provider:
        yield provider


@pytest.fixture
def provider(shared_provider: Provider) -> Provider:
    """Give the provider as it is when nobody has told it to err."""
    shared_provider.login = {"sub": "b-1", "name": "Bo Prøve", "role": "auditor"}
    shared_provider.wrong, shared_provider.signs_with = {}, None
    return shared_provider


@pytest.fixture(scope="session")
def shared_login(tmp_path_factory: pytest.TempPathFactory, shared_provider: Provider) -> Iterator[str]:
    """Serve with the provider's login for all tests that store nothing; gives its address."""
    with opened_parts(tmp_path_factory.mktemp("login")) as parts, served_with_login(parts, shared_provider) as client:
        yield str(client.base_url)


@pytest.fixture
def client(shared_login: str, provider: Provider) -> Iterator[httpx.Client]:
    """Give a browser at the door of the provider's login, with nobody logged in."""
    with httpx.Client(base_url=shared_login, timeout=30, headers={"sec-fetch-site": "same-origin"}) as client:
        yield client


@pytest.fixture
def with_login(parts: Parts, provider: Provider) -> Iterator[Callable[..., httpx.Client]]:
    """Give what serves a store of the test's own, with other settings."""
    with ExitStack() as opened:
        yield lambda **others: opened.enter_context(served_with_login(parts, provider, **others))
