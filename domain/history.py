"""What was known: selection by time, retraction, correction, and correction of a correction."""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, Literal

from domain.events import Event, EventCorrected, EventRetracted
from domain.facts import Fact, order_key
from domain.times import Instant, day_of, end_of, parse_effective

KnownBy = Literal["registered", "received"]
Decode = Callable[[type[Event], Mapping[str, Any]], Event]
"""Turn the `data` of a correction into an event of the target's type. Raises `ValueError` when it does not fit."""


class History:
    """One citizen's facts and the system's, as the log holds them.

    A retraction or correction bears on facts of its own case alone: a citizen's stream cannot unsay an outage.

    Args:
        own: the citizen's facts in any order; `(source, id)` is unique among them.
        decode: reads the data of corrections.
        system: the facts of the system, in any order.

    """

    __slots__ = ("_decode", "_own", "_system")

    def __init__(self, own: Iterable[Fact], decode: Decode, system: Iterable[Fact] = ()) -> None:
        self._own = tuple(own)
        self._system = tuple(system)
        self._decode = decode

    def facts(self, known_at: Instant | None = None, known_by: KnownBy = "registered") -> list[Fact]:
        """Give the facts that were known, retractions and corrections applied, in the order of folding.

        `known_by` chooses the clock: when the authority registered a fact, or when this system received it.
        """
        found = [*self._known(self._own, known_at, known_by), *self._known(self._system, known_at, known_by)]
        found.sort(key=order_key)
        return found

    def learnt(self, known_at: Instant | None = None, known_by: KnownBy = "registered") -> Iterator[tuple[date, list[Fact]]]:
        """Give each day on which something known by then was learnt, with what `facts` gives for the end of the day before."""
        clock = attrgetter(known_by)
        coming = sorted((fact for fact in (*self._own, *self._system) if known_at is None or clock(fact) <= known_at), key=clock)
        facts: list[Fact] = []
        revised = False
        for day, new in groupby(coming, key=lambda fact: day_of(clock(fact))):
            yield day, facts
            ours = list(new)
            revised = revised or any(type(one.event) in _REVISIONS for one in ours)
            facts = self.facts(end_of(day), known_by) if revised else sorted([*facts, *ours], key=order_key)

    def without(self, refs: Container[tuple[str, str]]) -> "History":
        """Give the history without some events."""
        own, system = ([fact for fact in part if fact.ref not in refs] for part in (self._own, self._system))
        return History(own, self._decode, system)

    def adding(self, fact: Fact, *, of_system: bool = False) -> "History":
        """Give the history with one fact more."""
        own, system = (self._own, (*self._system, fact)) if of_system else ((*self._own, fact), self._system)
        return History(own, self._decode, system)

    def _known(self, facts: Sequence[Fact], known_at: Instant | None, known_by: KnownBy) -> Sequence[Fact]:
        known = facts
        if known_at is not None:
            clock = attrgetter(known_by)
            known = [fact for fact in known if clock(fact) <= known_at]
        if any(type(fact.event) in _REVISIONS for fact in known):
            return self._revised(known)
        return known

    def _revised(self, known: Sequence[Fact]) -> list[Fact]:
        """Apply every standing retraction and correction.

        A revision stands unless a later registered one retracts it. The last registered standing correction of
        a fact holds. Both sorts look at registration alone: what was so does not depend on when it was put right.
        """
        by_registration = sorted((f for f in known if type(f.event) in _REVISIONS), key=_registration_key)
        facts = {(fact.source, fact.id): fact for fact in known}
        gone: set[tuple[str, str]] = set()
        corrections: dict[tuple[str, str], list[Fact]] = {}
        # From the last registered to the first: whether a revision stands is settled before it is used.
        for revision in reversed(by_registration):
            if (revision.source, revision.id) in gone:
                continue
            event = self._as_corrected(revision, corrections).event
            if not isinstance(event, EventRetracted | EventCorrected):
                continue
            target = (event.target_source, event.target_id)
            if _may_revise(revision, facts.get(target)):
                if isinstance(event, EventRetracted):
                    gone.add(target)
                else:
                    corrections.setdefault(target, []).append(revision)
        return [
            self._as_corrected(fact, corrections) if (fact.source, fact.id) in corrections else fact
            for fact in known
            if (fact.source, fact.id) not in gone and type(fact.event) not in _REVISIONS
        ]

    def _as_corrected(self, fact: Fact, corrections: Mapping[tuple[str, str], list[Fact]]) -> Fact:
        """Give the fact as its last standing usable correction has it."""
        for correction in corrections.get((fact.source, fact.id), ()):
            settled = self._as_corrected(correction, corrections)
            event = settled.event
            if not isinstance(event, EventCorrected):
                continue
            try:
                corrected = self._decode(type(fact.event), event.data)
                effective, day = parse_effective(corrected.effective)
            except ValueError:
                continue  # the door refuses such a correction; one that named its target before the target came falls here
            return fact._replace(event=corrected, effective=effective, day=day, corrections=(*fact.corrections, *settled.refs))
        return fact


def until(facts: Sequence[Fact], day: date) -> Sequence[Fact]:
    """Cut ordered facts at the end of a legal day."""
    return facts[: bisect_right(facts, end_of(day), key=attrgetter("effective"))]


_REVISIONS = frozenset({EventRetracted, EventCorrected})


def _registration_key(fact: Fact) -> tuple[Instant, str, str]:
    return (fact.registered, fact.source, fact.id)


def _may_revise(revision: Fact, target: Fact | None) -> bool:
    """Say whether the revision bears on the target: among revisions only a later registered one, so that no circle arises."""
    if target is None:
        return False
    return type(target.event) not in _REVISIONS or _registration_key(revision) > _registration_key(target)
