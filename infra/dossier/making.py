"""A dossier made: gathered, derived, checked against the whole case, written."""

from typing import NamedTuple

from infra.cases import Case
from infra.dossier.derivation import derivation_document, derived
from infra.dossier.gathering import UnprovenError, gather
from infra.dossier.parts import DERIVATION, PAGE, manifest, parts
from infra.dossier.pdf import write_pdf
from infra.dossier.question import Question, as_bytes
from infra.seals.store import SealStore
from infra.stores import Store


class Made(NamedTuple):
    """A dossier in its two forms."""

    pdf: bytes
    page: bytes
    events: int
    sealed: int


def make(store: Store, seals: SealStore, case: Case, question: Question) -> Made:
    """Make the dossier of a real case.

    Raises:
        UnprovenError: the case's events are not sealed, or do not give what the whole log gives.

    """
    dossier = gather(store, seals, case, question)
    files = parts(dossier)
    # The system's events that touch none of the case's due dates are left out: that must change nothing.
    if as_bytes(derivation_document(derived(question, case.as_known(question.known_at, question.known_by)))) != files[DERIVATION]:
        raise UnprovenError("Dossierets hændelser giver ikke det samme som hele loggen. Intet er skrevet. Meld det som en fejl.")
    pdf = write_pdf(files[PAGE].decode(), files, question.valid_on, lambda pages: manifest(files, pages))
    return Made(pdf, files[PAGE], len(dossier.events), dossier.seal.size)
