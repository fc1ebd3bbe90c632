"""Everything that the page of the dossier says."""

from typing import Any

from domain.derive import look
from infra.asked_words import asked_words
from infra.cases import Case
from infra.dossier.parts import WHAT
from infra.web.asked import Asked
from infra.web.pages.case_content.addresses import Addresses
from infra.web.pages.case_content.as_of import deviations


def dossier_page(case: Case, asked: Asked) -> dict[str, Any]:
    """Make the page."""
    view = look(case.history, asked.valid_on, asked.known_at, asked.policy, asked.known_by).view
    return {
        "case": case.id,
        "addresses": Addresses.of(case, asked, case.facts),
        "asked": f"Dossieret svarer på, hvad sagen siger {asked_words(view)}.",
        "files": list(WHAT.items()),
        "set_aside": case.set_aside,
        "rule_set": view.rule_set,
        "deviations": list(deviations(asked.policy)),
    }
