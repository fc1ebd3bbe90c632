"""Many threads and many processes add to one chain."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from infra.access_log.together import Together
from tests.access_log.reads import read

ADDING = """
import sys
from infra.wiring import access_log_for, opened_store
from tests.access_log.reads import read
with opened_store(sys.argv[1], create=False) as store, access_log_for(store) as log:
    print("ready", flush=True)
    sys.stdin.read()
    for number in range(40):
        log.note([read(number, who=sys.argv[2]), read(number, who=sys.argv[2], what="timeline")])
"""


def test_threads_that_note_at_once_leave_one_whole_chain(log):
    with ThreadPoolExecutor(16) as threads:
        list(threads.map(lambda number: log.note([read(number), read(number, what="timeline")]), range(200)))
    noted = [one.access for one in log.all()]

    assert (None, 400) == (log.check(), log.head().number)
    assert {read(number) for number in range(200)} == set(noted[::2])
    # A note's entries stand together, in its order.
    assert [one._replace(what="timeline") for one in noted[::2]] == noted[1::2]


def test_processes_that_note_at_once_leave_one_whole_chain(url, log):
    root = Path(__file__).resolve().parents[2]
    begin = [
        subprocess.Popen([sys.executable, "-c", ADDING, url, f"p{number}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        for number in range(3)
    ]
    for process in begin:
        assert b"ready\n" == process.stdout.readline()
    for process in begin:
        process.stdin.close()
    for number in range(40):
        log.note([read(number)])
    for process in begin:
        process.stdout.close()
        assert 0 == process.wait(60)

    assert (None, 3 * 80 + 40) == (log.check(), log.head().number)


class Slow:
    """Writes once it is let."""

    def __init__(self):
        self.began, self.go, self.written = Event(), Event(), []

    def __call__(self, accesses):
        self.began.set()
        assert self.go.wait(30)
        self.written.append([access.who for access in accesses])


def all_waiting(together, number):
    while len(together._waiting) < number:  # noqa: SLF001 - nothing else tells that they have come
        Event().wait(0.001)


def test_those_who_come_while_one_is_written_are_written_together():
    slow = Slow()
    together = Together(slow)
    with ThreadPoolExecutor(4) as threads:
        first = threads.submit(together.note, [read(who="a")])
        assert slow.began.wait(30)
        rest = []
        for number, who in enumerate("bcd", 1):
            rest.append(threads.submit(together.note, [read(who=who)]))
            all_waiting(together, number)
        slow.go.set()
        for one in (first, *rest):
            one.result(30)

    assert [["a"], ["b", "c", "d"]] == slow.written


def test_each_who_went_along_hears_that_nothing_was_written_and_the_next_is_tried_anew():
    slow = Slow()
    failing = True

    def write(accesses):
        slow(accesses)
        if failing:
            raise OSError("full")

    together = Together(write)
    with ThreadPoolExecutor(3) as threads:
        notes = [threads.submit(together.note, [read(who="a")])]
        assert slow.began.wait(30)
        for number in (1, 2):
            notes.append(threads.submit(together.note, [read(who="b")]))
            all_waiting(together, number)
        slow.go.set()
        for one in notes:
            with pytest.raises(OSError, match="full"):
                one.result(30)
    failing = False
    together.note([read(who="c")])

    assert [["a"], ["b", "b"], ["c"]] == slow.written
