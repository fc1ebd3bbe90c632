"""The type checker keeps what is imagined out of a dossier."""

from mypy import api

SNIPPET = """
from domain.imagined import ImaginedHistory, ImaginedView
from infra.cases import Case
from infra.dossier.derivation import Derived, derived
from infra.dossier.question import Question

def real(question: Question, case: Case) -> Derived:
    return derived(question, case)

def imagined(question: Question, history: ImaginedHistory, found: Derived, view: ImaginedView) -> None:
    derived(question, history)
    found.seen._replace(view=view)
    found._replace(seen=view)
"""


def test_what_is_imagined_is_refused():
    """The type checker says so: an error for each use, and none for the real one."""
    said, _, code = api.run(["--config-file=", "--strict", "--follow-imports=silent", "-c", SNIPPET])

    refused = [line for line in said.splitlines() if '"ImaginedView"' in line or '"ImaginedHistory"' in line]
    assert (1, 3) == (code, len(refused)), said
