"""Whoever turns the pages of a list meets each case once, in the order of waiting, and nobody else."""

from datetime import date, timedelta
from pathlib import Path

import orjson
import pytest
from arrivals import take_in
from municipalities import CODES, spread

from domain.alerts import ALERTS
from domain.derive import unfold
from domain.policy import policy_from
from infra.scenarios.events import history_of
from infra.scenarios.reading import read_scenarios, scenario_files
from infra.stores import EVERY_CASE, Narrowed

SCENARIOS = Path(__file__).parents[1] / "law"
DAYS = [date(2022, 1, 1) + timedelta(days=n) for n in range(0, 1000, 83)]


@pytest.fixture
def filled(store, projector, lines):
    """Give the views of several municipalities, and every row of their lists."""
    bad = orjson.loads(lines[5]) | {"time": "i går"}
    taken = take_in(store, [*spread(lines), orjson.dumps(bad)])
    assert 1 == sum(taken.set_aside.values())
    projector.catch_up()
    rows = [orjson.loads(row)[1:] for row in projector.views.dump() if row.startswith(b'["worklists"')]
    return projector.views, [dict(zip(COLUMNS, row, strict=True)) for row in rows], bad["subject"]


COLUMNS = ("case", "municipality", "nth", "code", "span", "since", "due", "first", "until")


def standing(rows, code, day, narrowed=EVERY_CASE):
    """Give who stands on a list, looked for in all rows."""
    on = day.isoformat()
    found = {
        (row["since"], row["case"])
        for row in rows
        if row["code"] == code
        and row["first"] <= on
        and (row["until"] is None or on < row["until"])
        and narrowed.municipality in (None, row["municipality"])
        and (narrowed.since_before is None or row["since"] < narrowed.since_before.isoformat())
    }
    return sorted(found)


def pages(views, code, day, narrowed=EVERY_CASE, limit=3):
    after = None
    while page := views.worklist(code, day, narrowed, after, limit):
        yield page
        after = page[-1].place


def turned(*asked, **more):
    return [(row.since.isoformat(), row.case) for page in pages(*asked, **more) for row in page]


def test_page_by_page_a_list_holds_what_all_its_rows_say(filled):
    views, rows, _ = filled
    compared = 0
    for day in DAYS:
        for code in ALERTS:
            expected = standing(rows, code, day)
            assert expected == turned(views, code, day)
            assert expected == [(row.since.isoformat(), row.case) for row in views.worklist(code, day)]
            compared += len(expected)
    assert compared > 200


def test_a_municipality_finds_its_own_cases_and_those_that_came_to_it(filled):
    views, rows, _ = filled
    moved = {row["case"] for row in rows if row["nth"] == 1}
    for day in DAYS[4:7]:
        for code in ("no_deadline_no_interview", "interviews_behind_plan"):
            for municipality in CODES:
                narrowed = Narrowed(municipality)
                assert standing(rows, code, day, narrowed) == turned(views, code, day, narrowed)

    assert moved
    assert list(CODES) == views.municipalities()


def test_who_has_not_waited_since_before_a_day_is_left_out(filled):
    views, rows, _ = filled
    day = DAYS[5]
    for waited in (0, 5, 20, 60):
        narrowed = Narrowed(since_before=day - timedelta(days=waited))
        assert standing(rows, "no_deadline_no_interview", day, narrowed) == turned(views, "no_deadline_no_interview", day, narrowed)


def test_lists_are_counted_as_they_are_read(filled):
    views, rows, _ = filled
    for day in DAYS:
        for municipality in (None, *CODES):
            counted = {code: len(standing(rows, code, day, Narrowed(municipality))) for code in ALERTS}
            assert {code: number for code, number in counted.items() if number} == views.worklist_sizes(day, municipality)


def test_cases_with_events_set_aside_are_marked_and_may_be_looked_for(filled):
    views, _, case = filled
    code, day = next((code, day) for day in DAYS for code in ALERTS if case in {row.case for row in views.worklist(code, day)})
    everybody = {row.case: row.set_aside for row in views.worklist(code, day)}

    assert {case} == {one for one, waits in everybody.items() if waits}
    assert [case] == [row.case for row in views.worklist(code, day, Narrowed(set_aside=True))]
    assert everybody.keys() - {case} == {row.case for row in views.worklist(code, day, Narrowed(set_aside=False))}


def test_nobody_waits_since_a_day_to_come_and_no_span_is_too_short(filled):
    _, rows, _ = filled
    for row in rows:
        assert row["since"] <= row["first"]
        if row["until"] is not None:
            assert (date.fromisoformat(row["until"]) - date.fromisoformat(row["since"])).days <= 2 ** row["span"]


def test_what_must_be_done_by_a_day_names_it(filled):
    _, rows, _ = filled
    with_due = {row["code"] for row in rows if row["due"]}

    assert with_due <= {"first_interview_due", "hearing_open", "deduction_deadline_near"}
    assert all(row["due"] for row in rows if row["code"] in with_due)


@pytest.mark.parametrize("file", scenario_files([SCENARIOS]), ids=lambda file: file.stem)
def test_in_no_scenario_somebody_waits_since_a_day_to_come(file):
    alerts = [
        (status.day, alert)
        for scenario in read_scenarios(file)
        for status in unfold(history_of(scenario).facts(), policy_from(scenario.policy))
        for alert in status.alerts
    ]

    assert [] == [(day, alert) for day, alert in alerts if alert.since > day]
