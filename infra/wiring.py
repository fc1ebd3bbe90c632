"""The composition root: from a store's URL to the parts that work on it. Nothing is built when this is imported."""

from collections.abc import Iterator
from contextlib import contextmanager
from os import cpu_count
from pathlib import Path

from platformdirs import user_data_path

from consumers.checking import Checking, CheckingBeside
from consumers.intake import Intake
from domain.policy import Policy
from infra import clock
from infra.sqlite.projector import SqliteProjector
from infra.sqlite.store import SQLiteStore
from infra.stores import Projector, Store

SQLITE = "sqlite:///"


class StoreUrlError(ValueError):
    """A store that cannot be opened. The message says why, in Danish, and what to do."""


def default_store_url() -> str:
    """Give the store used when none is named: a file in the user's data folder."""
    return SQLITE + str(user_data_path("sagsspor", appauthor=False) / "sagsspor.db")


def sqlite_url(path: Path) -> str:
    """Name the store in a file."""
    return SQLITE + str(path)


@contextmanager
def opened_store(url: str, *, create: bool) -> Iterator[Store]:
    """Open a store for as long as the block runs.

    Args:
        url: `sqlite:///PATH`.
        create: make the file when it is not there. Who only reads has nothing to make.

    Raises:
        StoreUrlError: the URL names no store that can be opened.

    """
    path = _path(url)
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.is_file():
        raise StoreUrlError(f"Der er intet lager i {path}. Tag hændelser ind med sagsspor ingest, eller prøv sagsspor demo.")
    with SQLiteStore(path) as store:
        yield store


def intake_for(store: Store) -> Intake:
    """Build the one way in. With a second processor, long streams are checked there."""
    return Intake(store, clock.now, CheckingBeside(helpers=1) if (cpu_count() or 1) > 1 else Checking())


def projector_for(store: Store, policy: Policy) -> Projector:
    """Build what keeps the views."""
    if not isinstance(store, SQLiteStore):
        raise TypeError("this store has no views yet")
    return SqliteProjector(store, policy)


def _path(url: str) -> Path:
    if url.startswith(("postgresql://", "postgres://")):
        raise StoreUrlError("PostgreSQL er endnu ikke bygget ind. Brug indtil da et lager i en fil: sqlite:///STI.")
    if not url.startswith(SQLITE) or len(url) == len(SQLITE):
        raise StoreUrlError("Lagerets adresse skal skrives sqlite:///STI, for eksempel sqlite:///sager.db.")
    return Path(url.removeprefix(SQLITE)).expanduser()
