"""The peers of the benchmarks do the same work, and a missed target is called one."""

import os
import sqlite3
from contextlib import closing

import pytest

from benchmarks import library_intake, library_views, machine, page, results
from benchmarks.figures import Figure, Target
from benchmarks.municipality import filled_store, lines
from benchmarks.sizes import Sizes
from domain.policy import DEFAULT_POLICY
from infra.view_tables import name_of
from infra.wiring import projector_for
from projections.case_rows import TABLES

AT_LEAST, RATIO = Target("value", 100, "x"), Target("ratio", 2, "y")


@pytest.mark.parametrize(
    ("value", "better", "ratio", "met"),
    [(100, "higher", 2, [True, True]), (99, "higher", 1.9, [False, False]), (99, "lower", None, [True, False])],
)
def test_a_target_is_met_from_its_bound_on(value, better, ratio, met):
    figure = Figure("f", value, "u", better, ratio=ratio, targets=(AT_LEAST, RATIO))

    assert met == [figure.meets(target) for target in figure.targets]


def test_the_page_says_where_a_target_is_missed(tmp_path, monkeypatch):
    monkeypatch.setattr(results.read, "__defaults__", (tmp_path / "latest.json",))
    missed = Figure("ingest, one", 99.0, "events/s", "higher", targets=(AT_LEAST,))
    results.keep("ingest", [missed], Sizes(), 0.5, tmp_path / "latest.json")
    page.write(tmp_path / "page.md")

    assert [missed] == results.figures(results.read()["ingest"])
    assert "the target of ≥ 100 events/s (x) is **missed**" in (tmp_path / "page.md").read_text()


def test_the_page_says_when_other_programs_had_to_give_way(tmp_path, monkeypatch):
    monkeypatch.setattr(results.read, "__defaults__", (tmp_path / "latest.json",))
    monkeypatch.setattr("benchmarks.machine.priority", lambda: -15)
    results.keep("ingest", [], Sizes(), None, tmp_path / "latest.json")
    page.write(tmp_path / "page.md")

    assert "raised priority (nice -15)" in (tmp_path / "page.md").read_text()


def test_a_benchmark_that_was_not_run_keeps_its_results(tmp_path):
    path = tmp_path / "latest.json"
    for name in ("ingest", "rebuild"):
        results.keep(name, [Figure(name, 1.0, "u", "higher")], Sizes(), None, path)

    assert {"ingest", "rebuild"} == results.read(path).keys()


def columns_of(table):
    return ", ".join(f'"{column}"' for column in ("case_id", *table.columns) if column != "received")


def views_in(path):
    """Give the rows of every view, but for the time of reception, which is another for the peer."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table.name: sorted(connection.execute(f"SELECT {columns_of(table)} FROM {name_of(table.name)}"), key=str)  # noqa: S608 - names of ours
            for table in TABLES
        }


def test_the_library_stores_the_same_events_and_computes_the_same_views(tmp_path):
    library_intake.take_all(lines(2), library_intake.environment(tmp_path))
    library_views.run(tmp_path)
    with filled_store(2) as store:
        projector_for(store, DEFAULT_POLICY).rebuild()
        ours = views_in(store.path)

    assert all(ours.values())
    assert ours == views_in(tmp_path / "views.db")


@pytest.mark.parametrize(("written", "priority"), [("/autogroup-12 nice -15\n", -15), ("", os.nice(0))])
def test_a_process_without_a_group_has_its_own_priority(tmp_path, written, priority):
    group = tmp_path / "autogroup"
    group.write_text(written)

    assert priority == machine.priority(group)
