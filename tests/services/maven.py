"""Jars that a test needs, laid in one folder by Maven from a pom that names their versions."""

import shutil
import subprocess
import tempfile
from pathlib import Path


class MavenError(RuntimeError):
    """The jars cannot be fetched. The message says why."""


def fetch(pom: Path, folder: Path, *options: str) -> Path:
    """Lay the run-time jars that a pom names in a folder of their own; give the folder."""
    maven = shutil.which("mvn")
    if maven is None:
        raise MavenError(f"The jars are not in {folder}, and Maven (mvn) is missing to fetch them.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Fetched beside and moved in whole: a broken download never looks complete.
    beside = Path(tempfile.mkdtemp(prefix="libs-", dir=folder.parent))
    arguments = ["-q", "-B", "-f", str(pom), "dependency:copy-dependencies", "-DincludeScope=runtime", *options]
    done = subprocess.run([maven, *arguments, f"-DoutputDirectory={beside}"], capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(beside)
        raise MavenError(f"Maven could not fetch the jars:\n{done.stdout}{done.stderr}")
    beside.chmod(0o755)
    shutil.rmtree(folder, ignore_errors=True)
    beside.rename(folder)
    return folder
