"""What an answer rests on, at its end: with the same, it comes out the same again."""

from collections.abc import Iterator

from rich.console import RenderableType

from infra.cli.showing.tables import line
from infra.log_state import LogState


def basis(rule_set: str, log: LogState) -> Iterator[RenderableType]:
    """Name the rule set of the day and the log as it was read."""
    yield line("")
    yield line(f"Regelsæt {rule_set}. {log.words}.", "dim")
