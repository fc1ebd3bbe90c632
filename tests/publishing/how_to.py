"""docs/howto/publish.md as it is run: its files in a folder, its commands in a shell."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs/howto/publish.md"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NEEDED = {"kcat": "kcat", "curl": "curl"}
"""The Debian package of each program that the page's commands name."""


class HowTo:
    """The page with the addresses and topics of a test in the place of the page's own."""

    def __init__(self, folder: Path, replaced: dict[str, str]) -> None:
        self._folder = folder
        text = PAGE.read_text()
        for own, new in replaced.items():
            assert own in text, f"The page no longer says {own}."
            text = text.replace(own, new)
        blocks = _BLOCK.findall(text)
        self._commands = [content.strip() for language, _, content in blocks if language == "bash"]
        self.files = {name: content for _, name, content in blocks if name}
        for name, content in self.files.items():
            (folder / name).write_text(content)

    def command(self, *parts: str) -> str:
        """Give the one command that holds all of these."""
        [found] = [command for command in self._commands if all(part in command for part in parts)]
        return found

    def run(self, command: str) -> bytes:
        """Run a command of the page. Give what it printed."""
        program = command.partition(" ")[0]
        assert shutil.which(program), f"{program} is missing. ./dev test installs it; by hand: apt-get install {_NEEDED[program]}"
        return self._done(["bash", "-c", command])

    def run_python(self, name: str, *arguments: str) -> bytes:
        """Run a program of the page."""
        return self._done([sys.executable, name, *arguments])

    def _done(self, command: list[str]) -> bytes:
        done = subprocess.run(command, cwd=self._folder, capture_output=True, timeout=60, check=False)
        assert (0, b"") == (done.returncode, done.stderr), done
        return done.stdout
