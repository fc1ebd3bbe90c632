"""A fact of the system reaches every case whose due date it touches, whenever it comes and however it is put right."""

import pytest
from arrivals import take_in
from comparing import live_and_rebuilt

from infra.shares import shares
from tests.contracts.event_store import SOURCE, correction, line

CASES = [f"{digit:x}0000000-1111-4111-8111-111111111111" for digit in range(16)]
"""One case in each part of the case space."""

DUE = "2022-03-16"
OTHER_DAY = "2022-03-23"
GIVEN = {"from": "2022-03-16T09:00:00+01:00", "to": "2022-03-16T11:00:00+01:00"}
MOVED = {"from": "2022-03-23T09:00:00+01:00", "to": "2022-03-23T11:00:00+01:00"}


def opened(case):
    group = line(f"g-{case}", "target-group-assigned", case, group="kontanthjaelp_jobparat")
    return [line(f"r-{case}", "registered", case, channel="jobnet"), group]


def deadline(case, due=DUE):
    return line(f"d-{case}", "deadline-set", case, deadline_id="f1", due=due, published="jobnet")


def outage(id_="o1", span=GIVEN):
    return line(id_, "outage-recorded", "jobnet", **span)


def about_outage(id_, name, time, **data):
    return line(id_, name, "jobnet", time=time, target_source=SOURCE, reason="fejl", **data)


def retracted(id_, target, time="2022-04-01T09:00:00+01:00"):
    return about_outage(id_, "event-retracted", time, target_id=target)


def corrected(id_, target, span, time="2022-04-01T09:00:00+01:00"):
    return about_outage(id_, "event-corrected", time, target_id=target, data={"effective": "2022-03-01"} | span)


def due_corrected(case, due):
    return correction(
        f"c-{case}", f"d-{case}", {"effective": "2022-03-01", "deadline_id": "f1", "due": due, "published": "jobnet"}, case=case
    )


def excused(projector):
    """Name the cases with days for which an outage on the due date is a reason (R-2.14-2)."""
    rows = [row for row in projector.views.dump() if row.startswith(b'["days"') and b"R-2.14-2" in row]
    return {row.split(b'"')[3].decode() for row in rows}


@pytest.fixture
def told(store, projector):
    def tell(*batches):
        for batch in batches:
            report = take_in(store, batch)
            assert not report.set_aside
            projector.catch_up()
        live, rebuilt = live_and_rebuilt(store)
        assert rebuilt == live
        return excused(projector)

    return tell


OPEN = [event for case in CASES for event in opened(case)]
SET = [deadline(case) for case in CASES]


def test_the_cases_of_these_tests_lie_in_every_part():
    assert [1] * 16 == [sum(case in share for case in CASES) for share in shares(16)]


def test_without_an_outage_nobody_is_excused(told):
    assert set() == told([*OPEN, *SET])


@pytest.mark.parametrize("batches", [[[outage()], SET], [SET, [outage()]], [[*SET, outage()]]], ids=["before", "after", "together"])
def test_an_outage_reaches_the_cases_of_every_part_before_and_after_the_deadline(told, batches):
    assert set(CASES) == told(OPEN, *batches)


def test_an_outage_on_another_day_reaches_nobody(told):
    assert set() == told([*OPEN, *SET], [outage(span=MOVED)])


def test_a_retracted_outage_lets_go_of_the_cases_and_a_retracted_retraction_takes_hold_again(told):
    assert set() == told([*OPEN, *SET], [outage()], [retracted("t1", "o1")])
    assert set(CASES) == told([retracted("t2", "t1", "2022-04-02T09:00:00+01:00")])


def test_a_corrected_outage_lets_go_of_the_cases_of_the_day_it_was_on_and_reaches_those_of_its_new_day(told):
    early, late = CASES[:8], CASES[8:]
    set_ = [*map(deadline, early), *(deadline(case, OTHER_DAY) for case in late)]

    assert set(early) == told([*OPEN, *set_], [outage()])
    assert set(late) == told([corrected("c1", "o1", MOVED)])


def test_an_outage_reaches_a_due_date_that_was_corrected_to_its_day(told):
    moved = CASES[3]
    away = [due_corrected(moved, OTHER_DAY)]

    assert {moved} == told([*OPEN, *SET, *away], [outage(span=MOVED)])
    assert set(CASES) == told([outage("o2")])
