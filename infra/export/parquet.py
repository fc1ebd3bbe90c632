"""The log as a Parquet table. Needs the optional extra `parquet`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
from pyarrow import parquet

from domain.times import Instant
from infra.export.log_pages import Progress, log_pages
from infra.log_rows import LogRow
from infra.stores import Store

FILE = "events.parquet"
_TIME = pa.timestamp("us", tz="UTC")
SCHEMA = pa.schema(
    [
        ("position", pa.int64()),
        ("case", pa.string()),
        ("event", pa.string()),
        ("version", pa.int32()),
        ("source", pa.string()),
        ("id", pa.string()),
        ("effective", _TIME),
        ("day", pa.date32()),
        ("registered", _TIME),
        ("received", _TIME),
        ("data", pa.string()),
    ]
)
"""`data` is the event's JSON; the other columns are what every event has."""


def export_parquet(store: Store, folder: Path, progress: Progress) -> tuple[Path, int]:
    """Write the log. Give the file and how many events it holds."""
    path, count = folder / FILE, 0
    with parquet.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        for page in log_pages(store, progress):
            writer.write_batch(pa.RecordBatch.from_pylist([_columns(row) for row in page], SCHEMA))
            count += len(page)
    return path, count


def _columns(row: LogRow) -> dict[str, Any]:
    name, _, version = row.topic.rpartition(".v")
    return {
        "position": row.position,
        "case": row.case,
        "event": name,
        "version": int(version),
        "source": row.source,
        "id": row.id,
        "effective": _moment(row.effective),
        "day": row.day,
        "registered": _moment(row.registered),
        "received": _moment(row.received),
        "data": orjson.dumps(orjson.loads(row.state)["data"]).decode(),
    }


def _moment(at: Instant) -> datetime:
    return datetime.fromtimestamp(at // 1_000_000, UTC).replace(microsecond=at % 1_000_000)
