"""The views in the store's own database, part by part, with each part's place in the log in the same transaction."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import orjson
import psycopg
from psycopg.rows import tuple_row

from domain.alerts import ALERTS
from domain.events import SYSTEM_CASE
from domain.facts import EventRef, Fact
from infra.postgres import view_statements as sql
from infra.postgres.sessions import Session
from infra.postgres.store import PostgresStore
from infra.shares import Share, shares
from infra.stores import EVERY_CASE, EVERYTHING, DayRow, Narrowed, WorklistRow
from infra.view_tables import LIVE, TRACKING
from projections.case_rows import CaseRows
from projections.runner import MovedError, Stretch
from projections.worklists import Place, starts

PARTS = dict(enumerate(shares(16)))
"""The parts of the case space. Their number is part of the layout: each has its place in the log."""

STRETCH = 2_000
"""Events of a part in a stretch: few enough that it is long done when a part counts as stopped."""


def place_of(part: int) -> str:
    """Give the name under which a part's place in the log is kept."""
    return f"{TRACKING}:{part:02}"


PLACES = [place_of(part) for part in PARTS]


class SystemLog:
    """The facts of the system, which every stretch of every part asks for: read anew only when there is another one."""

    def __init__(self, store: PostgresStore, connection: Session) -> None:
        self._store = store
        self._connection = connection
        self._last = -1
        self._facts: list[Fact] = []

    def until(self, until: int) -> list[Fact]:
        """Give the facts, as the log was when it ended at `until`."""
        (last,) = _one(self._connection, sql.LAST_OF_SYSTEM, {"system": SYSTEM_CASE, "until": until})
        if last != self._last:
            self._last, self._facts = last, system_until(self._store, until)
        return self._facts


class PartLog:
    """The log of a part's cases as the runner reads it."""

    def __init__(self, store: PostgresStore, connection: Session, share: Share, system: SystemLog) -> None:
        self._store = store
        self._connection = connection
        self._share = share
        self._system = system

    def stretch(self, after: int, limit: int) -> Stretch:
        """Give the next stretch after a position."""
        asked = {**self._share._asdict(), "system": SYSTEM_CASE, "after": after, "limit": min(limit, STRETCH)}
        events, cases, end = _one(self._connection, sql.STRETCH, asked)
        touched = frozenset(cases or ())
        return Stretch(events, end or after, touched, self._system_between(after, end) if SYSTEM_CASE in touched else frozenset())

    def read_cases(self, cases: Iterable[str], until: int) -> dict[str, list[Fact]]:
        """Give the own facts of several cases."""
        return self._store.read_cases(cases, until)

    def system_until(self, until: int) -> list[Fact]:
        """Give the facts of the system."""
        return self._system.until(until)

    def _system_between(self, after: int, end: int) -> frozenset[EventRef]:
        before = {fact.ref for fact in system_until(self._store, after)}
        return frozenset(fact.ref for fact in self.system_until(end) if fact.ref not in before)


class PartViews:
    """The views of a part's cases as the runner writes them.

    They are written over the connection that holds the part's lock: when that is lost, so is the right to write.
    """

    def __init__(self, connection: Session, part: int) -> None:
        self._connection = connection
        self._part = part

    def position(self) -> int:
        """Give the place in the log that the part's views have come to."""
        return int(_one(self._connection, sql.PLACES, ([place_of(self._part)],))[1])

    def cases_due_on(self, days: Iterable[str]) -> set[str]:
        """List the part's cases with a due date among the days."""
        asked = {**PARTS[self._part]._asdict(), "days": list(days)}
        return {case for (case,) in self._connection.execute(sql.CASES_DUE_ON, asked)}

    def replace(self, rows: Sequence[tuple[str, CaseRows]], start: int, end: int) -> None:
        """Replace the rows of cases and move the part's place, in one transaction."""
        with self._connection.transaction(), self._connection.cursor() as cursor:
            if cursor.execute(sql.MOVE_PLACE, {"name": place_of(self._part), "start": start, "end": end}).rowcount != 1:
                raise MovedError
            if rows:
                cases = [case for case, _ in rows]
                cursor.execute(sql.delete_cases(), {"cases": cases})
                copy(cursor, rows)


class PostgresViews:
    """The views as they are asked."""

    def __init__(self, store: PostgresStore) -> None:
        self._store = store

    def position(self) -> int:
        """Give the place in the log that the views have come to: that of the part which is furthest behind."""
        places: list[int] = [position for _, position in self._ask(sql.PLACES, (PLACES,))]
        return min(places)

    def worklist(
        self, code: str, day: date, narrowed: Narrowed = EVERY_CASE, after: Place | None = None, limit: int = EVERYTHING
    ) -> list[WorklistRow]:
        """Give who stands on a list on a day, the longest waiting first, after a place in the list."""
        asked: dict[str, object] = {"code": code, "day": day, "last": narrowed.last_since(day), "limit": limit}
        asked |= {"municipality": narrowed.municipality}
        asked |= dict(zip(("spans", "sinces", "cases"), map(list, zip(*starts(day, after), strict=True)), strict=True))
        statement = sql.worklist(one_municipality=narrowed.municipality is not None, set_aside=narrowed.set_aside)
        return [WorklistRow(*row) for row in self._ask(statement, asked)]

    def worklist_sizes(self, day: date, municipality: str | None = None, codes: Collection[str] = ALERTS) -> dict[str, int]:
        """Count who stands on each list on a day, or on some of them."""
        asked: dict[str, object] = {"codes": list(codes), "day": day, "last": day, "municipality": municipality}
        asked |= dict(zip(("spans", "sinces", "cases"), map(list, zip(*starts(day), strict=True)), strict=True))
        return dict(self._ask(sql.worklist_sizes(one_municipality=municipality is not None), asked))

    def municipalities(self) -> list[str]:
        """Give the codes of all municipalities to which a case belongs."""
        return [code for (code,) in self._ask(sql.MUNICIPALITIES, ())]

    def days(self, case: str, day: date) -> list[DayRow]:
        """Give a case's lists of days as they stood on a day: list, deadline, first and last day, reason code, rules."""
        return [(*row, tuple(rules.split())) for *row, rules in self._ask(sql.DAYS, {"case": case, "day": day})]

    def dump(self) -> Iterator[bytes]:
        """Give every row of every table in an order that depends on the rows alone, so that two sets of views can be compared."""
        for name, statement in sql.select_all().items():
            for row in self._ask(statement, ()):
                yield orjson.dumps([name, *row])

    def _ask(self, statement: str, parameters: Sequence[object] | dict[str, object]) -> list[tuple[Any, ...]]:
        with self._store.datastore.get_connection() as connection, connection.cursor(row_factory=tuple_row) as cursor:
            return cursor.execute(statement, parameters).fetchall()


def system_until(store: PostgresStore, until: int) -> list[Fact]:
    """Give the facts of the system, as the log was when it ended at `until`."""
    return store.read_cases([SYSTEM_CASE], until)[SYSTEM_CASE]


def copy(cursor: psycopg.Cursor[Any], rows: Sequence[tuple[str, CaseRows]], suffix: str = LIVE) -> None:
    """Write the rows of cases, table by table."""
    for number, statement in enumerate(sql.copy_rows(suffix)):
        with cursor.copy(statement) as copying:
            for case, tables in rows:
                for row in tables[number]:
                    copying.write_row((case, *row))


def _one(connection: Session, statement: str, parameters: Sequence[object] | dict[str, object]) -> tuple[Any, ...]:
    found = connection.execute(statement, parameters).fetchone()
    if found is None:
        raise LookupError("A question that always has one answer had none.")
    return found
