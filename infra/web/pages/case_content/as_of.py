"""The control of the two clocks: what is shown, and the way to what was known before and after."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from domain.facts import Fact
from domain.history import KnownBy
from domain.policy import DEFAULT_POLICY, POLICY_VALUES, Policy
from domain.times import Instant, day_of
from domain.view import CaseView
from infra.asked_words import asked_words
from infra.danish_dates import danish_time
from infra.policy_files import written
from infra.policy_texts import POLICY_TEXTS
from infra.web.pages.case_content.addresses import Addresses, Link


class Reading(NamedTuple):
    """An open question with its readings to choose from."""

    id: str
    question: str
    options: list[tuple[str, str]]
    chosen: str


class AsOf(NamedTuple):
    """What the control says and offers."""

    shown: str
    counted: str
    valid_on: date
    known_on: date | None
    exact: str
    """The very instant, where it is not the end of its day."""
    known_by: KnownBy
    position: int
    previous: Link | None
    following: Link | None
    newest: Link
    readings: list[Reading]
    deviations: list[str]
    """The readings that differ from the usual ones, in words."""


def as_of(bearing: Sequence[Fact], view: CaseView, addresses: Addresses) -> AsOf:
    """Make the control; `bearing` are the case's facts, known by then or not."""
    asked = addresses.asked
    moments = known_moments(bearing, asked.known_by)
    later = sum(fact.day > asked.valid_on for fact in bearing if fact.ref in addresses.numbers)
    until = len(moments) if asked.known_at is None else bisect_right(moments, asked.known_at)
    end = asked.known_at is not None and danish_time(asked.known_at)
    return AsOf(
        f"Vist {asked_words(view)}.",
        _counted(len(addresses.numbers) - later, later, len(bearing) - len(addresses.numbers)),
        asked.valid_on,
        None if asked.known_at is None else day_of(asked.known_at),
        end if end and not end.startswith("udgangen") else "",
        asked.known_by,
        asked.position,
        _step("Forrige registrering", moments[until - 2], addresses) if until > 1 else None,
        _step("Næste registrering", moments[until], addresses) if until < len(moments) else None,
        Link("Nyeste", addresses.newest),
        readings(asked.policy),
        list(deviations(asked.policy)),
    )


def known_moments(bearing: Iterable[Fact], known_by: KnownBy) -> list[Instant]:
    """Give the instants at which something became known."""
    return sorted({getattr(fact, known_by) for fact in bearing})


def _step(words: str, at: Instant, addresses: Addresses) -> Link:
    """Lead to what was known at an instant, on its own day: days after it could only be guessed at."""
    noun = words if addresses.asked.known_by == "registered" else words.replace("registrering", "modtagelse")
    return Link(f"{noun}: {danish_time(at)}", addresses.known(at, day_of(at)))


def _counted(counting: int, later: int, hidden: int) -> str:
    parts = [f"{_events(counting)} er med."]
    if later:
        parts.append(f"{_events(later)} ligger efter dagen.")
    if hidden:
        parts.append(f"{_events(hidden)} blev først kendt senere og er skjult.")
    return " ".join(parts)


def _events(number: int) -> str:
    return "1 hændelse" if number == 1 else f"{number} hændelser"


def readings(policy: Policy) -> list[Reading]:
    """Give every open question; the usual reading has no value, so that an address names deviations alone."""
    chosen = policy.as_dict()
    return [_reading(name, values, chosen[name]) for name, values in POLICY_VALUES.items()]


def _reading(name: str, values: tuple[str | bool, ...], chosen: str | bool) -> Reading:
    text = POLICY_TEXTS[name]
    usual, *others = values
    options = [
        ("", f"Standard: {text.readings[written(usual)]}"),
        *((f"{name}:{written(one)}", text.readings[written(one)]) for one in others),
    ]
    return Reading(f"policy-{name}", text.question, options, "" if chosen == usual else f"{name}:{written(chosen)}")


def deviations(policy: Policy) -> list[str]:
    """Say the readings that differ from the usual ones."""
    usual = DEFAULT_POLICY.as_dict()
    differing = {name: value for name, value in policy.as_dict().items() if value != usual[name]}
    return [f"{POLICY_TEXTS[name].question} {POLICY_TEXTS[name].readings[written(value)]}" for name, value in differing.items()]


def clock_choices() -> list[tuple[str, str]]:
    """Give the two clocks by which something is known."""
    return [("registered", "myndigheden registrerede det"), ("received", "Sagsspor modtog det")]
