"""Lines of bytes, whatever their length, in batches of bounded size."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

LONGEST = 64 * 1024 * 1024
BATCH_BYTES = 32 * 1024 * 1024


def read_lines(stream: BinaryIO, longest: int = LONGEST) -> Iterator[bytes]:
    """Give the stream's lines without their ends.

    A line beyond `longest` comes in parts, so that memory stays bounded. Its last part is joined to the one before it:
    no part is then small enough to be taken for an event of its own.
    """
    held = b""
    while part := stream.readline(longest):
        if not part.endswith(b"\n") and len(part) == longest:
            if held:
                yield held
            held = part
            continue
        yield (held + part).rstrip(b"\r\n")
        held = b""
    if held:
        yield held


def batches(lines: Iterable[bytes], size: int, most_bytes: int = BATCH_BYTES) -> Iterator[list[bytes]]:
    """Gather lines, leaving out blank ones, until there are `size` of them or `most_bytes` in them."""
    batch: list[bytes] = []
    held = 0
    for line in lines:
        if not line or line.isspace():
            continue
        batch.append(line)
        held += len(line)
        if len(batch) >= size or held >= most_bytes:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
