"""The one look of tables and headings."""

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from infra.cli.console import shown


def heading(words: str) -> Text:
    """Set a heading with air above it."""
    return Text(f"\n{words}", style="bold")


def line(words: str, style: str = "", by: int = 2) -> Padding:
    """Set a line under a heading."""
    return inset(Text(shown(words), style=style), by)


def lines(words: Iterable[str], style: str = "", by: int = 2) -> Group:
    """Set lines under a heading."""
    return Group(*(line(one, style, by) for one in words))


def table(columns: Sequence[str | Column], rows: Iterable[Sequence[str | Text]]) -> RenderableType:
    """Set a table."""
    made = Table(*columns, box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    for row in rows:
        made.add_row(*(Text(shown(cell)) if isinstance(cell, str) else cell for cell in row))
    return inset(made)


def inset(renderable: RenderableType, by: int = 2) -> Padding:
    """Move something in under what it belongs to."""
    return Padding(renderable, (0, 0, 0, by), expand=False)
