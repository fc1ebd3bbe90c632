"""What is asked of a case, as documents: the same for the command line and over HTTP."""

from collections.abc import Sequence
from datetime import date

from domain.contrast import contrasts
from domain.derive import derive
from domain.difference import difference
from domain.document import Document, as_document
from domain.history import KnownBy
from domain.imagined import ImaginedHistory
from domain.learning import Learning, what_changed
from domain.policy import Policy
from domain.rulesets import LAW
from domain.times import Instant, moment
from infra.cases import Case
from infra.contrast_words import contrast_as_json
from infra.timeline_document import event_as_document


def diff_document(case: Case, asked: Learning) -> Document:
    """Tell what became known between two moments, and what that changed."""
    return {
        "case": case.id,
        "valid_on": asked.valid_on.isoformat(),
        "known_by": asked.known_by,
        "known_at": moment(asked.first).isoformat(),
        "and": moment(asked.second).isoformat(),
        "policy": asked.policy.as_dict(),
        "rules": LAW.on(asked.valid_on).id,
        "learnt": [event_as_document(fact) for fact in asked.learnt],
        "changes": what_changed(asked, case.id),
    }


def learning(case: Case, valid_on: date, moments: Sequence[Instant], policy: Policy, known_by: KnownBy) -> Learning:
    """Ask what became known between two moments, in whichever order they are named."""
    first, second = sorted(moments)
    return Learning(case.history, valid_on, first, second, case.learnt(first, second, known_by), policy, known_by)


def what_if_document(case: Case, imagined: ImaginedHistory, day: date, known_at: Instant | None, policy: Policy, by: KnownBy) -> Document:
    """Tell what a case would say with facts that did not happen, or without facts that did."""
    real = as_document(derive(case.history, day, known_at, policy, by), case.id)
    view = imagined.derive(day, known_at, policy, by)
    document = as_document(view.as_if_real, case.id)
    marks = {
        "with": [event_as_document(fact) for fact in view.added],
        "without": [{"source": ref.source, "id": ref.id} for ref in view.removed],
        "contrast": [contrast_as_json(one, by) for one in contrasts(imagined, day, known_at, policy, by)],
    }
    return {"imagined": marks, **document, "changes": difference(real, document)}
