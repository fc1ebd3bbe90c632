"""What differs between two documents of a case, as OpenAPI describes it."""

from datetime import date
from typing import Literal

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from domain.events import Group
from domain.uncounted import Kind
from domain.view import DeadlineState, DecisionState, RegistrationState, SelfBooking
from infra.web.api.models import Day, Document, EventName, Explanation, Interviews, Note, Obligation

Absent = SkipJsonSchema[None]
"""Stands for a key that is left out; the documents never say null for it."""
ONLY_IN_DIFF = "Kun i forskellen mellem to tidspunkter."


class Change(Document):
    """Something that is otherwise."""

    caused_by: list[EventName] = Field([], description=f"Hændelserne, der er årsagen. {ONLY_IN_DIFF}")


class RuleSetChange(Change):
    """Another rule set."""

    before: str
    after: str


class GroupChange(Change):
    """Another group."""

    before: Group | None
    after: Group | None


class RegistrationChange(Change):
    """Registered otherwise."""

    before: RegistrationState
    after: RegistrationState


class SelfBookingChange(Change):
    """Another duty to book."""

    before: SelfBooking
    after: SelfBooking


class DemandChange(Change):
    """Another demand to book at once."""

    before: bool
    after: bool


class InterviewsChange(Change):
    """Other interviews."""

    before: Interviews
    after: Interviews


class DeadlineStanding(Document):
    """How a deadline stands."""

    due: date
    state: DeadlineState
    state_since: date


class DeadlineChange(Change):
    """A deadline that stands otherwise; null is none."""

    before: DeadlineStanding | None
    after: DeadlineStanding | None
    rules: list[str] | Absent = Field(None, description=f"Reglerne, som den hviler på nu. {ONLY_IN_DIFF}")
    because: list[EventName] | Absent = Field(None, description="Hændelserne, som den hviler på nu.")


class DecisionChange(Change):
    """A decision that stands otherwise; null is none."""

    before: DecisionState | None
    after: DecisionState | None


class Instead(Explanation):
    """What a day is that is no longer on the list."""

    kind: Literal[Kind, "counted"]


class ChangedDay(Day, Change):
    """A day that came or went."""

    now: Instead | Absent = Field(None, description=f"Hvad dagen er nu, hvor den gik. {ONLY_IN_DIFF}")


class NoLongerOwed(Document):
    """Why something is not owed any more."""

    state: DeadlineState
    rules: list[str]
    because: list[EventName]


class ChangedObligation(Obligation, Change):
    """A duty that came or went."""

    now: NoLongerOwed | Absent = Field(None, description=f"Hvad der blev af fristen, hvor pligten gik. {ONLY_IN_DIFF}")


class ChangedNote(Note, Change):
    """A finding or an alert that came or went."""


class ChangedDays(Document):
    """What changed on a list of days."""

    added: list[ChangedDay]
    removed: list[ChangedDay]
    explained_otherwise: list[ChangedDay] = Field(description="De, der står der af en anden grund end før.")


class ChangedObligations(Document):
    """What changed among the duties."""

    added: list[ChangedObligation]
    removed: list[ChangedObligation]


class ChangedNotes(Document):
    """What changed among findings or alerts."""

    added: list[ChangedNote]
    removed: list[ChangedNote]


class Changes(Document):
    """What differs, by the keys of the case's document. What is the same is left out."""

    rules: RuleSetChange | Absent = None
    group: GroupChange | Absent = None
    registration: RegistrationChange | Absent = None
    self_booking: SelfBookingChange | Absent = None
    immediate_booking_demanded: DemandChange | Absent = None
    interviews: InterviewsChange | Absent = None
    deadlines: dict[str, DeadlineChange] | Absent = None
    decisions: dict[str, DecisionChange] | Absent = None
    obligations: ChangedObligations | Absent = None
    findings: ChangedNotes | Absent = None
    alerts: ChangedNotes | Absent = None
    sanctionable_days: ChangedDays | Absent = None
    blocked_days: ChangedDays | Absent = None
    no_show_days: ChangedDays | Absent = None
    registration_gap: ChangedDays | Absent = None
