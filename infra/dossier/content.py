"""What a dossier says, as plain data: chapters of paragraphs and tables, the fourteen points that an appeal asks for and the rules."""

from collections.abc import Sequence
from typing import NamedTuple


class Paragraph(NamedTuple):
    """Some sentences."""

    words: str


class Heading(NamedTuple):
    """A heading within a chapter."""

    words: str


class Table(NamedTuple):
    """Rows under headings; the first cell of a row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Heading | Table


class Chapter(NamedTuple):
    """One point of the dossier."""

    key: str
    title: str
    blocks: tuple[Block, ...]


class Content(NamedTuple):
    """A whole dossier in words."""

    title: str
    summary: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def table_or(caption: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]], instead: str) -> Block:
    """Give a table, or say that there is nothing."""
    return Table(caption, head, tuple(rows)) if rows else Paragraph(instead)
