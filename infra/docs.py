"""What is written from the code: the generated pages of docs/, and the examples that the rules browser ships.

`python -m infra.docs write` writes them, `check` fails when one is not fresh.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from infra import policy_page, rules_page
from infra.contracts import asyncapi
from infra.scenarios import examples

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"

PAGES: dict[str, Callable[[], str]] = {
    "docs/regler.md": rules_page.render,
    "docs/policy.md": policy_page.render,
    "docs/asyncapi.yaml": asyncapi.render,
    "infra/web/pages/examples.json": examples.render,
}
"""How each generated file is made, by its place in the project."""


def write(folder: Path, pages: Mapping[str, Callable[[], str]] = PAGES) -> None:
    """Write every page."""
    for name, render in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(render(), encoding="utf-8", newline="\n")


def stale(folder: Path, pages: Mapping[str, Callable[[], str]] = PAGES) -> list[str]:
    """Name the pages that are missing or differ from what would be written."""
    return [name for name, render in pages.items() if _read(folder / name) != render()]


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else None


def main(arguments: Sequence[str] | None = None, folder: Path = ROOT) -> int:
    """Run the command. Return 1 when `check` finds a page that is not fresh."""
    parser = argparse.ArgumentParser(prog="python -m infra.docs", description="What is written from the code.")
    parser.add_argument("verb", choices=["write", "check"])
    if parser.parse_args(arguments).verb == "write":
        write(folder)
        return 0
    old = stale(folder)
    for name in old:
        sys.stderr.write(f"{name} is not fresh: its source has changed since it was written. Run: ./dev docs\n")
    return 1 if old else 0


if __name__ == "__main__":
    raise SystemExit(main())
