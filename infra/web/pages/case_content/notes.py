"""Findings and alerts with their rules and events."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from domain.texts import note_text
from domain.trace import Note
from infra.web.pages.case_content.addresses import Addresses, Link, rules
from infra.web.pages.case_content.events import Time, day_time


class NoteRow(NamedTuple):
    """A finding or an alert."""

    since: Time
    words: str
    code: str
    rules: list[Link]
    facts: list[Link]


def note_rows(notes: Iterable[Note], by_code: Mapping[str, tuple[str, ...]], addresses: Addresses) -> list[NoteRow]:
    """Tell notes; `by_code` gives the rules of each."""
    return [
        NoteRow(day_time(note.since), note_text(note), note.code, rules(by_code[note.code]), addresses.facts(note.facts)) for note in notes
    ]
