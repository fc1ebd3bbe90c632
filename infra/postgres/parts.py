"""The parts of the cases, as one of many processes takes them."""

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic

import psycopg

from domain.events import SYSTEM_CASE
from infra.postgres import view_statements as sql
from infra.postgres.addresses import conninfo_of
from infra.postgres.sessions import Session
from infra.postgres.store import PostgresStore
from infra.postgres.views import PARTS, PLACES, PartLog, PartViews, SystemLog, place_of
from infra.projecting import Part

LOOK = 2_000
"""So many events are looked through for the parts they touch. Further behind, every part is taken to be touched."""

STOPPED = 10
"""Seconds without a byte after which a process in the middle of sending rows counts as stopped."""

_log = logging.getLogger(__name__)


class PostgresParts:
    """The parts as one process takes them, over a connection of its own."""

    def __init__(self, store: PostgresStore, connection: Session) -> None:
        self._store = store
        self._connection = connection
        self._system = SystemLog(store, connection)
        self._least, self._since = -1, monotonic()

    def behind(self) -> Sequence[int]:
        """List the parts for which the log has something, from another one on in each process; move the others on."""
        end = int(self._connection.execute(sql.LAST_POSITION).fetchall()[0][0])
        places = self._places()
        waiting = {part: place for part, place in places.items() if place < end}
        if not waiting:
            return ()
        self._end_stopped(min(waiting.values()))
        touched = self._touched(min(waiting.values()), end)
        self._move_on({part: place for part, place in waiting.items() if part not in touched}, end)
        first = os.getpid() * 7 % len(PARTS)
        return sorted(waiting.keys() & touched, key=lambda part: (part - first) % len(PARTS))

    @contextmanager
    def taken(self, part: int) -> Iterator[Part | None]:
        """Take a part for as long as the block runs; None when somebody else has it."""
        ((free,),) = self._connection.execute(sql.TAKE, (part,)).fetchall()
        if not free:
            yield None
            return
        try:
            yield Part(PartLog(self._store, self._connection, PARTS[part], self._system), PartViews(self._connection, part))
        finally:
            if not self._connection.closed:  # else the server has given it back
                self._connection.execute(sql.GIVE_BACK, (part,))

    def _places(self) -> dict[int, int]:
        found: dict[str, int] = dict(self._connection.execute(sql.PLACES, (PLACES,)).fetchall())
        return {part: found[place_of(part)] for part in PARTS}

    def _touched(self, after: int, end: int) -> set[int]:
        if end - after > LOOK:
            return set(PARTS)
        found = self._connection.execute(sql.TOUCHED_SINCE, {"after": after, "end": end, "system": SYSTEM_CASE}).fetchall()
        if any(of_system for _, of_system in found):
            return set(PARTS)
        return {part for part, share in PARTS.items() if any(begins in share for begins, _ in found)}

    def _move_on(self, still: dict[int, int], end: int) -> None:
        if still:
            names = [place_of(part) for part in still]
            asked = {"parts": list(still), "names": names, "starts": list(still.values()), "end": end}
            self._connection.execute(sql.MOVE_STILL_PARTS, asked)

    def _end_stopped(self, least: int) -> None:
        """When the part furthest behind stays where it is, see whether somebody has stopped with it in hand."""
        if least != self._least:
            self._least, self._since = least, monotonic()
        elif monotonic() - self._since > STOPPED:
            self._since = monotonic()
            # As the user who logged in: the application's role may not.
            with psycopg.connect(conninfo_of(self._store.url), autocommit=True) as connection:
                if connection.execute(sql.END_STOPPED, (list(PARTS), STOPPED)).fetchall():
                    _log.warning("En proces holdt en del af sagerne og var gået i stå. Dens forbindelse er afbrudt.")
