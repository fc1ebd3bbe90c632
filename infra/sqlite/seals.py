"""The tree and the seals in the store's own file."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from eventsourcing.persistence import OperationalError

from infra.seals.leaves import LeafRow
from infra.seals.store import Seal, TreeChangedError
from infra.seals.tiles import Tile
from infra.sqlite import seal_statements as sql
from infra.sqlite.store import SQLiteStore

_as_text = partial(str, encoding="utf-8", errors="surrogateescape")
"""Reads a text that somebody has put odd bytes into, so that it can be said where it stands."""


class SqliteSeals:
    """`infra.seals.store.SealStore` over the embedded store."""

    def __init__(self, store: SQLiteStore) -> None:
        self._store = store
        self._made = False

    def last_position(self) -> int:
        """Give the position of the last event."""
        return self._store.last_position()

    def leaf_rows(self, after: int, until: int, limit: int) -> list[LeafRow]:
        """Give a stretch of the log in its order."""
        return list(map(LeafRow._make, self._fetch(sql.LEAF_ROWS, (after, until, limit))))

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
            self._make_tables(cursor.sqlite_cursor)
            for tile in tiles:
                _do_or_refuse(cursor.sqlite_cursor, sql.KEEP_TILE, tile._asdict())
            if seal:
                _do_or_refuse(cursor.sqlite_cursor, sql.INSERT_SEAL, seal)
        self._made = True

    def damage(self) -> list[str]:
        """Say, in the database's own words, where an index or a page does not agree with the log."""
        return [line for check in sql.CHECKS for (line,) in self._fetch(check) if line != "ok"]

    def _ask(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        [(tables,)] = self._fetch(sql.TABLES)
        return self._fetch(statement, parameters) if tables == 2 else []

    def _fetch(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        try:
            return self._read(statement, parameters, str)
        except OperationalError:  # perhaps a text that is none
            return self._read(statement, parameters, _as_text)

    def _read(self, statement: str, parameters: Sequence[object], text_factory: Callable[[bytes], str]) -> list[Any]:
        with self._store.datastore.transaction(commit=False) as cursor:
            plain = cursor.sqlite_cursor
            plain.row_factory, plain.connection.text_factory = None, text_factory
            try:
                return plain.execute(statement, parameters).fetchall()
            finally:
                plain.connection.text_factory = str

    def _make_tables(self, cursor: sqlite3.Cursor) -> None:
        if not self._made:
            cursor.execute(sql.CREATE_TILES)
            cursor.execute(sql.CREATE_SEALS)


def _do_or_refuse(cursor: sqlite3.Cursor, statement: str, parameters: Any) -> None:
    cursor.execute(statement, parameters)
    if cursor.rowcount != 1:
        raise TreeChangedError
