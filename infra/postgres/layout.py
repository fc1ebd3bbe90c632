"""Whether a database is one that this version can work on, and who logs in somebody who may."""

from typing import Any

import psycopg
from psycopg import Connection

from infra.postgres import statements
from infra.postgres.migrating import migrations
from infra.store_errors import NewerStoreError, StoreRightsError, UnavailableStoreError, UnmigratedStoreError


def check_layout(conninfo: str) -> None:
    """Refuse a database that lacks what this version needs, and one that has left it behind.

    It needs every `pre` migration; a `post` one comes later. Those of a newer version that are safe beside this one are no hindrance.
    """
    try:
        with psycopg.connect(conninfo, autocommit=True) as connection:
            _check_rights(connection)
            done = {number: stage for number, stage, _, _ in connection.execute(statements.SELECT_LAYOUT)}
    except psycopg.OperationalError as error:
        raise UnavailableStoreError(str(error)) from error
    known = migrations()
    if any(stage == "post" and number > len(known) for number, stage in done.items()):
        raise NewerStoreError
    if any(one.stage == "pre" and one.number not in done for one in known):
        raise UnmigratedStoreError


def _check_rights(connection: Connection[tuple[Any, ...]]) -> None:
    has_layout = connection.execute(statements.HAS_LAYOUT).fetchone()
    member = connection.execute(statements.IS_MEMBER, (statements.ROLE,)).fetchone()
    if has_layout != (True,) or member is None:
        raise UnmigratedStoreError
    if member != (True,):
        raise StoreRightsError
    connection.execute(f"SET ROLE {statements.ROLE}")
