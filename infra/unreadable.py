"""Stored events that cannot be read any more: nothing is derived without them, since it could then be another answer."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from domain.events import SYSTEM_CASE

NAMED = 5
"""How many events a message names."""


class UnreadableEvent(NamedTuple):
    """Where an event stands whose bytes do not give one; its case, source, id and place are readable columns."""

    position: int
    case: str
    source: str
    id: str


class UnreadableEventsError(RuntimeError):
    """Some of a case's stored bytes give no event. The message says which, why, and what can still be shown, in Danish."""

    def __init__(self, events: Sequence[UnreadableEvent], of: int, before: int) -> None:
        super().__init__(events, of, before)
        self.events = events
        self.of = of
        """How many events were read with them."""
        self.before = before
        """How many of those come before the first of them."""

    def __str__(self) -> str:
        """Tell it to the person who asked."""
        return " ".join((*self._which(), WHY, *self._instead()))

    def _which(self) -> Iterator[str]:
        case = self.events[0].case
        named = "; ".join(f"nr. {event.position} ({event.source}, id {event.id})" for event in self.events[:NAMED])
        more = f" og {len(self.events) - NAMED} til" if len(self.events) > NAMED else ""
        whose = "Jobnets egne hændelser" if case == SYSTEM_CASE else f"Sag {case}"
        yield f"{whose}: {len(self.events)} af {self.of} hændelser kan ikke læses mere: {named}{more}."

    def _instead(self) -> Iterator[str]:
        yield "Et svar uden dem kunne være et andet, så der gives intet."
        first = self.events[0].position
        if self.before:
            yield f"Med --position {first - 1} vises sagen, som loggen var før nr. {first}."
        yield "Loggens segl kan stadig efterprøves (sagsspor verify), og det kan tidligere dossierer (sagsspor dossier verify)."


WHY = (
    "Deres gemte bytes giver ingen hændelse: nøglen, de er krypteret med, er slettet, de er ødelagt, eller en nyere version har skrevet "
    "dem. Siger sagsspor verify intet om dem, er de uændrede."
)
