import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from commanding import Outcome, Sagsspor
from story import MISSED_DEADLINE

from infra.cli.app import run


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    return f"sqlite:///{tmp_path}/sager.db"


@pytest.fixture
def sagsspor(url: str, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Sagsspor:
    """Run a command line in this process against a store of the test's own."""
    monkeypatch.setenv("SAGSSPOR_STORE", url)

    def command(line: str) -> Outcome:
        code = 0
        try:
            run(shlex.split(line))
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsysbinary.readouterr()
        return Outcome(code, out, err.decode())

    return command


@pytest.fixture
def a_case(sagsspor: Sagsspor, tmp_path: Path) -> Sagsspor:
    """Give the command with the story's case in the store."""
    file = tmp_path / "events.ndjson"
    file.write_bytes(b"\n".join(MISSED_DEADLINE))
    assert sagsspor(f"ingest {file}").code == 0
    return sagsspor
