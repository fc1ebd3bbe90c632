"""Crashes, takeovers and a store that goes away: nothing is lost and nothing doubled."""

import signal
from contextlib import contextmanager
from random import Random
from threading import Event as Flag
from time import sleep

import orjson
from consuming import QUICK, Process, Reader, line, number_of, partitions_of, read_all, reading, stored, wait_for
from eventsourcing.persistence import OperationalError
from kafka import KafkaAdminClient

from consumers.intake import Intake, Read
from infra import clock
from infra.kafka.member import GroupMember
from infra.wiring import opened_store


@contextmanager
def killed_at_the_end(consumer):
    try:
        yield
    finally:
        consumer.kill()


def in_order_of_case(found, published):
    cases = {case for case, _ in found}
    return all([one for one in found if one[0] == case] == [one for one in published if one[0] == case] for case in cases)


def test_a_consumer_that_is_killed_loses_and_doubles_nothing(four, file_url):
    dice = Random(4)
    published = [(f"{case:08x}-1111-4111-8111-111111111111", f"{case}-{number}") for number in range(750) for case in range(8)]
    for start in (0, 3_000):
        before = len(stored(file_url))
        with killed_at_the_end(Process(four, file_url)):
            four.publish(line(id_, int(case[:8], 16)) for case, id_ in published[start : start + 3_000])
            wait_for(lambda before=before: len(stored(file_url)) > before)
            sleep(dice.random() / 10)
    code, _, _ = Process(four, file_url, "--until-idle", "1").ended()

    found = stored(file_url)
    assert (0, len(published), set(published)) == (code, len(found), set(found))
    assert in_order_of_case(found, published)


def test_two_consumers_share_a_topic_and_one_takes_over_when_the_other_leaves(four, either_url):
    with (
        opened_store(either_url, create=True) as one_store,
        opened_store(either_url, create=True) as other_store,
        reading(four, one_store) as one,
    ):
        other = Reader(four, other_store)
        wait_for(lambda: partitions_of(one) | partitions_of(other) == {0, 1, 2, 3} and len(partitions_of(one)) == 2)
        assert set() == partitions_of(one) & partitions_of(other)
        four.publish(line(f"a{number}", number) for number in range(100))
        wait_for(lambda: one_store.last_position() == 100)
        other.join()
        wait_for(lambda: partitions_of(one) == {0, 1, 2, 3})
        four.publish(line(f"b{number}", number) for number in range(100))
        wait_for(lambda: one_store.last_position() == 200)

        assert 200 == len({id_ for _, id_ in stored(either_url)})


def test_a_consumer_that_slept_while_its_partition_moved_stores_nothing_of_what_it_held(one, file_url):
    sleeper = Process(one, file_url)
    one.publish([line("e1")])
    wait_for(lambda: len(stored(file_url)) == 1)
    sleeper.send(signal.SIGSTOP)
    one.publish([line("e2"), line("e3")])
    with opened_store(file_url, create=True) as store, reading(one, store):
        wait_for(lambda: store.last_position() == 3)
        sleeper.send(signal.SIGCONT)
        one.publish([line("e4")])
        wait_for(lambda: store.last_position() == 4)
        sleeper.send(signal.SIGTERM)

        assert 0 == sleeper.ended()[0]
        assert ["e1", "e2", "e3", "e4"] == [row.id for row in store.read_log()]


class Gate:
    """A store whose writer waits until it is let through, or does not get there at all."""

    def __init__(self, store):
        self._store = store
        self.waiting, self.opened = Flag(), Flag()
        self.is_away = False
        self.opened.set()

    def __getattr__(self, name):
        return getattr(self._store, name)

    def claim(self, name):
        self._be_there()
        return self._store.claim(name)

    @contextmanager
    def writing(self, now):
        self.waiting.set()
        self.opened.wait()
        self._be_there()
        with self._store.writing(now) as writing:
            yield writing

    def _be_there(self):
        if self.is_away:
            raise OperationalError("the store is away")


def test_a_batch_whose_place_another_has_claimed_is_dropped_whole(one, either_store):
    gate = Gate(either_store)
    with reading(one, gate) as reader:
        gate.opened.clear()
        one.publish([line("e1"), b"{"])
        wait_for(gate.waiting.is_set)
        with GroupMember(one.settings._replace(group="another")) as member:
            member.look_for_topic()
            place = either_store.claim(f"{member.source}:0")
        Intake(either_store, clock.now).take([line("e1"), b"{"], [Read(place, 2)])
        gate.opened.set()
        wait_for(lambda: number_of(reader.metrics, "fenced_total") == 1)
        one.publish([line("e2")])
        wait_for(lambda: either_store.last_position() == 2)

        assert (1, 0, {}) == tuple(reader.join())
    assert ["e1", "e2"] == [row.id for row in either_store.read_log()]
    assert 1 == len(either_store.set_aside_events())


def test_a_store_that_goes_away_and_comes_back_gets_everything_once(four, either_store):
    gate = Gate(either_store)
    with reading(four, gate) as reader:
        four.publish(line(f"a{number}", number) for number in range(50))
        wait_for(lambda: either_store.last_position() == 50)
        gate.is_away = True
        four.publish(line(f"b{number}", number) for number in range(50))
        wait_for(lambda: number_of(reader.metrics, "paused") == 1)
        four.publish(line(f"c{number}", number) for number in range(50))
        gate.is_away = False
        wait_for(lambda: either_store.last_position() == 150)

        assert 150 == reader.join().accepted
        assert 0 == number_of(reader.metrics, "paused")


def test_a_consumer_waits_for_a_store_that_is_away_from_the_start(one, store):
    gate = Gate(store)
    gate.is_away = True
    with reading(one, gate) as reader:
        one.publish([line("e1")])
        wait_for(lambda: number_of(reader.metrics, "paused") == 1)
        gate.is_away = False
        wait_for(lambda: store.last_position() == 1)


def test_a_consumer_that_is_told_to_stop_finishes_and_tells_what_it_did(one, file_url):
    consumer = Process(one, file_url)
    one.publish([line("e1"), line("e2"), b"{"])
    wait_for(lambda: len(stored(file_url)) == 2)
    consumer.send(signal.SIGTERM)
    code, out, _ = consumer.ended()

    assert (0, {"accepted": 2, "repeated": 0, "set_aside": {"not_json": 1}}) == (code, orjson.loads(out))
    with KafkaAdminClient(bootstrap_servers=one.node.bootstrap) as admin:
        (offsets,) = admin.list_group_offsets([one.settings.group]).values()
    assert [3] == [one.offset for one in offsets.values()]


class Deaf(GroupMember):
    """A member that no longer gives what Kafka has."""

    def resume(self, partitions):
        pass


def test_a_partition_that_stands_still_sounds_the_alarm_and_the_group_is_joined_anew(one, store, monkeypatch, caplog):
    members = iter([Deaf, GroupMember])

    def next_member(settings):
        return next(members)(settings)

    monkeypatch.setattr("infra.kafka.consuming.GroupMember", next_member)
    with reading(one, store, QUICK._replace(alarm=0.2, renew=0.6)) as reader:
        one.publish([line("e1")])
        wait_for(lambda: store.last_position() == 1)
        reader.join()

    assert "Partition 0 har stået stille" in caplog.text
    assert "Begynder forfra som nyt medlem" in caplog.text


def test_a_second_run_finds_nothing_more_to_do(one, store):
    one.publish([line("e1")])
    read_all(one, store)

    assert (0, 0, {}) == tuple(read_all(one, store))
