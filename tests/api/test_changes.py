"""Who follows a case hears that something has come about it, and nothing else."""

import pytest

from infra import clock
from infra.assignments import Assignment
from tests.api.hearing import Heard, hearing
from tests.api.town import AUDITOR, CASE, CASEWORKER, HANDLER, MISSING, OWN_CASE, Town, event
from tests.web.serving import problem_of, wait_until

CLOSING = {"from": "2022-03-09T08:00:00+01:00", "to": "2022-03-09T20:00:00+01:00"}
ELSEWHEN = {"from": "2021-03-09T08:00:00+01:00", "to": "2021-03-09T20:00:00+01:00"}


def changed(position):
    return Heard("changed", str(position), f'{{"position": {position}}}')


@pytest.mark.parametrize(
    "news",
    [event("n1", "jobnet-visited"), event("n1", "outage-recorded", case="jobnet", effective="2022-03-09", **CLOSING)],
    ids=["its own", "jobnet's, on its due date"],
)
def test_an_event_that_touches_the_case_is_told_of(own_town, news):
    with hearing(own_town) as found:
        own_town.take([news])
        wait_until(lambda: found.heard)

    assert [changed(own_town.store.last_position())] == found.heard
    assert "text/event-stream; charset=utf-8" == found.answers[0].headers["content-type"]


def test_what_does_not_touch_the_case_is_not_told_of(own_town):
    with hearing(own_town) as found:
        own_town.take([event("n1", "jobnet-visited", case=OWN_CASE), event("n2", "jobnet-visited", case=MISSING)])
        own_town.take([event("n3", "outage-recorded", case="jobnet", effective="2021-03-09", **ELSEWHEN)])

    assert [] == found.heard


def test_several_are_told_of_in_their_order(own_town):
    with hearing(own_town) as found:
        for number in range(3):
            own_town.take([event(f"n{number}", "jobnet-visited")])
            wait_until(lambda number=number: len(found.heard) > number)

    last = own_town.store.last_position()
    assert [changed(position) for position in (last - 2, last - 1, last)] == found.heard


def test_who_comes_again_hears_what_came_meanwhile_and_is_not_noted_again(own_town):
    last, before = own_town.store.last_position(), own_town.reads()
    own_town.take([event("n1", "jobnet-visited")])
    with hearing(own_town, **{"last-event-id": str(last)}) as found:
        wait_until(lambda: found.heard)

    assert [changed(last + 1)] == found.heard
    assert [] == own_town.noted(before)


def test_who_names_the_position_of_their_page_hears_what_came_since(own_town):
    last, before = own_town.store.last_position(), own_town.reads()
    own_town.take([event("n1", "jobnet-visited")])
    with hearing(own_town, query=f"?position={last}") as found:
        wait_until(lambda: found.heard)

    assert [changed(last + 1)] == found.heard
    assert [] == own_town.noted(before)  # the page itself was


@pytest.mark.parametrize("said", ["nyeste", "-1", "9" * 30, ""])
def test_a_position_that_is_none_is_as_if_nothing_was_said(town, said):
    before = town.reads()
    with hearing(town, **{"last-event-id": said}) as found:
        pass

    assert ([200], []) == ([answer.status_code for answer in found.answers], found.heard)
    assert 1 == len(town.noted(before))


@pytest.mark.parametrize("again", [{}, {"last-event-id": "1"}], ids=["first", "again"])
@pytest.mark.parametrize("case", [CASE, MISSING])
def test_who_may_not_read_a_case_does_not_hear_of_it(town, case, again):
    with hearing(town, CASEWORKER, case, **again) as found:
        pass

    assert (404, "no-such-case") == problem_of(found.answers[0])


def take_back(town: Town) -> None:
    now = clock.now()
    town.parts.assignments.assign(Assignment(CASE, "demo-complaint-handler", now, now, "demo-administrator"), now)


def test_who_loses_the_case_hears_no_more(own_town):
    with hearing(own_town, HANDLER) as found:
        take_back(own_town)
        own_town.take([event("n1", "jobnet-visited")])
        wait_until(lambda: found.answers[-1].status_code == 404)

    assert [] == found.heard
    assert (404, "no-such-case") == problem_of(found.answers[-1])


def test_the_connection_ends_by_itself_and_has_said_where_and_when_to_go_on(town):
    with town.client.stream("GET", f"/api/cases/{CASE}/changes", headers=AUDITOR) as answer:
        lines = set(answer.iter_lines())

    assert {"retry: 1000", f"id: {town.store.last_position()}"} < lines


def test_who_comes_again_having_heard_nothing_misses_nothing(own_town):
    with hearing(own_town) as found:
        wait_until(lambda: len(found.answers) > 1)
        own_town.take([event("n1", "jobnet-visited")])
        wait_until(lambda: found.heard)

    assert [changed(own_town.store.last_position())] == found.heard
