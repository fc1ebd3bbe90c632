from pathlib import Path

import pytest

from infra.cli.app import run
from tests.dossier.story import MAKE, STORY
from tests.sealing_commands import sagsspor

__all__ = ["folder", "sagsspor", "sealed", "story"]


@pytest.fixture
def story(sagsspor):
    """Give the command with the story in the store, not sealed."""
    Path("events.ndjson").write_bytes(b"\n".join(STORY))
    assert 0 == sagsspor("ingest events.ndjson").code
    return sagsspor


@pytest.fixture
def sealed(story):
    assert 0 == story("seal --init-key --name sagsspor/test").code
    return story


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Make one dossier of the story for all: drawing takes seconds."""
    made = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        patch.setenv("SAGSSPOR_STORE", "sqlite:///sager.db")
        Path("events.ndjson").write_bytes(b"\n".join(STORY))
        for line in ("ingest events.ndjson", "seal --init-key --key seal.key --name sagsspor/test", MAKE):
            with pytest.raises(SystemExit) as ended:
                run(line.split())
            assert not ended.value.code, line
    return made
