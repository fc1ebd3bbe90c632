"""veraPDF, the checker of PDF/A and PDF/UA. Needs Java; the jar comes once with Maven: `python -m tests.services.verapdf`."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from tests.services.maven import MavenError, fetch

POM = Path(__file__).resolve().parent / "verapdf/pom.xml"
LIBS = Path(__file__).resolve().parents[2] / ".tools/verapdf/libs"
INSTALL = "./dev test installs it; by hand: apt-get install openjdk-17-jre-headless maven"


class VeraPdfError(RuntimeError):
    """The checker cannot be run. The message says why and what to do."""


def failures(file: Path) -> dict[str, list[str]]:
    """Check a file by all that it says it is: the rules that fail, by the profile's name."""
    java = shutil.which("java")
    if java is None:
        raise VeraPdfError(f"veraPDF needs Java, and there is no java. {INSTALL}")
    command = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", f"{fetched()}/*", "org.verapdf.apps.GreenfieldCliWrapper"]
    done = subprocess.run(
        [*command, "--format", "json", "--maxfailuresdisplayed", "1", str(file)], capture_output=True, text=True, check=False
    )
    try:
        results = orjson.loads(done.stdout)["report"]["jobs"][0]["validationResult"]
    except (ValueError, KeyError, IndexError):
        raise VeraPdfError(f"veraPDF could not check the file:\n{done.stdout}{done.stderr}") from None
    return {one["profileName"]: list(_failed(one)) for one in results}


def fetched() -> Path:
    """Give the folder with the jar, which holds all it needs; fetch it the first time."""
    if any(LIBS.glob("greenfield-apps-*.jar")):
        return LIBS
    try:
        return fetch(POM, LIBS, "-DexcludeTransitive=true")
    except MavenError as error:
        raise VeraPdfError(f"veraPDF: {error} {INSTALL}") from None


def _failed(result: Any) -> Iterator[str]:
    for rule in result["details"]["ruleSummaries"]:
        yield f"{rule['clause']}-{rule['testNumber']}: {rule['description']}"
    if not result["compliant"] and not result["details"]["ruleSummaries"]:
        yield result["statement"]


if __name__ == "__main__":
    try:
        fetched()
    except VeraPdfError as error:
        raise SystemExit(str(error)) from None
