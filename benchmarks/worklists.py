"""A page of a worklist, and the sizes of all lists, with many cases in the store; beside the whole list as it was read before."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from random import Random
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks import whole_lists
from benchmarks.figures import Figure, Target
from benchmarks.many_cases import MUNICIPALITIES, derived, many, unfit, write
from benchmarks.municipality import folder
from benchmarks.sizes import Sizes
from benchmarks.timing import seconds
from consumers.intake import Intake
from domain.alerts import ALERTS
from infra.clock import now
from infra.postgres.projector import PostgresProjected
from infra.postgres.store import PostgresStore
from infra.sqlite.projector import SqliteProjected
from infra.sqlite.store import SQLiteStore
from infra.stores import EVERY_CASE, Narrowed, ViewReader
from projections.case_rows import CaseRows
from projections.worklists import Place
from tests.services.postgres import Postgres

FIRST, LAST = date(2022, 3, 1), date(2024, 3, 1)
"""The days asked for: from the first months of the simulation to long after its end."""
SIMULATED = 2_000
"""Cases that are simulated and derived."""
PAGE = 50
ASKED = 300
"""Questions of each kind."""
WHOLE = 15
"""Whole lists read as they were before."""
SOON = Target("value", 100, "required with 100,000 cases")
LONGEST = "no_deadline_no_interview"
PEER = "the longest list whole, with everything set aside"
Projected = SqliteProjected | PostgresProjected
Ask = Callable[[Random], object]


class _Kept(NamedTuple):
    name: str
    store: SQLiteStore | PostgresStore
    projected: Projected


def measure(sizes: Sizes) -> list[Figure]:
    """Fill each store, and ask."""
    rows = derived(min(sizes.listed, SIMULATED))
    with folder() as place, SQLiteStore(place / "store.db") as store:
        found = _measured(_Kept("SQLite", store, SqliteProjected(store)), rows, sizes)
    with Postgres() as server, PostgresStore(server.migrated().url) as other:
        found += _measured(_Kept("PostgreSQL", other, PostgresProjected(other)), rows, sizes)
    return found


def _measured(kept: _Kept, rows: Sequence[CaseRows], sizes: Sizes) -> list[Figure]:
    _fill(kept, rows, sizes.listed)
    whole_lists.lay_out(kept.store)
    whole = _milliseconds(lambda dice: whole_lists.read(kept.store, LONGEST, _day(dice)), WHOLE)
    return [
        figure
        for name, ask in _questions(kept.projected.views)
        for figure in _figures(f"{name}, {kept.name}", _milliseconds(ask, ASKED), whole, sizes)
    ]


def _fill(kept: _Kept, rows: Sequence[CaseRows], cases: int) -> None:
    with kept.projected.rebuilding() as made:
        waiting = write(kept.projected, many(rows, cases))
        made.swap(0)
    Intake(kept.store, now).take(map(unfit, waiting))


def _questions(views: ViewReader) -> Iterator[tuple[str, Ask]]:
    def page(dice: Random, narrowed: Narrowed = EVERY_CASE) -> object:
        day = _day(dice)
        deep = Place(day - timedelta(days=dice.randrange(90)), "")
        return views.worklist(dice.choice([*ALERTS, *[LONGEST] * len(ALERTS)]), day, narrowed, dice.choice([None, deep]), PAGE)

    yield "first page of the longest list", lambda dice: views.worklist(LONGEST, _day(dice), limit=PAGE)
    yield "page anywhere in any list", page
    yield "page of one municipality", lambda dice: page(dice, Narrowed(dice.choice(MUNICIPALITIES)))
    yield "page of those with events set aside", lambda dice: views.worklist(LONGEST, _day(dice), Narrowed(set_aside=True), limit=PAGE)
    yield "sizes of all lists", lambda dice: views.worklist_sizes(_day(dice))
    yield "sizes for one municipality", lambda dice: views.worklist_sizes(_day(dice), dice.choice(MUNICIPALITIES))


def _figures(name: str, ours: Sequence[float], whole: Sequence[float], sizes: Sizes) -> Iterator[Figure]:
    theirs = median(whole)
    note = f"{ASKED} questions on random days; {sizes.listed:,} cases"
    middle, last = median(ours), quantiles(ours, n=100)[98]
    yield Figure(f"{name}, median", middle, "ms", "lower", PEER, theirs, theirs / middle, (SOON,), note)
    yield Figure(f"{name}, 99 %", last, "ms", "lower", targets=(SOON,))


def _day(dice: Random) -> date:
    return FIRST + timedelta(days=dice.randrange((LAST - FIRST).days))


def _milliseconds(ask: Ask, times: int) -> list[float]:
    dice = Random(2)
    ask(dice)
    return [seconds(partial(ask, dice)) * 1000 for _ in range(times)]
