"""Everything that the page of what-if says: the form, and what the case would be."""

from datetime import date
from typing import Any, NamedTuple

from domain.contrast import contrasts
from domain.derive import derive, look
from domain.difference import difference
from domain.document import as_document
from domain.history import KnownBy
from domain.imagined import ImaginedHistory
from domain.policy import Policy
from domain.times import Instant
from infra.asked_words import asked_words
from infra.cases import Case
from infra.contrast_words import sentences
from infra.imagining import ImaginedError, imagine, words
from infra.web.asked import Asked
from infra.web.pages.case_content.addresses import Addresses
from infra.web.pages.case_content.as_of import deviations
from infra.web.pages.case_content.changes import told_changes
from infra.web.pages.case_content.comparison import beside
from infra.web.pages.case_content.imagined_facts import KINDS, Typed, days_of, errors_in, line_of

MOST = 20
"""So many imagined changes at most: for each, every day is tried."""
Errors = dict[str, str]


class LeftOut(NamedTuple):
    """An event that can be thought away."""

    id: str
    value: str
    words: str
    chosen: bool


def form(case: Case, asked: Asked, typed: Typed, errors: Errors) -> dict[str, Any]:
    """Make the form; what was typed is kept."""
    bearing = case.facts
    addresses = Addresses.of(case, asked, bearing)
    shown = [fact for fact in bearing if fact.ref in addresses.numbers]
    return {
        "case": case.id,
        "addresses": addresses,
        "typed": typed,
        "days": days_of(typed),
        "errors": errors,
        "kinds": [("", "Ingen"), *((key, kind.words) for key, kind in KINDS.items())],
        "events": [
            LeftOut(
                f"without-{number}",
                (value := f"{fact.source}/{fact.id}"),
                f"{addresses.numbers[fact.ref].words}: {addresses.fact(fact).text}",
                value in typed.without,
            )
            for number, fact in enumerate(sorted(shown, key=lambda fact: (fact.effective, fact.registered, fact.ref)), 1)
        ],
        "asked": f"Der er svaret {asked_words(look(case.history, *_question(asked)).view)}.",
    }


def imagined(case: Case, asked: Asked, typed: Typed) -> tuple[ImaginedHistory | None, Errors]:
    """Imagine what was typed, or say what must be put right."""
    errors = errors_in(typed)
    lines = b"\n".join((line_of(case.id, typed), typed.lines.encode())).strip()
    if len(typed.without) + len(lines.splitlines()) > MOST:
        errors["lines"] = f"Tænk højst {MOST} ændringer på én gang."
    if errors:
        return None, errors
    try:
        return imagine(case, lines, typed.without), {}
    except ImaginedError as error:
        return None, {"without-1" if error.missing else "lines": str(error)}


def answer(case: Case, asked: Asked, history: ImaginedHistory) -> dict[str, Any]:
    """Say what the case would be."""
    real = derive(case.history, *_question(asked))
    view = history.derive(*_question(asked)).as_if_real
    changes = difference(as_document(real, case.id), as_document(view, case.id))
    late = contrasts(history, *_question(asked))
    return {
        "imagined": list(words(history)),
        "contrasts": [list(sentences(one, asked.known_by)) for one in late],
        "sections": told_changes(changes, {}),
        "rows": beside(real, view),
        "rule_set": view.rule_set,
        "deviations": list(deviations(asked.policy)),
    }


def _question(asked: Asked) -> tuple[date, Instant | None, Policy, KnownBy]:
    return asked.valid_on, asked.known_at, asked.policy, asked.known_by
