"""The words of every reason: why a day is on a list, and why a rule did not apply."""

from domain.texts.blocked_days import BLOCKED_DAYS
from domain.texts.considered import CONSIDERED
from domain.texts.counted_days import COUNTED_DAYS
from domain.texts.requirements import REQUIREMENTS
from domain.texts.uncounted_days import UNCOUNTED_DAYS
from domain.texts.words import Words, filled, found
from domain.trace import Reason

REASONS: dict[str, Words] = {**COUNTED_DAYS, **BLOCKED_DAYS, **CONSIDERED, **UNCOUNTED_DAYS, **REQUIREMENTS}
"""By code."""


def reason_text(reason: Reason) -> str:
    """Say a reason in Danish. Raise `UnknownTextError` for a code without words."""
    words = found(reason.code, REASONS)
    return filled(words, reason.values) if isinstance(words, str) else words(reason.values)
