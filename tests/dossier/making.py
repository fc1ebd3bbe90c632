"""Dossiers of the story, made without drawing a PDF."""

from datetime import date

from domain.policy import DEFAULT_POLICY
from infra.cases import read_case
from infra.dossier.derivation import derived
from infra.dossier.gathering import gather
from infra.dossier.parts import MANIFEST, manifest, parts
from infra.dossier.question import Question
from infra.wiring import opened_store, seals_for
from tests.dossier.story import CASE

STORE = "sqlite:///sager.db"
QUESTION = Question(CASE, date(2022, 4, 30), None, "registered", DEFAULT_POLICY, (), "sagsspor test")
PAGES = "0" * 64


def gathered(question=QUESTION):
    with opened_store(STORE, create=False) as store:
        return gather(store, seals_for(store), read_case(store, CASE), question)


def found(dossier):
    return derived(dossier.question, dossier.case)


def files(dossier):
    """Give all the files, with a manifest that says the pages are PAGES."""
    made = parts(dossier)
    return {**made, MANIFEST: manifest(made, PAGES)}
