"""An event in one line, and a retraction or a correction with what it is about."""

from domain.facts import Fact
from domain.texts import danish_date
from infra.cases import Case, target_of
from infra.event_words import event_words


def learnt_words(fact: Fact, case: Case) -> str:
    """Say an event that came to be known."""
    ref = target_of(fact)
    if ref is None:
        return event_words(fact.event)
    target = next((one for one in case.facts if one.ref == ref), None)
    about = f"»{event_words(target.event)}« fra {danish_date(target.day)}" if target else f"hændelse {ref.id}"
    return f"{fact.event.LABEL}: {about}"
