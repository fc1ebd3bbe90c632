"""Why something is so: rules, the facts behind it, and the rules that were tried and did not apply.

Reasons are kept as a code with its values; the Danish words are made when somebody reads them (domain.texts).
"""

from datetime import date
from typing import Any, NamedTuple

from domain.facts import Fact


class Reason(NamedTuple):
    """A sentence to be: its code in `domain.texts` and the values it names."""

    code: str
    values: tuple[Any, ...] = ()


class Considered(NamedTuple):
    """A rule that was tried and did not apply, and why."""

    rule: str
    reason: Reason


class Ruling(NamedTuple):
    """Why a day is what it is."""

    reason: Reason
    rules: tuple[str, ...]
    facts: tuple[Fact, ...]
    considered: tuple[Considered, ...] = ()


class DayRun(NamedTuple):
    """Consecutive days, both ends included, with one ruling. `weekdays` leaves Saturdays and Sundays out.

    A run that nothing has ended yet has `date.max` as its last day; a list cuts it at the day asked.
    """

    first: date
    last: date
    deadline_id: str | None
    ruling: Ruling
    weekdays: bool = False


class Note(NamedTuple):
    """A finding or an alert: a code, the first day it holds, and what is behind it."""

    code: str
    since: date
    facts: tuple[Fact, ...] = ()
    values: tuple[Any, ...] = ()
