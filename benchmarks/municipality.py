"""Simulated events and stores that hold them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from infra.simulation import simulate
from infra.sqlite.store import SQLiteStore
from infra.wiring import intake_for


@cache
def lines(citizens: int) -> Sequence[bytes]:
    """Give the events of a municipality."""
    return tuple(simulate(citizens))


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder on disk that is gone afterwards."""
    with TemporaryDirectory(prefix="sagsspor-bench-") as name:
        yield Path(name)


@contextmanager
def filled_store(citizens: int) -> Iterator[SQLiteStore]:
    """Give a store in a file with a municipality's events."""
    with folder() as place, SQLiteStore(place / "store.db") as store:
        intake_for(store).run(lines(citizens))
        yield store
