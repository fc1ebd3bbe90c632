"""The log page by page, so that its length does not matter."""

from collections.abc import Callable, Iterator

from infra.log_rows import LogRow
from infra.stores import Store

PAGE = 20_000
Progress = Callable[[int, int | None], None]


def log_pages(store: Store, progress: Progress) -> Iterator[list[LogRow]]:
    """Give the log as it is now in its order; what comes while it is read waits for the next time."""
    last, position = store.last_position(), 0
    while position < last:
        page = [row for row in store.read_log(position, PAGE) if row.position <= last]
        position = page[-1].position
        yield page
        progress(position, last)
