"""Our reading of a batch gives what kafka-python's own gives, and does not fall over an odd name."""

import pytest
from consuming import line, read_all
from hypothesis import given
from hypothesis import strategies as st
from kafka import KafkaProducer
from kafka.errors import CorruptRecordError
from kafka.record.default_records import DefaultRecordBatch, DefaultRecordBatchBuilder

from infra.kafka.record_batches import TolerantBatch

PARTS = ("offset", "timestamp", "timestamp_type", "key", "value", "headers", "size_in_bytes", "checksum")
RECORDS = st.lists(
    st.tuples(
        st.integers(0, 2**40),
        st.one_of(st.none(), st.binary(max_size=300)),
        st.one_of(st.none(), st.binary(max_size=300)),
        st.lists(st.tuples(st.text(max_size=80), st.one_of(st.none(), st.binary(max_size=80))), max_size=4),
    ),
    min_size=1,
)


class OddName(str):
    """A name that is no UTF-8 on the wire."""

    __slots__ = ()

    def encode(self, *_: str) -> bytes:
        return b"ce_\xff\xfe"


def built(records, codec=0):
    builder = DefaultRecordBatchBuilder(
        magic=2, compression_type=codec, is_transactional=False, producer_id=-1, producer_epoch=-1, base_sequence=-1, batch_size=2**24
    )
    for offset, record in enumerate(records):
        builder.append(offset, *record)
    return bytes(builder.build())


def read(batch):
    return [tuple(getattr(record, part) for part in PARTS) for record in batch]


@given(RECORDS, st.sampled_from([0, 1]))
def test_records_are_read_as_the_library_reads_them(records, codec):
    batch = built(records, codec)

    assert read(DefaultRecordBatch(batch)) == read(TolerantBatch(batch))


@given(RECORDS, st.data())
def test_a_spoilt_batch_is_told_and_never_read_for_ever(records, data):
    batch = bytearray(built(records))
    start = DefaultRecordBatch.HEADER_STRUCT.size
    batch[data.draw(st.integers(start, len(batch) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        read(TolerantBatch(batch))
    except CorruptRecordError:
        return


def test_bytes_after_the_last_record_are_told():
    with pytest.raises(CorruptRecordError, match="left over"):
        read(TolerantBatch(built([(0, None, b"x", [])]) + b"\0"))


def test_a_header_whose_name_is_no_utf_8_does_not_stop_the_partition(one, store):
    producer = KafkaProducer(bootstrap_servers=one.node.bootstrap, linger_ms=50)
    for value, headers in ((line("e1"), []), (line("e2"), [(OddName("x"), b"1")]), (line("e3"), [])):
        producer.send(one.events, value, headers=headers)
    producer.close()

    report = read_all(one, store)
    (aside,) = store.set_aside_events()
    assert (2, {"missing_field": 1}) == (report.accepted, dict(report.set_aside))
    assert b"\\\\xff\\\\xfe" in aside.raw
