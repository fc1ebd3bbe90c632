"""The log as CloudEvents, one a line: another store can take the file in."""

from pathlib import Path

import orjson

from domain.times import moment
from infra.export.log_pages import Progress, log_pages
from infra.log_rows import LogRow
from infra.stores import Store

FILE = "events.ndjson"


def export_ndjson(store: Store, folder: Path, progress: Progress) -> tuple[Path, int]:
    """Write the log. Give the file and how many events it holds."""
    path, count = folder / FILE, 0
    with path.open("wb") as file:
        for page in log_pages(store, progress):
            file.writelines(map(_line, page))
            count += len(page)
    return path, count


def _line(row: LogRow) -> bytes:
    """Write an event with what the store added to it, as CloudEvents extensions."""
    event = {**orjson.loads(row.state), "position": row.position, "receivedat": moment(row.received).isoformat()}
    return orjson.dumps(event, option=orjson.OPT_APPEND_NEWLINE)
