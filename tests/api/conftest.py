"""One municipality for all tests that store nothing: the story of the late sickness and some simulated cases, sealed and projected."""

from collections.abc import Iterator

import httpx
import pytest

from infra.wiring import opened_store, sqlite_url
from tests.api.town import Town, served_town
from tests.web.serving import served


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with served_town(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest.fixture
def own_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Give a municipality of the test's own, without the simulated cases."""
    with served_town(tmp_path_factory.mktemp("own"), citizens=0) as town:
        yield town


@pytest.fixture
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Give a municipality in which one event of the story has lost its content, as when a key is erased."""
    with served_town(tmp_path_factory.mktemp("broken"), citizens=0) as town:
        with town.store.transaction() as cursor:
            cursor.execute("UPDATE events SET state = ? WHERE notification_id = 6", (b"\x00\xff not an event",))
        yield town


@pytest.fixture
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Serve a store with nothing in it."""
    with opened_store(sqlite_url(tmp_path_factory.mktemp("empty") / "sager.db"), create=True) as store, served(store) as client:
        yield client
