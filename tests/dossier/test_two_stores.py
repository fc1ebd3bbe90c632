"""The same events under the same key give the same dossier, whichever store they lie in."""

from pathlib import Path

import pytest

from consumers.checking import Checking
from consumers.intake import Intake
from infra.cases import read_case
from infra.dossier.gathering import gather
from infra.dossier.parts import parts
from infra.postgres.store import PostgresStore
from infra.seals.sealing import seal
from infra.sqlite.store import SQLiteStore
from infra.wiring import seals_for
from tests.contracts.event_store import NOW
from tests.dossier.making import QUESTION
from tests.dossier.story import CASE, MAKE, STORY
from tests.seals.logs import KEY


@pytest.fixture
def database(postgres):
    return postgres.migrated()


def made(store):
    Intake(store, lambda: NOW, Checking()).take(STORY)
    seal(seals_for(store), KEY, NOW)
    return parts(gather(store, seals_for(store), read_case(store, CASE), QUESTION))


def test_a_dossier_is_the_same_from_a_file_and_from_postgresql(database):
    with SQLiteStore(None) as file, PostgresStore(database.url) as server:
        assert made(file) == made(server)


def test_the_commands_make_and_check_a_dossier_from_postgresql(sagsspor, database, monkeypatch):
    monkeypatch.setenv("SAGSSPOR_STORE", database.url)
    Path("events.ndjson").write_bytes(b"\n".join(STORY))
    for line in ("ingest events.ndjson", "seal --init-key --name sagsspor/test", MAKE):
        assert 0 == sagsspor(line).code, line
    outcome = sagsspor("dossier verify dossier.pdf --public-key seal.key.pub")

    assert (0, "") == (outcome.code, outcome.err)
    assert "Dossieret holder: 10 hændelser af 10" in outcome.out
