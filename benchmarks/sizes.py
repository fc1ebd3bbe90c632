"""How much a run measures on."""

from typing import NamedTuple


class Sizes(NamedTuple):
    """The sizes of a run; a citizen has about 37 events."""

    citizens: int = 6000
    """Whose events are ingested."""
    rebuilt: int = 1500
    """Citizens whose views are rebuilt."""
    sample: int = 40
    """Citizens for the slow peers."""
    rounds: int = 3
    streamed: int = 500_000
    """Records consumed from Kafka."""
    posted: int = 40_000
    """Events sent over HTTP."""
    followed: int = 30
    """Seconds for which the views follow."""
    memory_events: int = 1_000_000
    listed: int = 100_000
    """Cases whose worklists are read."""
    paged: int = 27_000
    """Citizens in the store whose case pages are asked for."""
    paged_seconds: int = 20
    """How long they are asked for."""
