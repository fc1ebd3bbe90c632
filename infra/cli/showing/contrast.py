"""How late an imagined fact could have come, at a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import RenderableType

from domain.contrast import Contrast
from domain.history import KnownBy
from infra.cli.showing.tables import heading, lines
from infra.contrast_words import sentences


def contrast(found: Iterable[Contrast], known_by: KnownBy) -> Iterator[RenderableType]:
    """Show, for each imagined change, what follows from the fact and how late it could have been."""
    yield heading("Hvor sent kunne det være kommet?")
    for one in found:
        yield lines(sentences(one, known_by))
