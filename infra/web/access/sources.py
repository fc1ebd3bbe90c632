"""In whose name a fagsystem may publish."""

from collections.abc import Iterable, Sequence

import orjson


def all_within(lines: Iterable[bytes], sources: Sequence[str]) -> bool:
    """Say whether every event comes from one of the sources, or from below one. What cannot be read is for the intake to refuse."""
    return all(_within(source, sources) for source in map(_source, lines) if source is not None)


def _within(source: str, sources: Sequence[str]) -> bool:
    return any(source == one or source.startswith(one if one.endswith((":", "/")) else f"{one}:") for one in sources)


def _source(line: bytes) -> str | None:
    try:
        event = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    source = event.get("source") if isinstance(event, dict) else None
    return source if isinstance(source, str) else None
