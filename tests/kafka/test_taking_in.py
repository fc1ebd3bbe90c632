"""From a topic into the store."""

import pytest
from consuming import SOURCE, line, read_all, stored, topics
from kafka import KafkaAdminClient, KafkaProducer, TopicPartition

from consumers.kafka_reading import LostRecordsError
from infra.kafka.member import KafkaUnusableError

STRUCTURED = [("content-type", b"application/cloudevents+json; charset=UTF-8")]
BINARY = [
    ("content-type", b"application/json"),
    ("ce_specversion", b"1.0"),
    ("ce_id", b"b1"),
    ("ce_source", SOURCE.encode()),
    ("ce_type", b"dk.sagsspor.jobnet-visited.v1"),
    ("ce_subject", b"00000001-1111-4111-8111-111111111111"),
    ("ce_time", b"2022-03-01T09:00:00+01:00"),
]


def test_structured_and_binary_events_are_stored_in_the_order_of_their_partition(one, either_store):
    one.send([(line("s1"), STRUCTURED), (b'{"effective": "2022-03-01"}', BINARY), (line("s2"), [])])

    assert 3 == read_all(one, either_store).accepted
    assert ["s1", "b1", "s2"] == [row.id for row in either_store.read_log()]
    assert line("s1") == either_store.read_log()[0].state


def test_what_is_read_is_not_read_again(one, store):
    one.publish([line("e1")])
    read_all(one, store)
    one.publish([line("e2"), line("e1")])

    assert (1, 1) == read_all(one, store)[:2]


def test_each_case_keeps_its_order_over_many_partitions_and_batches(four, either_store, either_url):
    published = [(case, f"{case}-{number}") for number in range(300) for case in range(1, 9)]
    four.publish(line(id_, case) for case, id_ in published)
    four = four._replace(settings=four.settings._replace(batch=100))

    assert 2400 == read_all(four, either_store).accepted
    for case in range(1, 9):
        assert [id_ for one, id_ in published if one == case] == [id_ for name, id_ in stored(either_url) if int(name[:8], 16) == case]


def test_what_a_transaction_of_the_publisher_took_back_is_not_stored(one, store):
    producer = KafkaProducer(bootstrap_servers=one.node.bootstrap, transactional_id=one.events)
    producer.init_transactions()
    for id_, end in (("kept", producer.commit_transaction), ("taken-back", producer.abort_transaction)):
        producer.begin_transaction()
        producer.send(one.events, line(id_)).get(10)
        end()
    producer.close()

    assert 1 == read_all(one, store).accepted
    assert ["kept"] == [row.id for row in store.read_log()]


def test_the_markers_of_transactions_are_no_gap_once_kafka_has_deleted_them(one, store):
    producer = KafkaProducer(bootstrap_servers=one.node.bootstrap, transactional_id=one.events)
    producer.init_transactions()
    producer.begin_transaction()
    producer.send(one.events, line("e1")).get(10)
    producer.commit_transaction()
    producer.close()
    read_all(one, store)
    delete_before(one, 2)  # the event and the marker
    one.publish([line("e2")])

    assert 1 == read_all(one, store).accepted


def test_records_that_kafka_deleted_unread_are_told_with_their_offsets(one, store):
    one.publish([line("e1")])
    read_all(one, store)
    one.publish([line("e2"), line("e3"), line("e4")])
    delete_before(one, 3)

    with pytest.raises(LostRecordsError, match=r"partition 0\. Lageret har læst til offset 1.* er væk før offset 3"):
        read_all(one, store)
    assert 1 == read_all(one, store, accept_gap=True).accepted
    assert ["e1", "e4"] == [row.id for row in store.read_log()]


def test_a_topic_made_anew_is_read_from_its_beginning(one, store):
    one.publish([line("e1"), line("e2")])
    read_all(one, store)
    with KafkaAdminClient(bootstrap_servers=one.node.bootstrap) as admin:
        admin.delete_topics([one.events])
    one.node.topic(one.events)
    one.publish([line("e3")])

    assert 1 == read_all(one, store).accepted


def test_a_topic_that_does_not_exist_is_told(kafka, store):
    missing = topics(kafka)
    missing = missing._replace(settings=missing.settings._replace(topic="mangler"))

    with pytest.raises(KafkaUnusableError, match="Emnet mangler findes ikke"):
        read_all(missing, store)


def delete_before(topics, offset):
    with KafkaAdminClient(bootstrap_servers=topics.node.bootstrap) as admin:
        admin.delete_records({TopicPartition(topics.events, 0): offset})
