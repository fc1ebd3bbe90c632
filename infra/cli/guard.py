"""The start-up guard: our package names are common words, and another distribution may have taken one of them over."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("domain", "projections", "consumers", "infra")


def places(packages: Sequence[str] = PACKAGES) -> dict[str, Path | None]:
    """Tell in which folder each package lies; None when it is not found or has no `__init__.py`."""
    return {name: _place(name) for name in packages}


def refuse_scattered_packages() -> None:
    """End with exit code 1 when the packages do not lie in one place: then some of them are not ours."""
    found = places()
    if len(set(found.values())) == 1 and None not in found.values():
        return
    lines = "\n".join(f"  {name}: {place or 'findes ikke'}" for name, place in found.items())
    sys.stderr.write(
        "Sagsspors pakker ligger ikke samme sted, så en anden pakke har taget et af navnene:\n"
        f"{lines}\n"
        "Installér Sagsspor i et miljø for sig selv (uv tool install), og start det ikke fra en mappe, "
        "der selv har en mappe med et af navnene.\n"
    )
    raise SystemExit(1)


def _place(name: str) -> Path | None:
    spec = find_spec(name)
    return Path(spec.origin).resolve().parent.parent if spec and spec.origin else None
