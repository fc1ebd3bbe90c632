"""Which complaint handler has which case: in either store, only ever added to."""

import sqlite3
from collections.abc import Iterator

import psycopg
import pytest

from infra.assignments import Assigned, Assignment, UnfitAssignmentError
from infra.assignments.log import assigned_in, holding
from infra.wiring import assignments_for, opened_store
from tests.access.test_tokens import event

CASE, OTHER = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
ADMINISTRATOR = {"authorization": "Bearer demo-administrator"}
HANDLER = {"authorization": "Bearer demo-complaint-handler"}


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path) -> str:
    return f"sqlite:///{tmp_path}/sager.db" if request.param == "sqlite" else request.getfixturevalue("postgres").migrated().url


@pytest.fixture
def assignments(url: str) -> Iterator:
    with opened_store(url, create=True) as store:
        yield assignments_for(store)


def given(case=CASE, handler="bo", since=10, until=None):
    return Assignment(case, handler, since, until, "chef")


def test_before_the_first_assignment_nobody_has_anything(assignments):
    assert (None, [], []) == (assignments.newest("bo", CASE), assignments.of_case(CASE), assignments.of_handler("bo"))


def test_an_assignment_is_kept_as_it_was_made(assignments):
    number = assignments.assign(given(until=20), now=11)

    assert Assigned(number, 11, CASE, "bo", 10, 20, "chef") == assignments.newest("bo", CASE)


def test_of_a_case_and_a_handler_the_newest_counts_and_all_are_kept(assignments):
    numbers = [assignments.assign(one, now=11) for one in (given(), given(handler="ea"), given(case=OTHER), given(until=12))]

    assert sorted(numbers) == numbers
    assert [numbers[0], numbers[1], numbers[3]] == [one.number for one in assignments.of_case(CASE)]
    assert numbers[2:] == [one.number for one in assignments.of_handler("bo")]


@pytest.mark.parametrize(("now", "expected"), [(9, False), (10, True), (19, True), (20, False)])
def test_a_case_is_had_from_the_beginning_until_before_the_end(assignments, now, expected):
    assignments.assign(given(until=20), now=5)

    assert expected == assigned_in(assignments, lambda: now)("bo", CASE)


def test_what_a_newer_assignment_says_otherwise_of_holds_no_longer(assignments):
    changes = (given(), given(handler="ea"), given(handler="ea", until=50), given(until=12), given(case=OTHER))
    numbers = [assignments.assign(one, now=11) for one in changes]

    assert {numbers[2]} == holding(assignments.of_case(CASE), 13)
    assert {numbers[4]} == holding(assignments.of_handler("bo"), 13)


@pytest.mark.parametrize(
    "unfit",
    [
        given(case="0101901234"),
        given(case=CASE.replace("-", "")),
        given(handler="010190-1234"),
        given(handler="010190 1234"),
        given(handler=""),
        given(handler=" bo"),
        given(until=9),
    ],
    ids=str,
)
def test_what_cannot_be_an_assignment_is_refused(assignments, unfit):
    with pytest.raises(UnfitAssignmentError):
        assignments.assign(unfit, now=11)

    assert [] == assignments.of_case(unfit.case)


@pytest.mark.parametrize("statement", ["UPDATE {} SET handler = 'x'", "DELETE FROM {}"])
def test_nobody_changes_what_was_assigned(assignments, url, statement):
    assignments.assign(given(), now=11)
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection, pytest.raises(sqlite3.IntegrityError, match="only added to"):
            connection.execute(statement.format("assignments"))
        connection.close()
    else:
        with psycopg.connect(url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement.format("sagsspor.assignments"))


@pytest.fixture
def desk(parts):
    from infra.web.access.login import demo_login  # noqa: PLC0415 - what serves is slow to load
    from tests.access.serving_login import served  # noqa: PLC0415 - the same

    parts.intake.take([event()])
    with served(parts, demo_login(parts.assigned)) as client:
        yield client


def test_a_case_is_read_once_it_is_assigned_and_no_longer_once_it_is_taken_back(desk):
    statuses = []
    for change in (None, {"until": None}, {"until": "2022-03-01T00:00:00+01:00"}):
        if change is not None:
            made = desk.post("/api/assignments", json={"case": CASE, "handler": "demo-complaint-handler"} | change, headers=ADMINISTRATOR)
            assert 201 == made.status_code
        statuses.append(desk.get(f"/api/cases/{CASE}", headers=HANDLER, follow_redirects=True).status_code)
    listed = desk.get(f"/api/assignments?case={CASE}", headers=ADMINISTRATOR).json()["assignments"]

    assert [404, 200, 404] == statuses
    assert [(False, "demo-administrator"), (False, "demo-administrator")] == [(one["holds"], one["by"]) for one in listed]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ({"case": OTHER, "handler": "bo"}, 404),
        ({"case": CASE, "handler": "010190-1234"}, 400),
        ({"case": "0101901234", "handler": "bo"}, 400),
        ({"case": CASE, "handler": "bo", "until": "9999-12-31T23:59:59Z"}, 400),
    ],
    ids=str,
)
def test_an_assignment_that_cannot_be_is_said_so(desk, new, expected):
    answer = desk.post("/api/assignments", json=new, headers=ADMINISTRATOR)

    assert (expected, False) == (answer.status_code, "010190" in answer.text)
