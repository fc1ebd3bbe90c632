"""A case as the log holds it: its own facts and the system's."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from consumers.decoding import decode_data
from consumers.event_store import SetAside
from domain.events import SYSTEM_CASE, EventCorrected, EventRetracted
from domain.facts import EventRef, Fact
from domain.history import History, KnownBy
from domain.times import Instant
from infra.stores import Store
from projections.system import days_touched, due_days


class Case(NamedTuple):
    """One citizen's case."""

    id: str
    own: tuple[Fact, ...]
    system: tuple[Fact, ...]
    set_aside: tuple[SetAside, ...] = ()
    """Events about the case that could not be taken, and wait: what the case says may change by them."""
    position: int | None = None
    """The number of the last event of the log that could count; None for what is no store's."""

    @property
    def history(self) -> History:
        """Give what `derive` asks."""
        return History(self.own, decode_data, self.system)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Give the case's own facts and those of the system that touch one of its due dates."""
        near = self.near
        return (*near.own, *near.system)

    @property
    def near(self) -> "Case":
        """Give the case without the system's facts that touch no due date of it: they say nothing of it at any moment."""
        dues = due_days(_in_every_form(self.own))
        touching = {fact.ref for fact in _in_every_form(self.system) if not dues.isdisjoint(days_touched(fact))}
        while revised := {fact.ref for fact in self.system if target_of(fact) in touching} - touching:
            touching |= revised
        return self._replace(system=tuple(fact for fact in self.system if fact.ref in touching))

    def as_known(self, known_at: Instant | None, known_by: KnownBy) -> "Case":
        """Give the case with what was known at an instant alone; None is everything known."""
        if known_at is None:
            return self
        own, system = (tuple(fact for fact in part if getattr(fact, known_by) <= known_at) for part in (self.own, self.system))
        return self._replace(own=own, system=system)

    def learnt(self, after: Instant, until: Instant, known_by: KnownBy) -> list[Fact]:
        """Give the facts that came to be known between two instants, in the order in which they came."""
        known = [(getattr(fact, known_by), fact.source, fact.id, fact) for fact in self.facts]
        return [fact for at, *_, fact in sorted(known, key=lambda one: one[:3]) if after < at <= until]

    def revisions(self) -> Mapping[EventRef, list[Fact]]:
        """Give the retractions and corrections by what they name as their target."""
        return revisions_among(self.facts)


def _in_every_form(facts: Sequence[Fact]) -> list[Fact]:
    """Give facts as they came and as any correction has had them, whether it still holds or not."""
    found = list(facts)
    by_ref = {fact.ref: fact for fact in facts}
    for fact in found:  # it grows: a correction can be corrected
        if not isinstance(fact.event, EventCorrected):
            continue
        target = by_ref.get(EventRef(fact.event.target_source, fact.event.target_id))
        if target is not None:
            with suppress(ValueError):  # a correction that does not fit corrects nothing
                found.append(target._replace(event=decode_data(type(target.event), fact.event.data)))
    return found


def revisions_among(facts: Iterable[Fact]) -> dict[EventRef, list[Fact]]:
    """Give the retractions and corrections among facts by what they name as their target."""
    found: dict[EventRef, list[Fact]] = {}
    for fact in sorted(facts, key=lambda fact: fact.registered):
        target = target_of(fact)
        if target is not None:
            found.setdefault(target, []).append(fact)
    return found


def target_of(fact: Fact) -> EventRef | None:
    """Name the event that a retraction or a correction is about."""
    if isinstance(fact.event, EventRetracted | EventCorrected):
        return EventRef(fact.event.target_source, fact.event.target_id)
    return None


def cases_with_events_set_aside(store: Store) -> set[str]:
    """Name the cases of which something could not be taken, and waits."""
    found: set[str] = set()
    last = 0
    while page := store.set_aside_events(after=last):
        found |= {one.case for one in page if one.case}
        last = page[-1].number
    return found


def read_case(store: Store, case: str, position: int | None = None) -> Case | None:
    """Read a case, as the log was when it ended at a position (now, without it); None when nothing at all is known of it."""
    if case == SYSTEM_CASE:
        return None
    end = store.last_position() if position is None else position
    facts = store.read_cases((case, SYSTEM_CASE), end)
    own, aside = facts[case], store.set_aside_events(case=case)
    return Case(case, tuple(own), tuple(facts[SYSTEM_CASE]), tuple(aside), end) if own or aside else None
