"""What if: a case with facts that did not happen, or without facts that did.

What is imagined is another type than what is real, so that no function that speaks of real cases takes it by mistake: who
wants the view says so by its name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from domain.derive import derive
from domain.facts import EventRef, Fact
from domain.history import History, KnownBy
from domain.policy import DEFAULT_POLICY, Policy
from domain.times import Instant
from domain.view import CaseView


class Note(NamedTuple):
    """A fact that is thought of as there or not there; a fact of the system concerns every case."""

    fact: Fact
    of_system: bool = False


@dataclass(frozen=True, slots=True)
class ImaginedView:
    """What a case would say. Not what it says."""

    as_if_real: CaseView
    """The view, for those who mark what they make of it as imagined."""
    added: tuple[Fact, ...]
    removed: tuple[EventRef, ...]


@dataclass(frozen=True, slots=True)
class ImaginedHistory:
    """A real history with facts added and facts taken away. It is never written."""

    real: History
    added: tuple[Note, ...] = ()
    removed: tuple[Note, ...] = ()

    def derive(
        self, valid_on: date, known_at: Instant | None = None, policy: Policy = DEFAULT_POLICY, known_by: KnownBy = "registered"
    ) -> ImaginedView:
        """Say what the case would be (domain.derive)."""
        view = derive(self._as_if(), valid_on, known_at, policy, known_by)
        return ImaginedView(view, tuple(note.fact for note in self.added), tuple(note.fact.ref for note in self.removed))

    def each_without(self) -> Iterator[tuple[Note, History]]:
        """Give each imagined change with the case as it would be without that fact: all the other changes stand."""
        whole = self._as_if()
        for note in self.added:
            yield note, whole.without({note.fact.ref})
        standing = {fact.ref: fact for fact in self.real.facts()}
        for fact, of_system in self.removed:
            # What was corrected is thought of as it stands, so that its corrections go with it.
            note = Note(standing.get(fact.ref, fact), of_system)
            yield note, whole.without(set(note.fact.corrections))

    def _as_if(self) -> History:
        history = self.real.without({note.fact.ref for note in self.removed})
        for fact, of_system in self.added:
            history = history.adding(fact, of_system=of_system)
        return history
