"""Which Kafka, which topics, which group."""

from typing import NamedTuple

EVENTS = "sagsspor.events.v1"
SET_ASIDE = "sagsspor.set-aside.v1"
GROUP = "sagsspor"


class Settings(NamedTuple):
    """What a member of the group needs to know."""

    bootstrap: str
    topic: str = EVENTS
    group: str = GROUP
    set_aside_topic: str = SET_ASIDE
    session_seconds: float = 10.0
    """After this time without a sign of life the group gives a member's partitions to others."""
    fetch_bytes: int = 8 * 1024 * 1024
    """What a broker sends at once, and so about what is held in memory beside the batches."""
    partition_bytes: int = 2 * 1024 * 1024
    batch: int = 5_000
    """Events in a transaction at most."""
