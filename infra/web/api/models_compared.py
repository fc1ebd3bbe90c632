"""The documents in which a case stands beside itself: then and now, decided and derived, real and imagined."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from domain.completeness import Status
from domain.history import KnownBy
from domain.uncounted import Kind
from infra.web.api.models import Basis, CaseView, Day, Document, Event, EventName, Explanation, Note
from infra.web.api.models_changes import Changes


class Difference(Basis):
    """What became known between two moments, and what that changed."""

    known_at: datetime = Field(description="Det tidligste af de to tidspunkter.")
    and_: datetime = Field(alias="and", description="Det seneste.")
    learnt: list[Event]
    changes: Changes


class Dated(EventName):
    """An event by its name, its day and when it became known."""

    day: date
    registered: datetime
    received: datetime


class Deduction(Dated):
    """A deduction that was made."""

    days: list[date]


class WrongDay(Explanation):
    """A day that was decided and cannot be derived."""

    date: date
    kind: Kind


class Comparison(Document):
    """A decision beside what the file shows."""

    valid_on: date
    known_at: datetime | None
    known_by: KnownBy
    rules: str
    differs: bool
    derivable_days: list[date]
    decided_not_derivable: list[WrongDay]
    derivable_not_decided: list[Day]


class Requirement(Document):
    """Something that a decision must have."""

    code: str
    status: Status
    when_made: Status = Field(description="Som sagen viste det, da afgørelsen blev truffet.")
    text: str
    reservation: str | None
    rules: list[str]
    law: list[str]
    because: list[EventName]


class Decision(Dated):
    """One decision, checked."""

    deadline_id: str
    days: list[date]
    revoked: Dated | None
    deductions: list[Deduction]
    differs_now: bool
    when_made: Comparison
    now: Comparison
    requirements: list[Requirement]
    findings: list[Note]
    refunds: list[Note]


class Decisions(Basis):
    """Each decision beside what the file showed when it was made, and what it shows now."""

    differs_now: bool
    decisions: list[Decision]


class Step(Document):
    """A step of the authority, and how late a fact could have become known and still have come before it."""

    step: Literal["decision", "deduction"]
    source: str
    id: str
    known_by: KnownBy
    latest: datetime
    in_time: bool
    days: list[date]


class Contrast(EventName):
    """What follows from one imagined fact, and how late it could have come."""

    event: str
    valid_on: date
    gone: list[date]
    come: list[date]
    latest_effective: date | None
    latest_effective_for_any: date | None
    steps: list[Step]
    text: str


class Imagined(Document):
    """What was imagined."""

    with_: list[Event] = Field(alias="with")
    without: list[EventName]
    contrast: list[Contrast]


class WhatIf(CaseView):
    """A case as it would be. Nothing of it is written."""

    imagined: Imagined
    changes: Changes = Field(description="Hvad der er anderledes end i den virkelige sag.")


class ImaginedFacts(BaseModel):
    """Facts to be imagined."""

    model_config = ConfigDict(extra="forbid")

    with_: list[dict[str, object]] = Field([], alias="with", max_length=100, description="Tænkte hændelser: hele CloudEvents om sagen.")
    without: list[EventName] = Field([], max_length=100, description="Hændelser, der tænkes borte.")
