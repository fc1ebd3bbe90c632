"""Views that an earlier version made are left alone until a rebuild, and never read as if they were this version's."""

from datetime import date
from typing import NamedTuple

import pytest
from arrivals import take_in
from comparing import live_and_rebuilt

from domain.policy import DEFAULT_POLICY
from infra.view_tables import former_tables
from infra.wiring import projector_for

DAY = date(2023, 3, 3)


class Old(NamedTuple):
    """How the views before lay in a store."""

    schema: str
    tables: str
    insert_place: str


OLD = {
    "sqlite": Old("", "SELECT name FROM sqlite_master", "INSERT INTO tracking VALUES ('views', 7)"),
    "postgres": Old(
        "sagsspor_views.",
        "SELECT tablename FROM pg_tables WHERE schemaname = 'sagsspor_views'",
        "INSERT INTO sagsspor.tracking VALUES ('views:00', 7)",
    ),
}


@pytest.fixture
def old_store(store, kind, lines):
    """Give a store whose views were made with the layout before."""
    take_in(store, lines)
    with store.transaction() as cursor:
        for name in former_tables():
            cursor.execute(f"CREATE TABLE {OLD[kind].schema}{name} AS SELECT 'a' AS case_id, 'hearing_open' AS code, '2023-01-01' AS since")
        cursor.execute(OLD[kind].insert_place)
    return store


def former(store, kind):
    with store.transaction() as cursor:
        cursor.execute(OLD[kind].tables)
        return {row[0] for row in cursor.fetchall()} & set(former_tables())


def test_views_of_another_layout_are_not_read(old_store):
    views = projector_for(old_store, DEFAULT_POLICY).views

    assert (0, {}, []) == (views.position(), views.worklist_sizes(DAY), views.worklist("hearing_open", DAY))


def test_a_rebuild_makes_them_and_clears_the_old_ones_away(old_store, kind):
    projector = projector_for(old_store, DEFAULT_POLICY)
    assert set(former_tables()) == former(old_store, kind)
    projector.rebuild()

    assert old_store.last_position() == projector.views.position()
    assert projector.views.worklist_sizes(DAY)["no_deadline_no_interview"] > 5
    assert set() == former(old_store, kind)


def test_they_may_also_be_made_by_catching_up(old_store):
    projector_for(old_store, DEFAULT_POLICY).catch_up()
    live, rebuilt = live_and_rebuilt(old_store)

    assert rebuilt == live
