"""The documents tell the truth: their commands run, their links and the paths they name exist."""

import re
import shutil
from pathlib import Path

import pytest
from commanding import Sagsspor

ROOT = Path(__file__).resolve().parents[2]
HOW_TOS = sorted((ROOT / "docs/howto").glob("*.md"))
DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"sagsspor (?P<line>[^>#]+)(?:> (?P<file>\S+))?(?:\s*# exit code (?P<code>\d))?")


@pytest.mark.parametrize("page", HOW_TOS, ids=lambda page: page.stem)
def test_the_commands_of_a_how_to_run(page: Path, sagsspor: Sagsspor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A block with a file's name is that file; a block of sh is run line by line."""
    monkeypatch.chdir(tmp_path)
    for events in (ROOT / "docs/howto").glob("*.ndjson"):
        shutil.copy(events, tmp_path)
    for language, name, content in BLOCK.findall(page.read_text()):
        if name:
            (tmp_path / name).write_text(content)
        for line in content.splitlines() if language == "sh" else ():
            command = COMMAND.fullmatch(line)
            assert command, f"This test cannot run: {line}"
            outcome = sagsspor(command["line"])
            assert int(command["code"] or 0) == outcome.code, f"{line}\n{outcome.err}"
            if command["file"]:
                (tmp_path / command["file"]).write_bytes(outcome.out)


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_says_where_it_is_built(page: Path):
    head = re.match(r"---\nstatus: (accepted|superseded|proposed)\nimplementation: \[(.*)\]\n---\n\n# ", page.read_text())

    assert head, "A decision opens with its status and the paths of its implementation."
    assert [] == [path for path in head[2].split(", ") if not (ROOT / path).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path):
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", page.read_text()) if "://" not in link]

    assert [] == [link for link in links if link and not (page.parent / link).exists()]


def test_the_demo_in_the_readme_is_what_the_demo_prints(sagsspor: Sagsspor, tmp_path: Path):
    """When this fails, the output has changed: paste it anew from `sagsspor demo`, down to "Gå selv videre"."""
    [shown] = [content for language, _, content in BLOCK.findall((ROOT / "README.md").read_text()) if language == "text"]

    printed = sagsspor(f"demo --folder {tmp_path}").out.decode().partition("\nGå selv videre")[0]

    assert shown.strip() == "\n".join(line.rstrip() for line in printed.strip().splitlines())
