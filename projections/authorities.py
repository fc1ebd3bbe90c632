"""The municipalities that a case belongs to: those in whose names its own events were sent."""

from collections.abc import Iterable

from domain.facts import Fact
from projections.intervals import Row
from projections.table import Table

TABLE = Table("authorities", ("municipality",))


def rows(municipalities: Iterable[str]) -> list[Row]:
    """Give a row for each."""
    return [(code,) for code in municipalities]


def municipalities_of(own: Iterable[Fact]) -> list[str]:
    """List the codes in order. A source stands in most of a case's events, and is read once."""
    found = (municipality_of(source) for source in {fact.source for fact in own})
    return sorted({code for code in found if code is not None})


def municipality_of(source: str) -> str | None:
    """Give the code of the municipality in whose name an event was sent: the last part of `urn:fagsystem:SYSTEM:CODE`."""
    code = source.rpartition(":")[2]
    return code.zfill(4) if code.isascii() and code.isdecimal() else None
