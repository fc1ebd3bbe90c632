"""How the cases are shared: a part has one writer at a time, and its place moves on only from where it stands."""

from threading import Event as Flag
from threading import Thread

import pytest
from arrivals import take_in
from comparing import dump, live_and_rebuilt
from following import until
from test_outages import CASES, OPEN, opened

from infra.postgres import view_statements
from infra.postgres.projector import PostgresProjected
from infra.postgres.store import PostgresStore
from infra.postgres.views import PARTS, place_of
from infra.shares import WHOLE, shares
from infra.sqlite.projector import SqliteProjected
from infra.store_errors import UnavailableStoreError
from projections.case_rows import TABLES
from projections.runner import MovedError
from tests.contracts.event_store import line


@pytest.fixture
def projected(kind, store):
    return SqliteProjected(store) if kind == "sqlite" else PostgresProjected(store)


only_postgres = pytest.mark.parametrize("kind", ["postgres"])


@pytest.mark.parametrize("number", [1, 3, 16, 40, 256])
def test_shares_hold_every_case_once(number):
    texts = [*CASES, "", "0", "ffffffff-ffff-4fff-bfff-ffffffffffff", "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF", "jobnet"]

    assert [1] * len(texts) == [sum(text in share for share in shares(number)) for text in texts]
    assert all(text in WHOLE for text in texts)


def test_a_stretch_that_does_not_begin_at_the_place_is_refused_whole(store, projected, projector):
    take_in(store, OPEN)
    projector.catch_up()
    views, end = dump(projector), store.last_position()
    with projected.parts() as parts, parts.taken(0) as part:
        for start, late_end in [(0, end), (0, end + 5), (end - 1, end + 5), (end + 1, end + 5)]:
            with pytest.raises(MovedError, match="read the place anew"):
                part.views.replace([(CASES[0], tuple([] for _ in TABLES))], start, late_end)

        assert end == part.views.position()
    assert views == dump(projector)


@only_postgres
def test_a_part_has_one_taker_until_it_is_given_back(projected):
    with projected.parts() as mine, projected.parts() as theirs:
        with mine.taken(3) as part, theirs.taken(3) as refused, theirs.taken(4) as another:
            assert [True, False, True] == [one is not None for one in (part, refused, another)]
        with theirs.taken(3) as part:
            assert part is not None


@only_postgres
def test_a_part_is_free_when_the_connection_that_held_it_is_gone(projected):
    with projected.parts() as mine:
        with projected.parts() as theirs:
            taken = theirs.taken(3)
            taken.__enter__()  # and never left
            assert not _can_take(mine, 3)
        until(lambda: _can_take(mine, 3))


def _can_take(parts, number):
    with parts.taken(number) as part:
        return part is not None


@only_postgres
def test_who_stops_with_a_part_in_hand_loses_it_and_can_write_no_more(store, projected, projector, monkeypatch):
    take_in(store, OPEN)
    monkeypatch.setattr(view_statements, "GIVE_UP_PARTS", "SET idle_session_timeout = '200ms'")

    def stop_and_wake():
        with projected.parts() as parts, parts.taken(3) as part:
            monkeypatch.undo()
            projector.catch_up()  # waits for the part
            part.views.replace([], 0, store.last_position())

    with pytest.raises(UnavailableStoreError):
        stop_and_wake()
    live, rebuilt = live_and_rebuilt(store)
    assert rebuilt == live


class StopsInTheMiddle(list):
    """Rows whose sender stops before it has sent them, for as long as something else takes."""

    def __init__(self, meanwhile):
        super().__init__()
        self.meanwhile = meanwhile

    def __iter__(self):
        self.meanwhile()
        return iter(())


@only_postgres
def test_who_stops_in_the_middle_of_sending_rows_is_ended_by_the_others(store, projected, projector, monkeypatch):
    take_in(store, OPEN)
    monkeypatch.setattr("infra.postgres.parts.STOPPED", 0.3)
    rows = [(CASES[3], (StopsInTheMiddle(projector.catch_up), *([] for _ in TABLES[1:])))]

    def stop_and_wake():
        with projected.parts() as parts, parts.taken(3) as part:
            part.views.replace(rows, 0, store.last_position())

    with pytest.raises(UnavailableStoreError):
        stop_and_wake()
    live, rebuilt = live_and_rebuilt(store)
    assert rebuilt == live


@only_postgres
def test_the_views_have_come_as_far_as_the_part_furthest_behind(store, projected, projector):
    take_in(store, OPEN)
    end = store.last_position()
    with projected.parts() as parts:
        for number in range(len(PARTS)):
            assert 0 == projector.views.position()
            with parts.taken(number) as part:
                part.views.replace([], 0, end)
    assert end == projector.views.position()


@only_postgres
def test_an_event_of_one_case_costs_one_transaction_and_one_more_for_all_other_parts(store, projector):
    take_in(store, OPEN)
    projector.catch_up()
    take_in(store, opened("30000000-2222-4222-8222-222222222222"))
    projector.catch_up()

    with store.transaction() as cursor:
        writes = cursor.execute("SELECT count(*) FROM sagsspor.tracking GROUP BY xmin ORDER BY 1").fetchall()
    assert [(1,), (15,)] == writes


@only_postgres
def test_parts_without_news_are_moved_on_only_from_where_they_stand_and_when_they_are_free(store, projected):
    take_in(store, [line("e1", case=CASES[9])])
    with projected.parts() as mine, projected.parts() as theirs, theirs.taken(5):
        assert [9] == list(mine.behind())
    with store.transaction() as cursor:
        places = dict(cursor.execute("SELECT application_name, notification_id FROM sagsspor.tracking").fetchall())

    assert {place_of(part): 0 if part in {5, 9} else 1 for part in PARTS} == places


def test_readers_see_the_old_views_or_the_new_while_they_are_swapped_and_never_none(store, projector, lines):
    take_in(store, lines[:400])
    projector.catch_up()
    seen, stop = set(), Flag()

    def read():
        while not stop.is_set():
            seen.add(dump(projector))

    reader = Thread(target=read)
    reader.start()
    for _ in range(4):
        projector.rebuild()
    stop.set()
    reader.join()

    assert {dump(projector)} == seen


def test_a_follower_stops_when_told(projector):
    stop = Flag()
    follower = Thread(target=projector.follow, args=(stop,))
    follower.start()
    stop.set()
    follower.join()


@only_postgres
def test_opening_a_store_by_several_at_once_makes_its_tables_once(store):
    threads = [Thread(target=PostgresProjected, args=(store,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with PostgresStore(store.url) as other:
        assert 0 == PostgresProjected(other).views.position()
