"""The tree and the seals in PostgreSQL."""

from collections.abc import Iterable, Sequence
from typing import Any

from psycopg import Cursor
from psycopg.rows import tuple_row

from infra.postgres import seal_statements as sql
from infra.postgres.store import PostgresStore
from infra.seals.leaves import LeafRow
from infra.seals.store import Seal, TreeChangedError
from infra.seals.tiles import Tile


class PostgresSeals:
    """`infra.seals.store.SealStore` over PostgreSQL."""

    def __init__(self, store: PostgresStore) -> None:
        self._store = store

    def last_position(self) -> int:
        """Give the position of the last event."""
        return self._store.last_position()

    def leaf_rows(self, after: int, until: int, limit: int) -> list[LeafRow]:
        """Give a stretch of the log in its order."""
        return list(map(LeafRow._make, self._ask(sql.LEAF_ROWS, (after, until, limit))))

    def tree_size(self) -> int:
        """Give how many leaves the kept tree says it has."""
        return next((size for (size,) in self._ask(sql.SELECT_TREE_SIZE)), 0)

    def tile(self, level: int, number: int) -> bytes:
        """Give the hashes of a tile, empty when there is none."""
        return self.tiles(level, number, number + 1).get(number, b"")

    def tiles(self, level: int, first: int, end: int) -> dict[int, bytes]:
        """Give the tiles of a level."""
        return dict(self._ask(sql.SELECT_TILES, (level, first, end)))

    def seals(self) -> list[Seal]:
        """Give every seal by number."""
        return [Seal(*row) for row in self._ask(sql.SELECT_SEALS)]

    def last_seal(self) -> Seal | None:
        """Give the newest seal."""
        return next((Seal(*row) for row in self._ask(sql.SELECT_LAST_SEAL)), None)

    def keep(self, tiles: Iterable[Tile], seal: Seal | None = None) -> None:
        """Keep tiles, and a seal, in one transaction."""
        with self._store.transaction() as cursor:
            for tile in tiles:
                _do_or_refuse(cursor, sql.KEEP_TILE, tile._asdict())
            if seal:
                _do_or_refuse(cursor, sql.INSERT_SEAL, seal)

    def damage(self) -> list[str]:
        """Say nothing: an index is checked by `pg_amcheck`, which asks for rights that the application has not."""
        return []

    def _ask(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        with self._store.datastore.get_connection() as connection:
            return connection.cursor(row_factory=tuple_row, binary=True).execute(statement, parameters).fetchall()


def _do_or_refuse(cursor: Cursor[Any], statement: str, parameters: Any) -> None:
    cursor.execute(statement, parameters)
    if cursor.rowcount != 1:
        raise TreeChangedError
