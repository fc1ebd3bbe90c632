"""What was known when a question was asked, in Danish."""

from domain.history import KnownBy
from domain.texts import danish_date
from domain.times import Instant
from domain.view import CaseView
from infra.danish_dates import danish_time

KNOWN_VERBS: dict[KnownBy, str] = {"registered": "registreret", "received": "modtaget"}


def known_words(known_at: Instant | None, known_by: KnownBy) -> str:
    """Say what was known: everything, or what had come by an instant."""
    return "alt, hvad der er kendt" if known_at is None else f"det, der var {KNOWN_VERBS[known_by]} ved {danish_time(known_at)}"


def asked_words(view: CaseView) -> str:
    """Say what was asked: the day, and what was known."""
    return f"ved udgangen af {danish_date(view.valid_on)}, efter {known_words(view.known_at, view.known_by)}"
