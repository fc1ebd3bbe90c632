"""Views hold the same whichever way they came about, and answer for every day what derive says."""

from datetime import date, timedelta
from random import Random

import pytest
from arrivals import in_parts, shuffled, take_in
from comparing import dump, live_and_rebuilt

from consumers.decoding import decode_data
from domain.derive import derive, unfold
from domain.events import SYSTEM_CASE
from domain.history import History
from domain.policy import DEFAULT_POLICY
from domain.view import DailyStatus, dates
from infra.postgres import view_statements
from infra.postgres.store import PostgresStore
from infra.sqlite.store import SQLiteStore
from infra.wiring import projector_for

LISTS = {"sanctionable": "sanctionable", "blocked": "blocked", "no_show": "no_show", "registration_gap": "gap"}


def histories(store):
    system = store.system_facts()
    return {case: History(store.read_case(case), decode_data, system) for case in store.cases() if case != SYSTEM_CASE}


@pytest.mark.parametrize("seed", [1, 2])
def test_rebuilt_equals_incremental_byte_for_byte_in_any_arrival_order(store, projector, lines, seed):
    for part in in_parts(shuffled(lines, seed), 400):
        take_in(store, part)
        projector.catch_up()
    live, rebuilt = live_and_rebuilt(store)

    assert len(live) > 10_000
    assert rebuilt == live


def test_both_stores_hold_the_same_views_byte_for_byte(postgres, lines):
    dumps = []
    for store in (SQLiteStore(None), PostgresStore(postgres.migrated().url)):
        with store:
            take_in(store, lines)
            projector = projector_for(store, DEFAULT_POLICY)
            projector.catch_up()
            dumps.append(dump(projector))

    assert len(dumps[0]) > 10_000
    assert dumps[0] == dumps[1]


def test_an_interrupted_batch_leaves_neither_rows_nor_place(store, projector, lines, monkeypatch):
    take_in(store, lines)
    empty = dump(projector)
    with monkeypatch.context() as patch:
        patch.setattr(store, "insert_tracking", _fail)
        patch.setattr(view_statements, "copy_rows", _fail)
        with pytest.raises(ZeroDivisionError):
            projector.catch_up()

    assert (dump(projector), projector.views.position()) == (empty, 0)
    projector.catch_up()
    live, rebuilt = live_and_rebuilt(store)
    assert rebuilt == live


def _fail(*_):
    raise ZeroDivisionError


def test_a_rebuild_by_several_workers_gives_the_same_views(store, projector, lines):
    take_in(store, lines)
    projector.rebuild(workers=2)
    shared, rebuilt = live_and_rebuilt(store)

    assert len(shared) > 10_000
    assert rebuilt == shared


def test_the_status_of_a_day_is_what_derive_says_of_it(lines):
    with SQLiteStore(None) as store:
        take_in(store, lines)
        cases = histories(store)
    compared = 0
    for number, history in enumerate(cases.values()):
        facts = history.facts()
        statuses = list(unfold(facts))
        for day in _some_days(facts, number):
            status = next(s for s in reversed(statuses) if s.day <= day)
            view = derive(history, day)
            for name in DailyStatus._fields[1:]:
                assert getattr(view, name) == getattr(status, name), (day, name)
                compared += 1
    assert compared > 5_000


def _some_days(facts, seed):
    first, last = facts[0].day, facts[-1].day
    chance = Random(seed)
    span = (last - first).days + 900
    return [*(fact.day for fact in facts), *(first + timedelta(days=chance.randrange(span)) for _ in range(20))]


def _span(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def test_rows_answer_for_a_day_what_derive_says_of_it(store, projector, lines):
    take_in(store, lines)
    projector.catch_up()
    day = date(2023, 3, 3)
    cases = histories(store)
    listed = {}
    for case, history in cases.items():
        view = derive(history, day)
        listed |= {(case, note.code): note.since for note in view.alerts}
        rows = projector.views.days(case, day)
        for name, field in LISTS.items():
            days = {one for list_, _, first, last, _, _ in rows if list_ == name for one in _span(first, last)}
            assert dates(getattr(view, field), day) == sorted(days)

    codes = projector.views.worklist_sizes(day)
    assert listed == {(row.case, code): row.since for code in codes for row in projector.views.worklist(code, day)}
    assert len(codes) > 3
