"""The events of a dossier as the log holds them, each with the evidence that the seal covers it, as lines and as proofs."""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import orjson
from msgspec import MsgspecError

from consumers.decoding import DECODERS
from domain.events import SYSTEM_CASE
from domain.facts import Fact
from infra.cases import Case
from infra.dossier.question import as_bytes
from infra.seals.evidence import Evidence
from infra.seals.leaves import LeafRow

_TEXT = "state"
_BYTES = "state_base64"
"""Stands for the stored bytes where they are no text."""


class SealedEvent(NamedTuple):
    """An event of the log and its way to the root."""

    row: LeafRow
    evidence: Evidence


def as_lines(events: Iterable[SealedEvent]) -> bytes:
    """Write the events, one a line: every column of the log, and the stored bytes as they are."""
    return b"".join(_line(event.row) for event in events)


def read_lines(lines: bytes) -> list[LeafRow]:
    """Read what `as_lines` wrote. Raise `ValueError` for anything else."""
    try:
        return [_row(orjson.loads(line)) for line in lines.splitlines()]
    except (KeyError, TypeError):
        raise ValueError("no events") from None


def as_proofs(events: Sequence[SealedEvent], announced: Sequence[str], size: int) -> bytes:
    """Write what leads from each event to the root: the record of its leaf and the hashes beside its way."""
    proofs = [
        {"position": event.row.position, "leaf": event.evidence.record.decode(), "path": [one.hex() for one in event.evidence.path]}
        for event in events
    ]
    return as_bytes({"size": size, "key_announced_by": list(announced), "events": proofs})


def read_proofs(proofs: bytes) -> tuple[dict[int, Evidence], tuple[str, ...]]:
    """Read what `as_proofs` wrote: the evidence by position, and the seals that announce keys. Raise `ValueError` otherwise."""
    try:
        read = orjson.loads(proofs)
        size = int(read["size"])
        evidence = {
            int(one["position"]): Evidence(str(one["leaf"]).encode(), size, tuple(map(bytes.fromhex, one["path"])))
            for one in read["events"]
        }
        return evidence, tuple(map(str, read["key_announced_by"]))
    except (KeyError, TypeError, AttributeError):
        raise ValueError("no proofs") from None


def case_of(case: str, events: Iterable[SealedEvent]) -> Case:
    """Give the case that the events make. Raise `ValueError` for events that this program cannot read."""
    rows = [event.row for event in events]
    own = tuple(_fact(row) for row in rows if row.case == case)
    return Case(case, own, tuple(_fact(row) for row in rows if row.case == SYSTEM_CASE))


def positions(events: Iterable[SealedEvent]) -> Mapping[tuple[str, str], int]:
    """Give the place of each event in the log."""
    return {(str(event.row.source), str(event.row.id)): event.row.position for event in events}


def _line(row: LeafRow) -> bytes:
    try:
        state = {_TEXT: row.state.decode()}
    except UnicodeDecodeError:
        state = {_BYTES: b64encode(row.state).decode()}
    columns = dict(zip(LeafRow._fields[:9], row[:9], strict=True))
    return orjson.dumps({**columns, **state}, option=orjson.OPT_APPEND_NEWLINE)


def _row(columns: Mapping[str, Any]) -> LeafRow:
    state = str(columns[_TEXT]).encode() if _TEXT in columns else b64decode(columns[_BYTES], validate=True)
    row = LeafRow._make([*(columns[name] for name in LeafRow._fields[:9]), state, True])
    if not all(isinstance(value, int) for value in (row.position, row.effective, row.registered, row.received)):
        raise ValueError("no events")
    if not all(isinstance(value, str) for value in (row.case, row.topic, row.source, row.id, row.day)):
        raise ValueError("no events")
    return row


def _fact(row: LeafRow) -> Fact:
    try:
        event = DECODERS[row.topic](row.state)
    except (MsgspecError, LookupError):
        raise ValueError("an event that cannot be read") from None
    return Fact(
        event,
        int(row.effective or 0),
        date.fromisoformat(str(row.day)),
        int(row.registered or 0),
        int(row.received or 0),
        str(row.source),
        str(row.id),
    )
