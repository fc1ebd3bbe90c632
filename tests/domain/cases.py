"""Small cases, built of facts without a door or a store."""

from collections.abc import Iterable

from consumers.decoding import decode_data
from domain.derive import derive
from domain.events import BenefitStarted, Event, GuidanceGiven, Registered, TargetGroupAssigned
from domain.facts import EventRef, Fact
from domain.history import History
from domain.policy import DEFAULT_POLICY, Policy
from domain.times import parse_day, parse_effective, parse_known_at
from domain.view import CaseView

SOURCE = "urn:fagsystem:test:000"


def opening(group="kontanthjaelp_jobparat", day="2022-01-03") -> list[Event]:
    """Give what a case usually begins with."""
    guide = "unemployment_fund" if group == "dagpenge" else "jobcentre"
    begun = [
        TargetGroupAssigned(effective=day, group=group),
        BenefitStarted(effective=day),
        GuidanceGiven(effective=day, by=guide, written=True),
    ]
    return begun if group == "jobafklaring" else [*begun, Registered(effective=day, channel="jobnet")]


def facts_of(events: Iterable[Event | tuple[Event, str]]) -> list[Fact]:
    """Make facts, registered when they were so, or at the time given beside them. Their ids follow the order."""
    pairs = [event if isinstance(event, tuple) else (event, event.effective) for event in events]
    return [_fact(event, registered, f"e{number:02}") for number, (event, registered) in enumerate(pairs, start=1)]


def _fact(event: Event, registered: str, id_: str) -> Fact:
    effective, day = parse_effective(event.effective)
    known, _ = parse_effective(registered)
    return Fact(event, effective, day, known, known, SOURCE, id_)


def look(facts: Iterable[Fact], valid_on: str, known_at: str | None = None, policy: Policy = DEFAULT_POLICY) -> CaseView:
    """Ask about a day."""
    return derive(History(facts, decode_data), parse_day(valid_on), parse_known_at(known_at) if known_at else None, policy)


def without(facts: Iterable[Fact], ref: EventRef) -> list[Fact]:
    """Leave one event out."""
    return [fact for fact in facts if fact.ref != ref]
