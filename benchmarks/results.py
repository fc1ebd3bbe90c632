"""The results of the last run of each benchmark, in one JSON file."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from benchmarks import machine
from benchmarks.figures import Figure, Target
from benchmarks.sizes import Sizes

LATEST = Path(__file__).parent / "results" / "latest.json"


def read(path: Path = LATEST) -> dict[str, Any]:
    """Give what each benchmark found last, by its name."""
    return orjson.loads(path.read_bytes()) if path.exists() else {}


def keep(name: str, found: Iterable[Figure], sizes: Sizes, taken: float | None, path: Path = LATEST) -> None:
    """Replace the result of a benchmark; the others keep theirs, with their own machine and day.

    `taken` is how many cores other programs took meanwhile.
    """
    result = {
        "day": datetime.now(UTC).date().isoformat(),
        "machine": machine.kind(),
        "taken": taken,
        "sizes": sizes._asdict(),
        "figures": list(map(_plain, found)),
    }
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(orjson.dumps(read(path) | {name: result}, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n")


def figures(result: Mapping[str, Any]) -> list[Figure]:
    """Give the figures of a stored result."""
    return [Figure(**{**one, "targets": tuple(Target(**target) for target in one["targets"])}) for one in result["figures"]]


def _plain(figure: Figure) -> dict[str, Any]:
    return {**figure._asdict(), "targets": [target._asdict() for target in figure.targets]}
