"""Where the pages about one case lie: each address names the whole question."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple, Self
from urllib.parse import parse_qsl

from markupsafe import escape

from domain.facts import EventRef, Fact, order_key
from domain.register import rule
from domain.texts import danish_date
from domain.times import Instant
from infra.cases import Case
from infra.web.asked import Asked


class Link(NamedTuple):
    """Words, and where they lead: nowhere, where there is nothing to show."""

    text: str
    href: str | None

    def __html__(self) -> str:
        """Write it for a page."""
        return escape(self.text) if self.href is None else f'<a href="{escape(self.href)}">{escape(self.text)}</a>'


class Numbered(NamedTuple):
    """An event's number in its stream, which never changes, and its place on the case's page."""

    words: str
    fragment: str


class Addresses(NamedTuple):
    """Gives the addresses of a case, asked."""

    asked: Asked
    query: str
    numbers: Mapping[EventRef, Numbered]
    here: bool
    """On the case's own page: an event is a place on it."""

    @classmethod
    def of(cls, case: Case, asked: Asked, bearing: Sequence[Fact], *, here: bool = False) -> Self:
        """Give the addresses. `bearing` are the case's facts; those that were not known by then have none."""
        return cls(asked, asked.query, dict(_numbered(case, asked, {fact.ref for fact in bearing})), here)

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """Give the question as the fields of a form."""
        return parse_qsl(self.query)

    @property
    def case(self) -> str:
        """Give the case's page."""
        return f"/sager/{self.asked.case}?{self.query}"

    @property
    def newest(self) -> str:
        """Give the case's page as it is now: the address leads on to the one that names its clocks."""
        return f"/sager/{self.asked.case}"

    @property
    def changes(self) -> str:
        """Give what tells when something comes about the case after what the page rests on."""
        return f"/api/cases/{self.asked.case}/changes?position={self.asked.position}"

    def page(self, name: str) -> str:
        """Give another page about the case."""
        return f"/sager/{self.asked.case}/{name}?{self.query}"

    def day(self, day: date) -> str:
        """Give the page of a day."""
        return f"/sager/{self.asked.case}/dage/{day.isoformat()}?{self.query}"

    def known(self, at: Instant, valid_on: date) -> str:
        """Give the case's page as it was known at an instant."""
        return f"/sager/{self.asked.case}?{self.asked._replace(known_at=at, valid_on=valid_on).query}"

    def event(self, ref: EventRef) -> str | None:
        """Give the place of an event."""
        numbered = self.numbers.get(ref)
        if numbered is None:
            return None
        return f"#{numbered.fragment}" if self.here else f"{self.case}#{numbered.fragment}"

    def fact(self, fact: Fact) -> Link:
        """Name an event that something rests on."""
        corrected = ", som rettet" if fact.corrections else ""
        return Link(f"{fact.event.LABEL} {danish_date(fact.day)}{corrected}", self.event(fact.ref))

    def facts(self, facts: Iterable[Fact]) -> list[Link]:
        """Name the events that something rests on, in the order in which they were so."""
        return [self.fact(fact) for fact in sorted(facts, key=order_key)]


def rules(ids: Iterable[str]) -> list[Link]:
    """Name rules by id and title."""
    return [Link(f"{id_} {rule(id_).short}", f"/regler/{id_}") for id_ in ids]


def _numbered(case: Case, asked: Asked, bearing: AbstractSet[EventRef]) -> Iterator[tuple[EventRef, Numbered]]:
    """Number the case's own events and those of the system that bear on it, each in the order in which they were received."""
    for facts, before, fragment in ((case.own, "Nr. ", "haendelse-"), (case.system, "System nr. ", "system-")):
        for number, fact in enumerate(facts, 1):
            if fact.ref in bearing and (asked.known_at is None or getattr(fact, asked.known_by) <= asked.known_at):
                yield fact.ref, Numbered(f"{before}{number}", f"{fragment}{number}")
