"""A rule of the register as a document."""

from domain.document import Document
from domain.register import Rule


def rule_document(one: Rule) -> Document:
    """Spell a rule out: its words, where they stand in the guidance, and its law."""
    return {
        "id": one.id,
        "title": one.short,
        "text": one.text,
        "statute": one.statute,
        "section": one.section,
        "lines": one.lines,
        "valid_from": one.valid_from.isoformat(),
        "valid_to": None if one.valid_to is None else one.valid_to.isoformat(),
    }
