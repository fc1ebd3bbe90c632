"""The composition root: from a store's URL to the parts that work on it. Nothing is built when this is imported."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from os import cpu_count
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from consumers.checking import Checking, CheckingBeside
from consumers.intake import Intake
from domain.policy import Policy
from infra import clock
from infra.access_log.log import AccessLog
from infra.assignments import Assignments
from infra.projecting import UNWATCHED, Watch
from infra.seals.store import SealStore
from infra.sqlite.access_log import SqliteAccessLog, beside
from infra.sqlite.assignments import SqliteAssignments
from infra.sqlite.projector import SqliteProjector
from infra.sqlite.seals import SqliteSeals
from infra.sqlite.store import SQLiteStore
from infra.sqlite.traces import SqliteTraces
from infra.store_errors import StoreUrlError
from infra.stores import Projector, Store, Traces

SQLITE = "sqlite:///"
POSTGRES = ("postgresql://", "postgres://")


def default_store_url() -> str:
    """Give the store used when none is named: a file in the user's data folder."""
    return SQLITE + str(user_data_path("sagsspor", appauthor=False) / "sagsspor.db")


def default_key_path() -> Path:
    """Give the file of the key that seals when none is named: away from the store, in the user's settings."""
    return user_config_path("sagsspor", appauthor=False) / "seal.key"


def sqlite_url(path: Path) -> str:
    """Name the store in a file."""
    return SQLITE + str(path)


@contextmanager
def opened_store(url: str, *, create: bool) -> Iterator[Store]:
    """Open a store for as long as the block runs.

    Args:
        url: `sqlite:///PATH`, or `postgresql://USER@HOST/DATABASE` once `sagsspor migrate` has been run there.
        create: make the file when it is not there. Who only reads has nothing to make.

    Raises:
        StoreUrlError: the URL names no store that can be opened.

    """
    with _postgres(url) if url.startswith(POSTGRES) else _sqlite(url, create=create) as store:
        yield store


def intake_for(store: Store) -> Intake:
    """Build the one way in. With a second processor, long streams are checked there."""
    return Intake(store, clock.now, CheckingBeside(helpers=1) if (cpu_count() or 1) > 1 else Checking())


def projector_for(store: Store, policy: Policy, watch: Watch = UNWATCHED) -> Projector:
    """Build what keeps the views."""
    if isinstance(store, SQLiteStore):
        return SqliteProjector(store, policy, watch)
    from infra.postgres.projector import PostgresProjector  # noqa: PLC0415 - who works on a file starts without it
    from infra.postgres.store import PostgresStore  # noqa: PLC0415 - the same

    if isinstance(store, PostgresStore):
        return PostgresProjector(store, policy, watch)
    raise TypeError("this store has no views")


def seals_for(store: Store) -> SealStore:
    """Build what keeps the tree and the seals of a store."""
    if isinstance(store, SQLiteStore):
        return SqliteSeals(store)
    from infra.postgres.seals import PostgresSeals  # noqa: PLC0415 - who works on a file starts without it
    from infra.postgres.store import PostgresStore  # noqa: PLC0415 - the same

    if isinstance(store, PostgresStore):
        return PostgresSeals(store)
    raise TypeError("this store has no seals")


def traces_for(store: Store) -> Traces:
    """Make room in a store for notes on which trace brought what."""
    if isinstance(store, SQLiteStore):
        return SqliteTraces(store)
    from infra.postgres.store import PostgresStore  # noqa: PLC0415 - who works on a file starts without it
    from infra.postgres.traces import PostgresTraces  # noqa: PLC0415 - the same

    if isinstance(store, PostgresStore):
        return PostgresTraces(store)
    raise TypeError("this store keeps no traces")


def layout_check_for(store: Store) -> Callable[[], None]:
    """Give what raises a `StoreVersionError` when the store is not of this version. That of a file is settled when it is opened."""
    if isinstance(store, SQLiteStore):
        return lambda: None
    from infra.postgres.addresses import conninfo_of  # noqa: PLC0415 - who works on a file starts without it
    from infra.postgres.layout import check_layout  # noqa: PLC0415 - the same
    from infra.postgres.store import PostgresStore  # noqa: PLC0415 - the same

    if isinstance(store, PostgresStore):
        return partial(check_layout, conninfo_of(store.url))
    raise TypeError("this store has no layout")


@contextmanager
def access_log_for(store: Store) -> Iterator[AccessLog]:
    """Open the log of who read what of a store, for as long as the block runs and within that of the store."""
    if isinstance(store, SQLiteStore):
        with SqliteAccessLog(beside(store.path) if store.path else None) as log:
            yield log
        return
    from infra.postgres.access_log import PostgresAccessLog  # noqa: PLC0415 - who works on a file starts without it
    from infra.postgres.store import PostgresStore  # noqa: PLC0415 - the same

    if not isinstance(store, PostgresStore):
        raise TypeError("this store has no log of reads")
    yield PostgresAccessLog(store)


def assignments_for(store: Store) -> Assignments:
    """Build what keeps the cases' complaint handlers."""
    if isinstance(store, SQLiteStore):
        return SqliteAssignments(store)
    from infra.postgres.assignments import PostgresAssignments  # noqa: PLC0415 - who works on a file starts without it
    from infra.postgres.store import PostgresStore  # noqa: PLC0415 - the same

    if isinstance(store, PostgresStore):
        return PostgresAssignments(store)
    raise TypeError("this store has no assignments")


def _postgres(url: str) -> AbstractContextManager[Store]:
    from infra.postgres.store import PostgresStore  # noqa: PLC0415 - who works on a file starts without it

    return PostgresStore(url)


def _sqlite(url: str, *, create: bool) -> AbstractContextManager[Store]:
    if not url.startswith(SQLITE) or len(url) == len(SQLITE):
        raise StoreUrlError("Lagerets adresse skal skrives sqlite:///STI eller postgresql://BRUGER@VÆRT/DATABASE.")
    path = Path(url.removeprefix(SQLITE)).expanduser()
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.is_file():
        raise StoreUrlError(f"Der er intet lager i {path}. Tag hændelser ind med sagsspor ingest, eller prøv sagsspor demo.")
    return SQLiteStore(path)
