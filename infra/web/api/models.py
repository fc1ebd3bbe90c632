"""The documents of the interface, as OpenAPI describes them. The answers are written by `domain.document`; a test holds the two equal."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from domain.events import Group
from domain.history import KnownBy
from domain.view import DeadlineState, DecisionState, ObligationKind, RegistrationState, SelfBooking
from infra.timeline import Standing


class Document(BaseModel):
    """A document says what is described, and nothing else."""

    model_config = ConfigDict(extra="forbid")


class LogPosition(Document):
    """Where the log stood."""

    position: int = Field(description="Nummeret på loggens sidste hændelse, der kunne tælle med.")


class EventName(Document):
    """What names an event."""

    source: str
    id: str


class Considered(Document):
    """A rule that did not apply."""

    rule: str
    reason: str


class Explanation(Document):
    """Why something is so."""

    reason: str
    rules: list[str] = Field(description="Reglernes id; teksten står på /api/rules/{id}.")
    law: list[str]
    because: list[EventName]
    considered: list[Considered]


class Day(Explanation):
    """A day on a list."""

    date: date
    deadline_id: str | None


class Deadline(Document):
    """A deadline for booking."""

    deadline_id: str
    published: date
    due: date
    interview_by: date | None
    state: DeadlineState
    state_since: date
    lapses_after: date | None
    rules: list[str]
    because: list[EventName]


class Obligation(Document):
    """What the citizen owes."""

    kind: ObligationKind
    since: date
    due: date | None
    state: Literal["open", "overdue"]
    deadline_id: str | None
    rules: list[str]
    because: list[EventName]


class Note(Document):
    """A finding or an alert."""

    code: str
    since: date
    text: str
    rules: list[str]
    because: list[EventName]


class Interviews(Document):
    """Interviews of the contact course."""

    held: int
    required: int
    joint_held: int
    joint_required: int


class Basis(Document):
    """What an answer rests on: with the same, it comes out the same again."""

    case: str
    valid_on: date
    known_at: datetime | None
    known_by: KnownBy
    policy: dict[str, str | bool]
    rules: str = Field(description="Regelsættet på dagen.")
    log: LogPosition


class Duties(Basis):
    """Deadlines and what is owed."""

    deadlines: list[Deadline]
    obligations: list[Obligation]


class DayLists(Basis):
    """The days."""

    sanctionable_days: list[Day]
    blocked_days: list[Day]
    no_show_days: list[Day]
    registration_gap: list[Day]


class CaseView(Duties, DayLists):
    """Everything that is said of a case on a day."""

    group: Group | None
    registration: RegistrationState
    self_booking: SelfBooking
    immediate_booking_demanded: bool
    interviews: Interviews
    decisions: dict[str, DecisionState]
    findings: list[Note]
    alerts: list[Note]


class DayVerdicts(Basis):
    """What is said of one day."""

    date: date
    lists: dict[str, Day] = Field(description="Dagens begrundelse på hver af de lister, den står på.")


class Event(EventName):
    """An event by its name and times, without free text."""

    event: str
    label: str
    details: str
    effective: datetime
    registered: datetime
    received: datetime


class Happening(Event):
    """An event in its place."""

    kind: Literal["event"]
    day: date
    standing: Standing = Field(description="Om den gælder, er rettet eller tilbagekaldt, eller selv er en rettelse.")
    days_late: int = Field(description="Hvor mange dage efter dagen den blev registreret.")
    revised_by: list[EventName]


class StateChange(Document):
    """A deadline came into another state."""

    kind: Literal["deadline_state"]
    day: date
    deadline_id: str
    state: DeadlineState


class DaysBeginning(Document):
    """Days with one reason begin."""

    kind: Literal["sanctionable_days", "blocked_days", "no_show_days", "registration_gap"]
    day: date
    dates: list[date]
    deadline_id: str | None
    reason: str


class Timeline(Basis):
    """A case's events and what follows from them, in the order of days."""

    entries: list[Annotated[Happening | StateChange | DaysBeginning, Field(discriminator="kind")]]


class KnownCase(Document):
    """A case, as far as it was known."""

    case: str
    known_at: datetime | None
    known_by: KnownBy
    log: LogPosition


class SetAsideName(Document):
    """An event that could not be taken, without its content."""

    number: int
    received: datetime
    code: str
    source: str | None
    id: str | None


class SetAsideOfCase(Document):
    """The events about a case that could not be taken, and wait. They do not count in its documents."""

    set_aside: list[SetAsideName]
