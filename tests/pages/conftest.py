import pytest

from consumers.intake import Intake
from infra import clock
from infra.wiring import opened_store, sqlite_url
from tests.pages.visiting import Visitor
from tests.web.serving import CASE, SOURCE, checking, event, served


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Give a store with one case, and three events set aside: two about the case, and one that cannot be read."""
    with opened_store(sqlite_url(tmp_path_factory.mktemp("pages") / "s.db"), create=True) as store:
        Intake(store, clock.now, checking()).take(
            [event("e1"), event("e2", time="i dag"), event("e1", effective="2022-02-02"), b"ikke json, men Karla Jensen"]
        )
        yield store


@pytest.fixture(scope="module")
def client(store):
    with served(store) as client:
        yield client


@pytest.fixture
def visit(client):
    """Give somebody with a role at the service."""
    return lambda role: Visitor(client, role)


@pytest.fixture
def case():
    return CASE


@pytest.fixture
def source():
    return SOURCE
