"""A projection's table: its name and its columns after the case."""

from typing import NamedTuple


class Table(NamedTuple):
    """One table of one projection."""

    name: str
    columns: tuple[str, ...]
