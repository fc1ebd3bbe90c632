"""A dossier made: gathered, derived, checked against the whole case. It is drawn when somebody wants it on paper."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from infra.cases import Case
from infra.dossier.derivation import derivation_document, derived
from infra.dossier.gathering import UnprovenError, gather
from infra.dossier.parts import DERIVATION, PAGE, manifest, parts
from infra.dossier.question import Question, as_bytes
from infra.seals.store import SealStore
from infra.stores import Store


class NotDrawnError(RuntimeError):
    """Pango is not on the machine. The message says so, in Danish, and what to do."""

    def __init__(self) -> None:
        super().__init__("Programmet til at tegne PDF mangler på maskinen. Installér libpango-1.0-0 og libpangoft2-1.0-0 (Debian).")


class Made(NamedTuple):
    """A dossier whose events give what the whole log gives."""

    files: Mapping[str, bytes]
    """All but the manifest, which is made of the drawn pages too."""
    valid_on: date
    events: int
    sealed: int

    @property
    def page(self) -> bytes:
        """Give the dossier as one HTML page."""
        return self.files[PAGE]

    @property
    def digests(self) -> bytes:
        """Give what every byte of the dossier follows from, shortly."""
        return manifest(self.files, "")

    def drawn(self) -> bytes:
        """Give the dossier as PDF, which takes seconds. Raise `NotDrawnError` where the program that draws is missing."""
        try:
            from infra.dossier.pdf import write_pdf  # noqa: PLC0415 - slow to load, and it needs Pango: who draws nothing starts without
        except OSError:
            raise NotDrawnError from None
        return write_pdf(self.page.decode(), self.files, self.valid_on, lambda pages: manifest(self.files, pages))


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
    return Made(files, question.valid_on, len(dossier.events), dossier.seal.size)
