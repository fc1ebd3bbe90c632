"""What seals need of a store: the log as every column tells it, and a place for the tree and the seals beside it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from domain.times import Instant
from infra.seals.leaves import LeafRow
from infra.seals.tiles import Tile


class Seal(NamedTuple):
    """A signed checkpoint as it is kept."""

    number: int
    made: Instant
    """When, by the clock of the machine that sealed; nobody signed for it."""
    note: str


class TreeChangedError(RuntimeError):
    """The kept tree holds other hashes than those it should grow from, or another process has sealed meanwhile. Nothing is sealed."""

    def __str__(self) -> str:
        """Say what to do."""
        return self.__doc__ or ""


class SealStore(Protocol):
    """A log with its tree and seals. Reading changes nothing, not even where nothing has been sealed yet."""

    def last_position(self) -> int:
        """Give the position of the last event, 0 when there is none."""

    def leaf_rows(self, after: int, until: int, limit: int) -> list[LeafRow]:
        """Give a stretch of the log in its order."""

    def tree_size(self) -> int:
        """Give how many leaves the kept tree says it has."""

    def tile(self, level: int, number: int) -> bytes:
        """Give the hashes of a tile, empty when there is none."""

    def tiles(self, level: int, first: int, end: int) -> dict[int, bytes]:
        """Give the tiles of a level from one number up to, but not including, another."""

    def seals(self) -> Sequence[Seal]:
        """Give every seal by number."""

    def last_seal(self) -> Seal | None:
        """Give the newest seal."""

    def keep(self, tiles: Iterable[Tile], seal: Seal | None = None) -> None:
        """Keep tiles, and a seal, in one transaction. A tile only grows: what it holds stays.

        Raises:
            TreeChangedError: a tile does not begin with what is kept, or the seal's number is taken.

        """

    def damage(self) -> list[str]:
        """Say, in the database's own words, where an index or a page does not agree with the log."""
