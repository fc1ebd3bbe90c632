"""The words of findings and alerts."""

from domain.texts.alerts import ALERTS
from domain.texts.findings import FINDINGS
from domain.texts.words import Words, filled, found
from domain.trace import Note

NOTES: dict[str, Words] = {**FINDINGS, **ALERTS}
"""By code: no code is both a finding's and an alert's."""


def note_text(note: Note) -> str:
    """Say a finding or an alert in Danish. Raise `UnknownTextError` for a code without words."""
    words = found(note.code, NOTES)
    if not isinstance(words, str):
        return words(note.values)
    named = {"fact": note.facts[0].event.LABEL} if note.facts else {}
    return filled(words, note.values, since=note.since, **named)
