"""The steps by which a database comes to the layout of this version, in order, each once, each whole or not at all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import takewhile
from typing import Any, Literal, NamedTuple, cast

import psycopg
from psycopg import Connection
from psycopg.errors import InsufficientPrivilege

from infra.postgres import statements
from infra.postgres.addresses import conninfo_of
from infra.store_errors import ChangedMigrationError, NewerStoreError, OwnerRightsError, UnavailableStoreError

Stage = Literal["pre", "post"]
_FILE = re.compile(r"([0-9]{4})_(pre|post)_([a-z0-9_]+)\.sql")


class Migration(NamedTuple):
    """One step. `pre` is safe while the code before it still runs; `post` once the last old process has stopped."""

    number: int
    stage: Stage
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """What the file was when it was run."""
        return sha256(self.sql.encode()).hexdigest()


def migrations(folder: Traversable | None = None) -> list[Migration]:
    """Read this version's migrations, in order."""
    folder = folder or files("infra.postgres") / "migrations"
    found = [_read(file) for file in folder.iterdir() if file.name.endswith(".sql")]
    found.sort()
    if [one.number for one in found] != list(range(1, len(found) + 1)):
        raise ValueError("migrations are numbered 1, 2, 3 and so on, each number once")
    return found


def migrate(url: str, *, only_pre: bool = False, known: Sequence[Migration] | None = None) -> list[Migration]:
    """Run what is waiting; give what was run. `only_pre` stops before the first that has to wait for the old processes."""
    known = migrations() if known is None else known
    with _connected(url) as connection:
        connection.execute(statements.LOCK_MIGRATIONS)
        connection.execute(statements.CREATE_LAYOUT)
        waiting = _waiting(known, _done(connection))
        chosen = list(takewhile(lambda one: one.stage == "pre", waiting)) if only_pre else waiting
        for migration in chosen:
            with connection.transaction():
                connection.execute(cast("Any", migration.sql))  # psycopg's type asks for literal text
                connection.execute(statements.INSERT_MIGRATION, (*migration[:3], migration.checksum))
    return chosen


def listed(url: str, known: Sequence[Migration] | None = None) -> list[tuple[Migration, bool]]:
    """Give every migration of this version, and whether it has been run."""
    known = migrations() if known is None else known
    with _connected(url) as connection:
        done = _done(connection)
    _waiting(known, done)
    return [(one, one.number in done) for one in known]


def _waiting(known: Sequence[Migration], done: Mapping[int, str]) -> list[Migration]:
    """Give those not run, and refuse a database that was migrated by other files."""
    if done.keys() - {one.number for one in known}:
        raise NewerStoreError
    for migration in known:
        if done.get(migration.number, migration.checksum) != migration.checksum:
            raise ChangedMigrationError(migration.number)
    return [one for one in known if one.number not in done]


def _done(connection: Connection[Any]) -> dict[int, str]:
    row = connection.execute(statements.HAS_LAYOUT).fetchone()
    if not row or not row[0]:
        return {}
    return {number: checksum for number, _, _, checksum in connection.execute(statements.SELECT_LAYOUT)}


@contextmanager
def _connected(url: str) -> Iterator[Connection[tuple[Any, ...]]]:
    try:
        with psycopg.connect(conninfo_of(url), autocommit=True) as connection:
            yield connection
    except psycopg.OperationalError as error:
        raise UnavailableStoreError(str(error)) from error
    except InsufficientPrivilege as error:
        raise OwnerRightsError from error


def _read(file: Traversable) -> Migration:
    parts = _FILE.fullmatch(file.name)
    if parts is None:
        raise ValueError(f"{file.name}: a migration's file is called NNNN_pre_NAME.sql or NNNN_post_NAME.sql")
    return Migration(int(parts[1]), cast("Stage", parts[2]), parts[3], file.read_text("utf-8"))
