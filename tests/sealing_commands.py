"""The command line in this process, in a folder with a store and a key of the test's own."""

import shlex
from pathlib import Path
from typing import Any, NamedTuple

import orjson
import pytest

from infra.cli.app import run


class Outcome(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return orjson.loads(self.out)


@pytest.fixture
def sagsspor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]):
    """Run a command line in this process, in a folder with a store and a key of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAGSSPOR_STORE", "sqlite:///sager.db")
    monkeypatch.setenv("SAGSSPOR_SEAL_KEY", "seal.key")

    def command(line: str) -> Outcome:
        code = 0
        try:
            run(shlex.split(line))
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsysbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    return command
