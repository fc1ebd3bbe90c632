"""The generated pages of docs/: `python -m infra.docs write` writes them, `check` fails when one is not fresh."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from infra import policy_page, rules_page
from infra.contracts import asyncapi

DOCS = Path(__file__).resolve().parent.parent / "docs"

PAGES: dict[str, Callable[[], str]] = {
    "regler.md": rules_page.render,
    "policy.md": policy_page.render,
    "asyncapi.yaml": asyncapi.render,
}
"""How each generated page is made, by its file name."""


def write(folder: Path, pages: Mapping[str, Callable[[], str]] = PAGES) -> None:
    """Write every page."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, render in pages.items():
        (folder / name).write_text(render(), encoding="utf-8", newline="\n")


def stale(folder: Path, pages: Mapping[str, Callable[[], str]] = PAGES) -> list[str]:
    """Name the pages that are missing or differ from what would be written."""
    return [name for name, render in pages.items() if _read(folder / name) != render()]


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else None


def main(arguments: Sequence[str] | None = None, folder: Path = DOCS) -> int:
    """Run the command. Return 1 when `check` finds a page that is not fresh."""
    parser = argparse.ArgumentParser(prog="python -m infra.docs", description="The generated pages of docs/.")
    parser.add_argument("verb", choices=["write", "check"])
    if parser.parse_args(arguments).verb == "write":
        write(folder)
        return 0
    old = stale(folder)
    for name in old:
        sys.stderr.write(f"docs/{name} is not fresh: its source has changed since it was written. Run: ./dev docs\n")
    return 1 if old else 0


if __name__ == "__main__":
    raise SystemExit(main())
