"""A decision beside what the file showed and shows, in Danish."""

from collections.abc import Iterable
from datetime import date

from domain.decision_check import DecisionCheck
from domain.texts import danish_date
from domain.texts.words import days_counted
from infra.danish_dates import spans

DIFFERENCES_THEN = ("Afgjort, men kunne ikke udledes da", "Kunne udledes da, men ikke afgjort")
DIFFERENCES_NOW = ("Afgjort, men kan ikke udledes nu", "Kan udledes nu, men ikke afgjort")
NO_DECISION = "Der er ikke truffet nogen afgørelse om fradrag."
APPEAL_GUIDANCE = (
    "Afgørelsens fulde begrundelse og klagevejledning står i brevet til borgeren. Hændelserne i sagen oplyser ikke brevets ordlyd."
)


def verdict_words(check: DecisionCheck) -> str:
    """Say whether a decision stands, and whether it is what the file shows now."""
    if check.revoked is not None:
        return f"Afgørelsen er ophævet {danish_date(check.revoked.day)}."
    return "Afgørelsen afviger fra det, sagen viser nu." if check.now.differs else "Afgørelsen svarer til det, sagen viser nu."


def decided_days(found: Iterable[date]) -> str:
    """Write the days of a decision: how many, and which."""
    days = sorted(set(found))
    written = spans(days)
    if len(written) < 2:
        return written[0] if written else "ingen dage"
    return f"{days_counted(len(days))}: {', '.join(written)}"
