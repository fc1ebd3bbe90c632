"""The events of a case for its page: what each says, its three times, and what corrected or retracted it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from domain.events import EventCorrected, EventRetracted
from domain.facts import EventRef, Fact
from domain.texts import danish_date
from domain.times import Instant, day_of, moment
from infra.cases import target_of
from infra.danish_dates import local_time
from infra.event_words import details, free_text
from infra.timeline import Happened, happened
from infra.web.pages.case_content.addresses import Addresses, Link


class Time(NamedTuple):
    """A day or an instant: for people, and for programs."""

    words: str
    iso: str

    def __html__(self) -> str:
        """Write it for a page. There is nothing to escape in digits and the names of months."""
        return f'<time datetime="{self.iso}">{self.words}</time>'


class Mark(NamedTuple):
    """What became of an event, or what it did to another."""

    text: str
    kind: str
    """The look of its tag."""
    about: Link | None


class EventRow(NamedTuple):
    """An event."""

    fragment: str
    number: str
    label: str
    words: str
    written: list[str]
    """What people wrote in it."""
    effective: Time
    registered: Time
    received: Time
    late: str
    """How much later it was registered than it was so."""
    source: str
    id: str
    marks: list[Mark]
    counts: bool
    """Whether it bears on the answer."""
    after: bool
    """Whether it was so only after the day asked."""


def event_rows(bearing: Iterable[Fact], standing: Sequence[Fact], addresses: Addresses) -> list[EventRow]:
    """Give the events that were known, those last registered first."""
    known = [fact for fact in bearing if fact.ref in addresses.numbers]
    told = happened(known, standing, date.max)
    rows = _Rows(addresses, {fact.ref: fact for fact in known})
    return [rows.row(one) for one in sorted(told, key=_newest_last, reverse=True)]


def _newest_last(one: Happened) -> tuple[Instant, Instant, str, str]:
    return one.fact.registered, one.fact.received, one.fact.source, one.fact.id


class _Rows:
    def __init__(self, addresses: Addresses, by_ref: Mapping[EventRef, Fact]) -> None:
        self._addresses = addresses
        self._by_ref = by_ref

    def row(self, one: Happened) -> EventRow:
        """Tell an event."""
        fact = one.fact
        number = self._addresses.numbers[fact.ref]
        after = fact.day > self._addresses.asked.valid_on
        return EventRow(
            number.fragment,
            number.words,
            fact.event.LABEL,
            _sentence(details(fact.event)),
            free_text(fact.event),
            _effective(fact),
            time(fact.registered),
            time(fact.received),
            _later(one.days_late),
            fact.source,
            fact.id,
            self._marks(one),
            one.standing != "retracted" and not after,
            after,
        )

    def _marks(self, one: Happened) -> list[Mark]:
        marks = [self._revised(by) for by in one.revised_by]
        target = target_of(one.fact)
        if target is not None:
            verb = "Retter" if isinstance(one.fact.event, EventCorrected) else "Annullerer"
            marks.append(Mark(verb, "info", self._named(target)))
        elif one.standing == "retracted" and not marks:
            marks.append(Mark("Annulleret", "warning", None))
        return marks

    def _revised(self, by: Fact) -> Mark:
        verb = "Annulleret" if isinstance(by.event, EventRetracted) else "Rettet"
        return Mark(f"{verb} {danish_date(day_of(by.registered))}", "warning", self._named(by.ref))

    def _named(self, ref: EventRef) -> Link:
        number = self._addresses.numbers.get(ref)
        if number is None:
            return Link(f"hændelse {ref.id} fra {ref.source}", None)
        return Link(f"{self._by_ref[ref].event.LABEL} ({number.words.lower()})", self._addresses.event(ref))


def _effective(fact: Fact) -> Time:
    if len(fact.event.effective) == len("2022-03-01"):
        return day_time(fact.day)
    return time(fact.effective)


@lru_cache(maxsize=512)
def time(at: Instant) -> Time:
    """Write an instant. A page names most of its instants several times."""
    local = moment(at)
    return Time(local_time(local), local.isoformat())


@lru_cache(maxsize=512)
def day_time(day: date) -> Time:
    """Write a day."""
    return Time(danish_date(day), day.isoformat())


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}." if words else ""


def _later(days: int) -> str:
    return "" if not days else "dagen efter" if days == 1 else f"{days} dage efter"
