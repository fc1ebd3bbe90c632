from pathlib import Path

import pytest

from tests.dossier.story import STORY
from tests.sealing_commands import sagsspor

__all__ = ["sagsspor", "sealed", "story"]


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
