"""The type checker keeps what is imagined apart from what is real."""

from mypy import api

SNIPPET = """
from datetime import date, datetime
from domain.decision_check import check_decisions
from domain.derive import derive
from domain.document import as_document
from domain.history import History
from domain.imagined import ImaginedHistory

def real(history: History) -> None:
    as_document(derive(history, date.today()), "")
    check_decisions(history, date.today())

def imagined(history: ImaginedHistory) -> None:
    as_document(history.derive(date.today()), "")
    derive(history, date.today())
    check_decisions(history, date.today())
"""


def test_what_is_imagined_is_refused_by_what_speaks_of_real_cases():
    """The type checker says so: three errors, one for each use, and none for the real ones."""
    said, _, code = api.run(["--config-file=", "--strict", "--follow-imports=silent", "-c", SNIPPET])

    refused = [line for line in said.splitlines() if '"ImaginedView"' in line or '"ImaginedHistory"' in line]
    assert (1, 3) == (code, len(refused)), said
