"""The views in the store's own file, with their place in the log in the same transaction."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

import orjson
from eventsourcing.persistence import Tracking
from eventsourcing.sqlite import SQLiteCursor

from domain.alerts import ALERTS
from domain.events import SYSTEM_CASE
from domain.facts import EventRef, Fact
from infra.sqlite import view_statements as sql
from infra.sqlite.store import SQLiteStore
from infra.stores import EVERY_CASE, EVERYTHING, DayRow, Narrowed, WorklistRow
from infra.view_tables import BESIDE, LIVE, TRACKING, name_of
from projections.case_rows import TABLES, CaseRows
from projections.runner import MovedError, Stretch
from projections.worklists import Place, starts


class SqliteLog:
    """The log as the runner reads it."""

    def __init__(self, store: SQLiteStore) -> None:
        self._store = store

    def stretch(self, after: int, limit: int) -> Stretch:
        """Give the next stretch after a position."""
        with self._store.datastore.transaction(commit=False) as cursor:
            cursor.execute(sql.LAST_IN_STRETCH, {"after": after, "limit": limit})
            events, end = tuple(cursor.fetchone())
            if not events:
                return Stretch(0, after, frozenset(), frozenset())
            cursor.execute(sql.CASES_IN_STRETCH, {"after": after, "end": end})
            cases = frozenset(row[0] for row in cursor.fetchall())
        system: frozenset[EventRef] = frozenset()
        if SYSTEM_CASE in cases:
            before = {fact.ref for fact in self.system_until(after)}
            system = frozenset(fact.ref for fact in self.system_until(end) if fact.ref not in before)
        return Stretch(events, end, cases, system)

    def read_cases(self, cases: Iterable[str], until: int) -> dict[str, list[Fact]]:
        """Give the own facts of several cases."""
        return self._store.read_cases(cases, until)

    def system_until(self, until: int) -> list[Fact]:
        """Give the facts of the system."""
        return self._store.read_cases([SYSTEM_CASE], until)[SYSTEM_CASE]


class SqliteViews:
    """The views as the runner writes them and as they are asked."""

    def __init__(self, store: SQLiteStore) -> None:
        self._store = store
        with store.transaction() as cursor:
            for statement in (*sql.create_tables(), *sql.create_indexes()):
                cursor.execute(statement)

    def position(self) -> int:
        """Give the place in the log that the views have come to."""
        return self._store.max_tracking_id(TRACKING) or 0

    def cases_due_on(self, days: Iterable[str]) -> set[str]:
        """List the cases with a due date among the days."""
        return {row[0] for row in self._ask(sql.CASES_DUE_ON, (_json(sorted(days)),))}

    def replace(self, rows: Sequence[tuple[str, CaseRows]], start: int, end: int) -> None:
        """Replace the rows of cases and move the place, in one transaction."""
        with self._store.transaction() as cursor:
            cursor.execute(sql.PLACE, (TRACKING,))
            if (cursor.fetchone()[0] or 0) != start:
                raise MovedError
            for statement in sql.delete_case():
                cursor.executemany(statement, [(case,) for case, _ in rows])
            insert(cursor, rows)
            self._store.insert_tracking(cursor, Tracking(TRACKING, end))

    def begin_beside(self) -> None:
        """Make empty tables beside the live ones."""
        with self._store.transaction() as cursor:
            for statement in (*sql.drop_tables(BESIDE), *sql.create_tables(BESIDE)):
                cursor.execute(statement)

    def write_beside(self, rows: Sequence[tuple[str, CaseRows]]) -> None:
        """Write rows of cases beside the live tables."""
        with self._store.transaction() as cursor:
            insert(cursor, rows, BESIDE)

    def swap(self, position: int) -> None:
        """Let the tables beside take the place of the live ones, with their own place in the log, in one transaction."""
        with self._store.transaction() as cursor:
            for statement in (*sql.swap_tables(), *sql.create_indexes()):
                cursor.execute(statement)
            cursor.execute(sql.FORGET_PLACE, (TRACKING,))
            if position:
                self._store.insert_tracking(cursor, Tracking(TRACKING, position))

    def worklist(
        self, code: str, day: date, narrowed: Narrowed = EVERY_CASE, after: Place | None = None, limit: int = EVERYTHING
    ) -> list[WorklistRow]:
        """Give who stands on a list on a day, the longest waiting first, after a place in the list."""
        asked: dict[str, object] = {"code": code, "municipality": narrowed.municipality, "limit": limit}
        asked |= {"day": day.isoformat(), "last": narrowed.last_since(day).isoformat()}
        for start in starts(day, after):
            asked |= {f"since_{start.span}": start.since.isoformat(), f"case_{start.span}": start.case}
        found = self._ask(sql.worklist(one_municipality=narrowed.municipality is not None, set_aside=narrowed.set_aside), asked)
        return [_listed(*row) for row in found]

    def worklist_sizes(self, day: date, municipality: str | None = None, codes: Collection[str] = ALERTS) -> dict[str, int]:
        """Count who stands on each list on a day, or on some of them."""
        asked: dict[str, object] = {"day": day.isoformat(), "last": day.isoformat(), "municipality": municipality}
        asked |= {"codes": _json(list(codes)), "starts": _json([start.since for start in starts(day)])}
        return dict(self._ask(sql.worklist_sizes(one_municipality=municipality is not None), asked))

    def municipalities(self) -> list[str]:
        """Give the codes of all municipalities to which a case belongs."""
        return [code for (code,) in self._ask(sql.MUNICIPALITIES, ())]

    def days(self, case: str, day: date) -> list[DayRow]:
        """Give a case's lists of days as they stood on a day: list, deadline, first and last day, reason code, rules."""
        parse = date.fromisoformat
        found = self._ask(sql.DAYS, {"case": case, "day": day.isoformat()})
        return [
            (name, deadline, parse(first), parse(last), reason, tuple(rules.split()))
            for name, deadline, first, last, reason, rules in found
        ]

    def dump(self) -> Iterator[bytes]:
        """Give every row of every table in an order that depends on the rows alone, so that two sets of views can be compared."""
        for table in TABLES:
            columns = ", ".join(str(n) for n in range(1, 2 + len(table.columns)))
            for row in self._ask(f"SELECT * FROM {name_of(table.name)} ORDER BY {columns}", ()):
                yield orjson.dumps([table.name, *row])

    def _ask(self, statement: str, parameters: Sequence[object] | dict[str, object]) -> list[tuple]:  # type: ignore[type-arg]
        with self._store.datastore.transaction(commit=False) as cursor:
            cursor.execute(statement, parameters)
            return [tuple(row) for row in cursor.fetchall()]


def insert(cursor: SQLiteCursor, rows: Sequence[tuple[str, CaseRows]], suffix: str = LIVE) -> None:
    """Insert the rows of cases, table by table."""
    for number, statement in enumerate(sql.insert_rows(suffix)):
        cursor.executemany(statement, [(case, *row) for case, tables in rows for row in tables[number]])


def _listed(case: str, since: str, due: str | None, first: str, until: str | None, waits: int) -> WorklistRow:
    parse = date.fromisoformat
    return WorklistRow(case, parse(since), parse(due) if due else None, parse(first), parse(until) if until else None, bool(waits))


def _json(values: Sequence[object]) -> str:
    return orjson.dumps(values).decode()
