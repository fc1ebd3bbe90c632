"""From the store to a dossier: the events that bear on the case, and the first seal that covers them all."""

from typing import NamedTuple

from domain.facts import EventRef
from infra.cases import Case
from infra.dossier.question import Question
from infra.dossier.sealed_events import SealedEvent, case_of
from infra.seals.checkpoints import Checkpoint
from infra.seals.evidence import as_sealed
from infra.seals.notes import Note, NoteError
from infra.seals.store import SealStore
from infra.stores import Store


class Dossier(NamedTuple):
    """A question, the sealed events it is answered by, and the seal. What is imagined has no place in a log, so it cannot come in."""

    question: Question
    events: tuple[SealedEvent, ...]
    checkpoint: str
    """The signed note."""
    announced: tuple[str, ...]
    """The earlier seals that name a key."""

    @property
    def case(self) -> Case:
        """Give the case that the events make."""
        return case_of(self.question.case, self.events)

    @property
    def seal(self) -> Checkpoint:
        """Give what the seal says."""
        return Checkpoint.parse(Note.parse(self.checkpoint).text)


class UnprovenError(RuntimeError):
    """A dossier that cannot be proven is not made. The message says why, in Danish, and what to do."""


def gather(store: Store, seals: SealStore, case: Case, question: Question) -> Dossier:
    """Gather what a dossier holds. The first seal that covers the events is taken, so that a growing log changes nothing.

    Raises:
        UnprovenError: no seal covers the events, or one of them is not as it was sealed.

    """
    known = case.as_known(question.known_at, question.known_by)
    places = sorted(_position(store, fact.ref) for fact in known.facts)
    note, announced = _covering(seals, places[-1] if places else 0)
    checkpoint = Checkpoint.parse(Note.parse(note).text)
    return Dossier(question, tuple(_sealed(seals, place, checkpoint) for place in places), note, announced)


def _position(store: Store, ref: EventRef) -> int:
    row = store.find(ref.source, ref.id)
    if row is None:
        raise UnprovenError("En af sagens hændelser findes ikke mere i loggen. Kør sagsspor verify.")
    return row.position


def _covering(seals: SealStore, last: int) -> tuple[str, tuple[str, ...]]:
    """Find the first seal over the last of the events, and the seals before it that name a key."""
    announced: list[str] = []
    for seal in seals.seals():
        try:
            checkpoint = Checkpoint.parse(Note.parse(seal.note).text)
        except NoteError:
            raise UnprovenError(f"Segl nr. {seal.number} kan ikke læses. Kør sagsspor verify.") from None
        if checkpoint.size >= last:
            return seal.note, tuple(announced)
        if checkpoint.key:
            announced.append(seal.note)
    raise UnprovenError("Sagens hændelser er ikke forseglet endnu, så dossieret kan ikke bevise noget. Kør sagsspor seal, og prøv igen.")


def _sealed(seals: SealStore, position: int, checkpoint: Checkpoint) -> SealedEvent:
    found = as_sealed(seals, position, checkpoint)
    if found is None:
        raise UnprovenError(f"Hændelse nr. {position} er ikke, som den blev forseglet. Intet er skrevet. Kør sagsspor verify.")
    return SealedEvent(*found)
