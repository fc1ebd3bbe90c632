"""Views hold the same whichever way they came about, and answer for every day what derive says."""

from datetime import date, timedelta
from random import Random

import pytest
from arrivals import in_parts, shuffled, take_in

from consumers.decoding import decode_data
from domain.derive import derive, unfold
from domain.events import SYSTEM_CASE
from domain.history import History
from domain.view import DailyStatus, dates
from infra.sqlite.projector import SqliteProjector
from infra.sqlite.store import SQLiteStore

LISTS = {"sanctionable": "sanctionable", "blocked": "blocked", "no_show": "no_show", "registration_gap": "gap"}


def dump(projector):
    return b"\n".join(projector.views.dump())


def rebuilt(store):
    projector = SqliteProjector(store)
    projector.rebuild()
    return dump(projector)


def histories(store):
    system = store.system_facts()
    return {case: History(store.read_case(case), decode_data, system) for case in store.cases() if case != SYSTEM_CASE}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_rebuilt_equals_incremental_byte_for_byte_in_any_arrival_order(store, lines, seed):
    projector = SqliteProjector(store)
    for part in in_parts(shuffled(lines, seed), 400):
        take_in(store, part)
        projector.catch_up()
    live = dump(projector)

    assert len(live) > 10_000
    assert rebuilt(store) == live


def test_outages_reach_the_cases_whose_due_dates_they_touch(store, lines):
    outages_last = sorted(lines, key=lambda line: b'"subject":"jobnet"' in line)
    projector = SqliteProjector(store)
    take_in(store, [line for line in outages_last if b'"subject":"jobnet"' not in line])
    projector.catch_up()
    before = dump(projector)
    take_in(store, [line for line in outages_last if b'"subject":"jobnet"' in line])
    projector.catch_up()

    assert before != dump(projector)
    assert rebuilt(store) == dump(projector)


def test_an_interrupted_batch_leaves_neither_rows_nor_place(store, lines, monkeypatch):
    take_in(store, lines)
    projector = SqliteProjector(store)
    empty = dump(projector)
    with monkeypatch.context() as patch:
        patch.setattr(store, "insert_tracking", _fail)
        with pytest.raises(ZeroDivisionError):
            projector.catch_up()

    assert (dump(projector), projector.views.position()) == (empty, 0)
    projector.catch_up()
    assert rebuilt(store) == dump(projector)


def _fail(*_):
    raise ZeroDivisionError


def test_a_rebuild_by_several_workers_gives_the_same_views(tmp_path, lines):
    with SQLiteStore(tmp_path / "log.db") as store:
        take_in(store, lines)
        projector = SqliteProjector(store)
        projector.rebuild(workers=2)
        shared = dump(projector)

        assert rebuilt(store) == shared


def test_the_status_of_a_day_is_what_derive_says_of_it(store, lines):
    take_in(store, lines)
    compared = 0
    for number, history in enumerate(histories(store).values()):
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


def test_rows_answer_for_a_day_what_derive_says_of_it(store, lines):
    take_in(store, lines)
    projector = SqliteProjector(store)
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
