"""A dossier checked where there is nothing but the package: an environment of its own, no store, no network."""

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).resolve().parents[2]
ALONE = """
import sys

def refuse(event, _):
    if event in {"socket.connect", "socket.getaddrinfo", "sqlite3.connect"}:
        sys.exit(f"it must not: {event}")

sys.addaudithook(refuse)
from infra.cli import main
main()
"""


def uv(*arguments):
    command = shutil.which("uv") or str(ROOT / ".tools/uv/bin/uv")
    subprocess.run([command, *arguments], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """Install the wheel with its dependencies, as locked; give a way to run the program there."""
    place = tmp_path_factory.mktemp("machine")
    python, locked = place / "env/bin/python", place / "locked.txt"
    uv("build", "--wheel", "--quiet", "--out-dir", str(place))
    uv("export", "--frozen", "--no-emit-project", "--no-dev", "--no-hashes", "--quiet", "--output-file", str(locked))
    uv("venv", "--quiet", str(place / "env"))
    uv("pip", "install", "--quiet", "--python", str(python), "--constraint", str(locked), *map(str, place.glob("*.whl")))
    home = place / "home"
    home.mkdir()

    def run(*arguments):
        environment = {"HOME": str(home), "PATH": os.defpath, "LANG": "C.UTF-8"}
        return subprocess.run(
            [python, "-I", "-c", ALONE, *arguments], cwd=home, env=environment, capture_output=True, text=True, check=False
        )

    return run


def test_a_dossier_says_the_same_on_another_machine(machine, folder):
    outcome = machine("dossier", "verify", str(folder / "dossier.pdf"), "--public-key", str(folder / "seal.key.pub"))

    assert (0, "") == (outcome.returncode, outcome.stderr)
    assert "Udledt igen giver hændelserne det samme." in outcome.stdout


@pytest.mark.parametrize("name", ["events.ndjson", "derivation.json", "checkpoint.txt"])
def test_a_flipped_byte_is_found_on_another_machine_and_its_part_named(machine, folder, tmp_path, name):
    data = bytearray((folder / "dossier.pdf").read_bytes())
    with pikepdf.open(BytesIO(data)) as opened:
        raw = opened.attachments[name].obj.EF.F.read_raw_bytes()
    data[data.index(raw) + len(raw) // 2] ^= 1
    (tmp_path / "flipped.pdf").write_bytes(data)
    outcome = machine("dossier", "verify", str(tmp_path / "flipped.pdf"))

    assert (3, True) == (outcome.returncode, name in outcome.stdout)
