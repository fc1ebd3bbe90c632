"""What was said of a day earlier: each time the answer changed as facts came to be known."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from domain.derive import look
from domain.facts import Fact
from domain.times import Instant, end_of
from infra.cases import Case
from infra.web.asked import Asked
from infra.web.pages.case_content.addresses import Addresses, Link
from infra.web.pages.case_content.as_of import known_moments
from infra.web.pages.case_content.day_answers import Answer, answers
from infra.web.pages.case_content.events import Time, time

NOTHING = "Sagen sagde intet om dagen."


class Earlier(NamedTuple):
    """What was said from an instant on."""

    since: Time
    href: str
    said: list[str]
    counts: bool
    because: list[Link]
    """The events that came to be known then."""


def earlier_answers(case: Case, bearing: Sequence[Fact], day: date, asked: Asked, addresses: Addresses) -> list[Earlier]:
    """Give the answers about a day, from its end on, the latest first."""
    told = list(_changes(case, bearing, day, asked))
    return [_told(at, found, bearing, asked, addresses, first=not number) for number, (at, found) in enumerate(told)][::-1]


def _changes(case: Case, bearing: Sequence[Fact], day: date, asked: Asked) -> Iterator[tuple[Instant, list[Answer]]]:
    before: list[tuple[str, str | None, str]] | None = None
    for at in _moments(bearing, day, asked):
        found = answers(look(case.history, asked.valid_on, at, asked.policy, asked.known_by), day)
        names = [one.name for one in found]
        if names != before:
            before = names
            yield at, found


def _moments(bearing: Sequence[Fact], day: date, asked: Asked) -> Iterator[Instant]:
    """Give the end of the day and each later instant at which something became known, as far as was asked."""
    if asked.known_at is None or end_of(day) <= asked.known_at:
        yield end_of(day)
    for at in known_moments(bearing, asked.known_by):
        if at > end_of(day) and (asked.known_at is None or at <= asked.known_at):
            yield at


def _told(at: Instant, found: list[Answer], bearing: Sequence[Fact], asked: Asked, addresses: Addresses, *, first: bool) -> Earlier:
    learnt = [] if first else [fact for fact in bearing if getattr(fact, asked.known_by) == at]
    said = [one.short for one in found] or [NOTHING]
    href = f"/sager/{asked.case}?{asked._replace(known_at=at).query}"
    return Earlier(time(at), href, said, any(one.counts for one in found), addresses.facts(learnt))
