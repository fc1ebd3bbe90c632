"""How much a request may ask for: what is held in memory is bounded by these."""

from typing import NamedTuple

BODY_BYTES = 8 * 1024 * 1024
BATCH_EVENTS = 5_000


class Patience(NamedTuple):
    """How many are let in at a time, and for how long."""

    requests: int = 64
    """Requests that are being read or wait for the store; the next one is asked to come again."""
    body_seconds: float = 30
    """How long a sender may take for its body: a slow one keeps a place from others."""
    store_seconds: float = 5
    """How long the store may take to say that it is there."""
    news_seconds: float = 20
    """How long a program that follows a case is told of news before it must come again, and its rights are looked at anew."""
    news_pause: float = 1
    """How long between two looks for news."""
