"""Checking beside the writer changes when lines are checked, and nothing else."""

from contextlib import closing
from multiprocessing import active_children

import pytest
from samples import line

from consumers import checking
from consumers.checking import Checking, CheckingBeside
from consumers.intake import Intake
from domain.events import EVENT_TYPES
from infra.sqlite.store import SQLiteStore

BAD = [b"{", line(id="010190-1234"), line(time="nu"), b"x" * 300_000]
LINES = [line(name, id=f"{name}-{number}") for number in range(3) for name in EVENT_TYPES]
BATCHES = [[BAD[0], *LINES[:50], BAD[1]], LINES[50:80], BAD, [LINES[80], *BAD, LINES[81]], LINES[82:]]
"""Bad lines first, last, alone and between good ones."""


def test_helpers_give_the_same_answers_in_the_same_order_as_checking_here():
    here = list(Checking().stream(iter(BATCHES)))
    beside = list(CheckingBeside(helpers=2, alone=1).stream(iter(BATCHES)))

    assert here == beside
    assert [raw for batch in BATCHES for raw in batch] == [getattr(one, "state", None) or one.raw for batch in beside for one in batch]
    assert [] == active_children()


def test_a_reader_that_stops_leaves_no_helper_behind():
    with closing(CheckingBeside(helpers=1, alone=1).stream(iter(BATCHES))) as stream:
        next(stream)

    assert [] == active_children()


@pytest.mark.parametrize("batches", [[], BATCHES[:1], [LINES[:5]] * 3], ids=["nothing", "one batch", "few lines"])
def test_a_short_stream_is_checked_here(monkeypatch, batches):
    monkeypatch.setattr(checking, "ProcessPoolExecutor", None)

    assert batches == [[getattr(one, "state", None) or one.raw for one in batch] for batch in CheckingBeside(1, 16).stream(iter(batches))]


def test_an_intake_with_a_helper_stores_what_an_intake_alone_does():
    lines = [raw for batch in BATCHES for raw in batch] + LINES[:7]
    found = []
    for one in (Checking(), CheckingBeside(helpers=1, alone=1)):
        with SQLiteStore(None) as store:
            report = Intake(store, lambda: 1, one).run(lines, batch_size=40)
            found.append((report, store.read_log(limit=1000), store.set_aside_events()))

    assert found[0] == found[1]
    assert (len(LINES), 7) == found[0][0][:2]
