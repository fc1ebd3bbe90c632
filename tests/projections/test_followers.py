"""Followers, as real processes on a real server: they share the cases, and whatever happens to them, the views come right."""

from contextlib import ExitStack

import psycopg
import pytest
from arrivals import in_parts, shuffled, take_in
from comparing import live_and_rebuilt

from domain.policy import DEFAULT_POLICY
from infra.postgres.store import PostgresStore
from infra.wiring import projector_for
from tests.projections.following import Follower, until
from tests.services.postgres import Postgres


@pytest.fixture
def database(postgres):
    return postgres.migrated()


@pytest.fixture
def store(database):
    with PostgresStore(database.url) as store:
        yield store


@pytest.fixture
def follow(tmp_path):
    """Start followers, and see to it that none is left behind."""
    with ExitStack() as stack:

        def start(url):
            return stack.enter_context(Follower(url, tmp_path / f"follower-{len(list(tmp_path.iterdir()))}"))

        yield start


def caught_up(store):
    projector = projector_for(store, DEFAULT_POLICY)
    return lambda: projector.views.position() == store.last_position()


def has_come_to(store, position):
    projector = projector_for(store, DEFAULT_POLICY)
    return lambda: projector.views.position() >= position


def test_two_followers_share_the_cases_while_events_are_appended(database, store, follow, lines):
    followers = [follow(database.url), follow(database.url)]
    for part in in_parts(shuffled(lines, 1)[:500], 40):
        take_in(store, part)
    until(caught_up(store))

    assert [0, 0] == [follower.stop() for follower in followers]
    live, rebuilt = live_and_rebuilt(store)
    assert len(live) > 10_000
    assert rebuilt == live


def test_when_followers_are_killed_the_others_go_on(database, store, follow, lines):
    followers = [follow(database.url) for _ in range(3)]
    parts = list(in_parts(shuffled(lines, 2)[:500], 40))
    for number, part in enumerate(parts):
        take_in(store, part)
        if number in {len(parts) // 3, len(parts) // 2}:
            until(has_come_to(store, 1))  # so that they are in the middle of it
            followers.pop().kill()
    until(caught_up(store))

    live, rebuilt = live_and_rebuilt(store)
    assert rebuilt == live


def test_views_may_be_rebuilt_while_they_are_followed(database, store, follow, lines):
    follower = follow(database.url)
    projector = projector_for(store, DEFAULT_POLICY)
    for part in in_parts(lines[:500], 250):
        take_in(store, part)
        projector.rebuild()
    until(caught_up(store))

    assert 0 == follower.stop()
    live, rebuilt = live_and_rebuilt(store)
    assert rebuilt == live


def test_a_follower_outlives_a_restart_of_the_server_and_says_so(follow, lines):
    with Postgres() as server:
        url = server.migrated().url
        follower = follow(url)
        with PostgresStore(url) as store:
            take_in(store, lines[:150])
            until(has_come_to(store, 1))
            server.kill()
            until(lambda: follower.said("Databasen svarer ikke"))
            server.start()
        with PostgresStore(url) as store:
            take_in(store, lines[150:300])
            until(caught_up(store))
            live, rebuilt = live_and_rebuilt(store)

        assert rebuilt == live
        assert 0 == follower.stop()


def test_a_follower_that_is_told_nothing_looks_by_itself_and_listens_again(database, store, follow, lines):
    follower = follow(database.url)
    listeners = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%%' AND datname = current_database()"
    with psycopg.connect(database.admin_url, autocommit=True) as connection:
        until(lambda: connection.execute(listeners).fetchone() == (1,))
        connection.execute(listeners.replace("count(*)", "pg_terminate_backend(pid)"))
        take_in(store, lines[:100])
        until(caught_up(store))

        assert 1 == follower.said("Databasen kan ikke melde nyt")
        until(lambda: connection.execute(listeners).fetchone() == (1,))
    assert 0 == follower.stop()
