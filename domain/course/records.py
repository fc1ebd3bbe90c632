"""What the fold keeps of deadlines, interviews, spells and decisions. Mutable, made anew for every question."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from domain.events import DeadlineExtended, DeadlineSet, Group, SanctionDecided
from domain.facts import Fact
from domain.rulesets import RuleSet

Life = Literal["open", "met", "overdue", "ended_booked", "ended_contact", "superseded", "closed", "lapsed"]
Stop = Literal[
    "booked", "walk_in", "contact", "new_deadline", "closed", "exempted", "withdrawn", "group_changed", "no_benefit", "lapsed", "recovered"
]


@dataclass(slots=True, eq=False)
class Deadline:
    """One booking deadline and what has become of it."""

    fact: Fact[DeadlineSet]
    group: Group | None
    due: date
    interview_by: date | None
    rules: RuleSet
    state: Life = "open"
    since: date = date.min
    flaws: list[str] = field(default_factory=list)
    """Why it never was a lawful deadline, the weightiest first."""
    extensions: list[Fact[DeadlineExtended]] = field(default_factory=list)
    met_by: Fact | None = None
    """The booking or walk-in interview that met it or ended it."""
    walk_in: Fact | None = None
    """A walk-in interview that waits for a new deadline (policy `walk_in_without_new_deadline`)."""
    contact_on_due: Fact | None = None
    contact_before: Fact | None = None
    ended_by: Fact | None = None
    """What superseded or closed it."""
    stops: list[tuple[date, Stop, Fact]] = field(default_factory=list)
    """Everything that ends the count of days, in the order it came."""
    notices: list[Fact] = field(default_factory=list)
    lapses_on: date | None = None
    revision: int = 0
    """Grows with every change, so that what was derived of it can be kept as long as it holds."""

    def become(self, state: Life, since: date, ended_by: Fact | None = None) -> None:
        """Pass into another state."""
        self.state, self.since, self.ended_by = state, since, ended_by
        self.revision += 1

    def stop(self, day: date, why: Stop, fact: Fact) -> None:
        """Note what ends the count of days."""
        self.stops.append((day, why, fact))
        self.revision += 1

    @property
    def id(self) -> str:
        """Name it as the fagsystem does."""
        return self.fact.event.deadline_id

    @property
    def published(self) -> date:
        """Give the day of publication."""
        return self.fact.day

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Give the facts that made it what it is."""
        return (self.fact, *self.extensions)

    @property
    def valid(self) -> bool:
        """Say whether it is a lawful deadline."""
        return not self.flaws


@dataclass(slots=True, eq=False)
class Interview:
    """An interview that was booked or convened."""

    fact: Fact
    day: date
    type: str
    state: Literal["planned", "held", "missed", "cancelled"] = "planned"
    met: Deadline | None = None
    """The deadline that the booking met in time."""


@dataclass(slots=True, eq=False)
class NoShow:
    """An interview the citizen did not turn up to."""

    fact: Fact
    interview: Interview | None
    day: date
    group: Group | None
    ended: date | None = None
    ended_by: Fact | None = None
    answered: bool = False
    """A new deadline or interview has followed."""


@dataclass(slots=True, eq=False)
class Spell:
    """Days from `first` up to, but not including, `until`; open while `until` is None."""

    first: date
    fact: Fact
    until: date | None = None
    end: Fact | None = None

    def covers(self, day: date) -> bool:
        """Say whether the day lies in the spell."""
        return self.first <= day and (self.until is None or day < self.until)


@dataclass(slots=True, eq=False)
class Decision:
    """A decision to deduct days."""

    fact: Fact[SanctionDecided]
    revoked: Fact | None = None
