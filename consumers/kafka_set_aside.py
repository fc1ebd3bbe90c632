"""The outbox of set-aside events: what is set aside, however it came in, is announced on a topic of its own."""

import logging
from collections.abc import Sequence
from typing import Protocol

from consumers.event_store import EventStore, FencedError, Place, SetAside
from consumers.intake import Clock

log = logging.getLogger(__name__)

PAGE = 50
"""Events held at once. One may be as long as a line in a file may be."""


class NotAnnouncedError(RuntimeError):
    """The announcements were not confirmed. They are tried again, so that some may come twice."""


class Announcing(Protocol):
    """Where set-aside events are announced."""

    def announce(self, events: Sequence[SetAside]) -> None:
        """Announce them, and return when none can be lost any more.

        Raises:
            NotAnnouncedError: some are not known to be safe.

        """


class Outbox:
    """Announces set-aside events in the order of their numbers, each at least once.

    One reader at a time does so: whoever holds partition 0 claims the place, and keeps it until it loses that partition.
    """

    def __init__(self, store: EventStore, announcing: Announcing, name: str, clock: Clock) -> None:
        self._store = store
        self._announcing = announcing
        self._name = name
        self._clock = clock
        self._place: Place | None = None

    def leave(self) -> None:
        """Let another do it."""
        self._place = None

    def announce_all(self) -> int:
        """Announce what is new. Gives how many."""
        announced = 0
        while events := self._announce_some():
            announced += events
        return announced

    def _announce_some(self) -> int:
        place = self._place or self._store.claim(self._name)
        self._place = place
        events = self._store.set_aside_events(None, after=(place.position or 1) - 1, limit=PAGE)
        if not events:
            return 0
        self._announcing.announce(events)
        try:
            with self._store.writing(self._clock()) as writing:
                writing.advance(place, events[-1].number + 1)
        except FencedError:
            log.warning("En anden forbruger har overtaget annonceringen af det, der er lagt til side")
            self._place = None
            return 0
        self._place = place._replace(position=events[-1].number + 1)
        return len(events)
