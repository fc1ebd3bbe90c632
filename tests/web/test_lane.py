"""One transaction at a time; who waits meanwhile shares the next."""

import asyncio
from threading import Event, get_ident

import pytest

from consumers.outcomes import Outcome
from infra.web.intake.lane import TOGETHER, BusyError, Lane


class Taking:
    """Tells of each line its own text; the first transaction waits to be let go."""

    def __init__(self, error=None):
        self.begun, self.go = Event(), Event()
        self.taken = []
        self.error = error

    def __call__(self, lines):
        self.taken.append([*lines])
        self.begun.set()
        self.go.wait(30)
        if self.error:
            raise self.error
        return [Outcome("accepted", "s", line.decode()) for line in lines]


async def take_all(take, batches):
    lane = Lane(take, places=10)
    waiting = [asyncio.create_task(lane.take(lines)) for lines in batches[:1]]
    await asyncio.to_thread(take.begun.wait, 30)
    waiting += [asyncio.create_task(lane.take(lines)) for lines in batches[1:]]
    await asyncio.sleep(0)  # so that they stand in the row
    take.go.set()
    return await asyncio.gather(*waiting, return_exceptions=True)


def test_who_waits_is_taken_together_and_hears_of_its_own():
    take = Taking()
    heard = asyncio.run(take_all(take, [[b"a"], [b"b", b"c"], [], [b"d"]]))

    assert [[b"a"], [b"b", b"c", b"d"]] == take.taken
    assert [["a"], ["b", "c"], [], ["d"]] == [[one.id for one in told] for told in heard]


def test_no_more_is_taken_together_than_the_first_can_wait_for():
    take = Taking()
    asyncio.run(take_all(take, [[b"a"], [b"b"] * TOGETHER, [b"c"], [b"d"]]))

    assert [1, TOGETHER, 2] == [len(lines) for lines in take.taken]


def test_an_error_is_heard_by_everyone_it_concerns():
    error = ValueError()

    assert [error] * 3 == asyncio.run(take_all(Taking(error), [[b"a"], [b"b"], [b"c"]]))


def test_a_sender_that_no_longer_waits_takes_nothing_from_the_others():
    take = Taking()

    async def leaving():
        lane = Lane(take, places=2)
        gone, stays = (asyncio.create_task(lane.take([line])) for line in (b"a", b"b"))
        await asyncio.to_thread(take.begun.wait, 30)
        gone.cancel()
        take.go.set()
        return await stays

    assert ["b"] == [one.id for one in asyncio.run(leaving())]


def test_the_store_is_not_written_from_the_thread_that_answers():
    async def writer():
        (told,) = await Lane(lambda lines: [Outcome("accepted", str(get_ident()), None) for _ in lines], places=1).take([b"a"])
        return told.source

    assert str(get_ident()) != asyncio.run(writer())


def test_a_place_is_free_again_whatever_happened():
    lane = Lane(list, places=1)
    with pytest.raises(ZeroDivisionError), lane.place():
        assert 1 / 0
    with lane.place(), pytest.raises(BusyError), lane.place():
        pass

    assert 0 == lane.held
