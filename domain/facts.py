"""A fact: one registered event with its three times, as the law folds it."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Generic, NamedTuple

from domain.events import Event
from domain.times import Instant

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    E_co = TypeVar("E_co", bound=Event, default=Event, covariant=True)
else:
    from typing import TypeVar

    E_co = TypeVar("E_co", covariant=True)


class EventRef(NamedTuple):
    """What names an event everywhere: the publisher and its id."""

    source: str
    id: str


class Fact(NamedTuple, Generic[E_co]):
    """An event and when it was so, when it was known and when it was taken in."""

    event: E_co
    effective: Instant
    """Virkningstid, the instant that orders it."""
    day: date
    """The legal day of the effective time."""
    registered: Instant
    """Registreringstid: when the authority knew it."""
    received: Instant
    """When this system had it."""
    source: str
    id: str
    corrections: tuple[EventRef, ...] = ()
    """The corrections that made it what it is, the earliest first."""

    @property
    def ref(self) -> EventRef:
        """Name the event."""
        return EventRef(self.source, self.id)

    @property
    def refs(self) -> tuple[EventRef, ...]:
        """Name the event and every correction behind it."""
        return (EventRef(self.source, self.id), *self.corrections)


def distinct(facts: Iterable[Fact | None]) -> tuple[Fact, ...]:
    """Give each fact once, in the order met; leave out what is not there."""
    return tuple({(fact.source, fact.id): fact for fact in facts if fact is not None}.values())


def order_key(fact: Fact) -> tuple[Instant, Instant, str, str]:
    """Give the order in which facts are folded: `(effective, registered, source, id)`."""
    return (fact.effective, fact.registered, fact.source, fact.id)
