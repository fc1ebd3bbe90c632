"""What is set aside is announced on a topic of its own."""

import signal

import httpx
from consuming import SOURCE, Process, line, read_all, reading, wait_for
from eventsourcing.persistence import OperationalError
from test_faults import Gate

from consumers.intake import Intake
from domain.times import moment
from infra import clock


def test_a_poison_message_ends_in_the_table_and_on_the_topic_once(one, either_store):
    poison = line("e1", time="nu")
    one.publish([poison, line("e2"), b"\xff"])
    read_all(one, either_store)
    read_all(one, either_store)

    first, second = either_store.set_aside_events()
    case = b"00000001-1111-4111-8111-111111111111"
    told = {"number": "1", "code": "invalid_time", "reason": first.message, "received": moment(first.received).isoformat()}
    assert [(poison, case, told | {"source": SOURCE, "id": "e1"}), (b"\xff", None)] == [one.announced()[0], one.announced()[1][:2]]
    assert ({"number": "2", "code": "not_utf8"}, 2) == (
        {name: one.announced()[1][2][name] for name in ("number", "code")},
        len(one.announced()),
    )
    assert b"\xff" == second.raw


def test_what_was_set_aside_some_other_way_is_announced_too(one, store):
    intake = Intake(store, clock.now)
    intake.take([b"{", line("e1", time="nu")])
    intake.resend([2], mended=line("e1"))
    read_all(one, store)

    assert ["1", "2"] == [headers["number"] for _, _, headers in one.announced()]


def test_an_event_too_large_for_kafka_is_announced_without_its_content(one, store):
    Intake(store, clock.now).take([b"x" * 1_000_000, b"{"])
    read_all(one, store)

    assert [(b"", "too_large", "1000000 bytes"), (b"{", "not_json", None)] == [
        (value, headers["code"], headers.get("left-out")) for value, _, headers in one.announced()
    ]


class Forgetful(Gate):
    """A store that goes away just before it is told how far was announced, once."""

    def set_aside_events(self, *arguments, **options):
        found = self._store.set_aside_events(*arguments, **options)
        self.fails = bool(found) and not hasattr(self, "fails")
        return found

    def writing(self, now):
        if getattr(self, "fails", False):
            self.fails = False
            raise OperationalError("the store is away")
        return self._store.writing(now)


def test_an_announcement_may_come_twice_but_is_never_missed(one, store):
    Intake(store, clock.now).take([b"{"])
    with reading(one, Forgetful(store)):
        wait_for(lambda: len(one.announced()) == 2)
    read_all(one, store)

    assert [b"{", b"{"] == [value for value, _, _ in one.announced()]


def test_numbers_for_prometheus_are_served_on_this_machine(one, file_url):
    consumer = Process(one, file_url, "--metrics-port", "0")
    url = consumer.first_word_like("http://")
    one.publish([line("e1"), b"{"])

    wait_for(lambda: 'sagsspor_events_total{outcome="accepted"} 1.0' in httpx.get(url).text)
    text = httpx.get(url).text
    assert 'sagsspor_set_aside_total{code="not_json"} 1.0' in text
    assert 'sagsspor_lag_records{partition="0"} ' in text
    consumer.send(signal.SIGTERM)
    assert 0 == consumer.ended()[0]
