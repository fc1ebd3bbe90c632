"""The views of an embedded store: one part, looked after by polling."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from threading import Event as Flag
from typing import NamedTuple

from domain.facts import Fact
from domain.policy import DEFAULT_POLICY, Policy
from infra.projecting import UNWATCHED, News, Part, Parts, Projector, Swap, Watch
from infra.rebuilding import Beside, Opening
from infra.shares import Share
from infra.sqlite.store import SQLiteStore
from infra.sqlite.views import SqliteLog, SqliteViews
from projections.case_rows import CaseRows


class SqliteProjector(Projector):
    """The views of one store."""

    def __init__(self, store: SQLiteStore, policy: Policy = DEFAULT_POLICY, watch: Watch = UNWATCHED) -> None:
        super().__init__(SqliteProjected(store), policy, watch)


class SqliteProjected:
    """An embedded store as the projector works on it."""

    def __init__(self, store: SQLiteStore) -> None:
        self._store = store
        self._log = SqliteLog(store)
        self.views = SqliteViews(store)

    @property
    def opening(self) -> Opening | None:
        """What opens the store in another process; a store in memory cannot be."""
        return None if self._store.path is None else partial(_opened, self._store.path)

    def last_position(self) -> int:
        """Give the position of the last event."""
        return self._store.last_position()

    def system_until(self, until: int) -> list[Fact]:
        """Give the facts of the system."""
        return self._log.system_until(until)

    def parts(self) -> AbstractContextManager[Parts]:
        """Give the one part there is."""
        return nullcontext(_OnePart(self._log, self.views, self._store))

    def news(self) -> AbstractContextManager[News]:
        """Wait for the time to pass: a file does not tell when it grows."""
        return nullcontext(_Poll())

    def rebuilding(self) -> AbstractContextManager[Swap]:
        """Make empty tables beside the live ones."""
        self.views.begin_beside()
        return nullcontext(self.views)

    def read_share(self, share: Share, until: int) -> Iterator[tuple[str, list[Fact]]]:
        """Give the cases of a share with their own facts."""
        return self._store.read_by_case(until, *share)

    def write_beside(self, rows: Sequence[tuple[str, CaseRows]]) -> None:
        """Write rows of cases beside the live tables."""
        self.views.write_beside(rows)


class _OnePart(NamedTuple):
    log: SqliteLog
    views: SqliteViews
    store: SQLiteStore

    def behind(self) -> Sequence[int]:
        return [0] if self.views.position() < self.store.last_position() else []

    def taken(self, _part: int) -> AbstractContextManager[Part | None]:
        return nullcontext(Part(self.log, self.views))  # whoever moves its place first has won


class _Poll:
    def wait(self, stop: Flag, seconds: float) -> None:
        stop.wait(seconds)


@contextmanager
def _opened(path: Path) -> Iterator[Beside]:
    with SQLiteStore(path) as store:
        yield SqliteProjected(store)
