r"""Records out of a batch's bytes, for kafka-python: tolerant of header names that are no UTF-8, and faster.

kafka-python 3.0.12 fails on such a name, and its next poll never ends. One record of a careless publisher would stop a partition
for good. Here the odd bytes of the name are written `\xNN`, and the event goes the way of all others.
"""

from collections.abc import Iterator
from typing import Any

from kafka.errors import CorruptRecordError  # type: ignore[import-untyped]  # kafka-python has no types
from kafka.record import memory_records  # type: ignore[import-untyped]  # the same
from kafka.record.default_records import DefaultRecordBatch  # type: ignore[import-untyped]  # the same
from kafka.record.util import decode_varint  # type: ignore[import-untyped]  # the same

Headers = list[tuple[str, bytes | None]]


class Record:
    """What kafka-python asks of a record, as plain attributes."""

    __slots__ = ("headers", "key", "offset", "size_in_bytes", "timestamp", "timestamp_type", "value")

    headers: Headers
    key: bytes | None
    offset: int
    size_in_bytes: int
    timestamp: int
    timestamp_type: int
    value: bytes | None

    checksum = None

    def validate_crc(self) -> bool:
        """Say yes: the checksum is the batch's."""
        return True


class TolerantBatch(DefaultRecordBatch):  # type: ignore[misc]  # kafka-python has no types
    """A batch whose records are read in one go."""

    def __iter__(self) -> Iterator[Any]:
        """Give the records. The markers in control batches are left to the library."""
        if self.is_control_batch:
            return super().__iter__()  # type: ignore[no-any-return]  # kafka-python has no types
        self._maybe_uncompress()
        return self._records(bytes(self._buffer), self._pos)

    def _records(self, buffer: bytes, pos: int) -> Iterator[Record]:
        offset, first, kind = self.base_offset, self.first_timestamp, self.timestamp_type
        appended = self.max_timestamp if kind else None
        for _ in range(self.records_count):
            record = Record()
            try:
                pos = _read(record, buffer, pos, offset)
            except (ValueError, IndexError):
                raise CorruptRecordError("A record is not laid out as Kafka says") from None
            record.timestamp = first + record.timestamp if appended is None else appended
            record.timestamp_type = kind
            yield record
        if pos != len(buffer):
            raise CorruptRecordError("Bytes are left over after the last record")


def _read(record: Record, buffer: bytes, start: int, base: int) -> int:
    """Fill in a record; give where the next begins. Its timestamp is left relative to the batch's."""
    length, start = decode_varint(buffer, start)
    record.size_in_bytes = length
    record.timestamp, pos = decode_varint(buffer, start + 1)  # after a byte of attributes, of which there are none
    delta, pos = decode_varint(buffer, pos)
    record.offset = base + delta
    record.key, pos = _bytes(buffer, pos)
    record.value, pos = _bytes(buffer, pos)
    count, pos = decode_varint(buffer, pos)
    record.headers, pos = _headers(buffer, pos, count) if count else ([], pos)
    if pos - start != length or pos > len(buffer) or count < 0:
        raise ValueError
    return pos


def _bytes(buffer: bytes, pos: int) -> tuple[bytes | None, int]:
    length, pos = decode_varint(buffer, pos)
    return (buffer[pos : pos + length], pos + length) if length >= 0 else (None, pos)


def _headers(buffer: bytes, pos: int, count: int) -> tuple[Headers, int]:
    headers: Headers = []
    for _ in range(count):
        name, pos = _bytes(buffer, pos)
        if name is None:
            raise ValueError
        value, pos = _bytes(buffer, pos)
        headers.append((name.decode("utf-8", "backslashreplace"), value))
    return headers, pos


def read_tolerantly() -> None:
    """Make kafka-python read batches so, in this process."""
    memory_records.DefaultRecordBatch = TolerantBatch
