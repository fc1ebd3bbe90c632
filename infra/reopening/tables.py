"""The list as a table: one row a case, flat where the form is flat. Parquet needs the optional extra `parquet`."""

import csv
import io
from pathlib import Path
from typing import Any

import orjson

from infra.reopening.looking import Found
from infra.reopening.rows import DATES, NAMES

COLUMNS = ("case", "set_aside", "days_before", "days_after", "changed_days", *DATES, *NAMES)
"""The columns of CSV and Parquet; `changes`, which holds each day with its reasons on both sides, is in JSON alone."""


def as_json_text(found: Found) -> bytes:
    """Write everything as one document: the question, the counts, and each case with its days. Equal lists give equal bytes."""
    document = {"question": found.question.document(), "counts": found.counts, "cases": list(found.rows)}
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def as_csv(found: Found) -> bytes:
    """Write one line a case (RFC 4180, UTF-8). Several values in a field stand with a space between, the reasons with a bar."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_flat(name, one[name]) for name in COLUMNS] for one in found.rows)
    return text.getvalue().encode()


def _flat(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return (" | " if name == "why" else " ").join(value)
    return str(value).lower() if isinstance(value, bool) else value


def write_parquet(found: Found, path: Path) -> None:
    """Write a row a case; the question and the counts stand in the file's metadata."""
    import pyarrow as pa  # type: ignore[import-untyped] # noqa: PLC0415 - it ships no types; the extra may not be installed
    from pyarrow import parquet  # noqa: PLC0415 - the extra may not be installed

    kinds = {"case": pa.string(), "set_aside": pa.bool_(), **dict.fromkeys(COLUMNS[2:5], pa.int32())}
    kinds |= dict.fromkeys((*DATES, *NAMES), pa.list_(pa.string()))
    about = {"sagsspor.question": orjson.dumps(found.question.document()), "sagsspor.counts": orjson.dumps(found.counts)}
    schema = pa.schema(list(kinds.items()), metadata=about)
    parquet.write_table(
        pa.Table.from_pylist([{name: one[name] for name in COLUMNS} for one in found.rows], schema), path, compression="zstd"
    )
