"""The official AsyncAPI parser, as `./dev test` installs it from tests/tools/asyncapi."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tests/tools/asyncapi"
INSTALLED = ROOT / ".tools/asyncapi"
LOCK = "package-lock.json"


def faults_in(document: Path) -> list[str]:
    """Give what the parser has to say against a document, a fault a line."""
    assert shutil.which("node"), "Node is missing. ./dev test installs it; by hand: apt-get install nodejs npm"
    assert (INSTALLED / LOCK).is_file(), "The AsyncAPI parser is not in .tools/asyncapi. ./dev test installs it"
    assert (INSTALLED / LOCK).read_bytes() == (TOOL / LOCK).read_bytes(), "An older AsyncAPI parser is installed. ./dev test installs it"
    asked = subprocess.run(["node", TOOL / "check.mjs", document, INSTALLED], capture_output=True, text=True, check=False)  # noqa: S607 - whichever node there is
    faults = asked.stderr.splitlines()
    assert bool(faults) == bool(asked.returncode), asked
    return faults
