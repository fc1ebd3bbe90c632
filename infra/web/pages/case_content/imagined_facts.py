"""The imagined facts that the form offers: what is typed becomes the event that a fagsystem would send."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

import orjson

from domain.events import (
    AbsenceRecorded,
    ContactRestored,
    Deregistered,
    Event,
    GroundAssessed,
    GuidanceGiven,
    HolidayNotified,
    InterviewBooked,
    InterviewHeld,
    NoSlotsReported,
    RecoveryReported,
    SicknessReported,
)
from domain.times import COPENHAGEN, TimeError
from infra.web.asked import read_day

SOURCE = "urn:fagsystem:hvad-nu-hvis:0000"
ID = "taenkt-1"
WHOLE_DAY = time(12)


class Kind(NamedTuple):
    """A kind of fact to imagine."""

    event: type[Event]
    words: str
    data: Mapping[str, Any]
    spans: bool = False
    """Whether it is about days from one to another."""


KINDS: dict[str, Kind] = {
    "sick": Kind(Deregistered, "Afmeldt på grund af sygdom", {"cause": "sickness"}),
    "sickness": Kind(SicknessReported, "Sygemelding", {"to": "jobcentre"}),
    "recovery": Kind(RecoveryReported, "Raskmelding med tilmelding", {"channel": "jobcentre"}),
    "sickness_ground": Kind(
        GroundAssessed, "Sygdom godkendt som rimelig grund, fra og til", {"kind": "sickness", "accepted": True}, spans=True
    ),
    "listed_ground": Kind(GroundAssessed, "En anden rimelig grund godkendt, fra og til", {"kind": "listed", "accepted": True}, spans=True),
    "other_circumstances": Kind(
        GroundAssessed, "Andre forhold godkendt, fra og til", {"kind": "other_circumstances", "accepted": True}, spans=True
    ),
    "holiday": Kind(HolidayNotified, "Ferie meddelt, fra og til", {}, spans=True),
    "maternity": Kind(AbsenceRecorded, "Barsel, fra og til", {"kind": "maternity"}, spans=True),
    "contact": Kind(ContactRestored, "Kontakt genoprettet", {"channel": "phone"}),
    "booking": Kind(InterviewBooked, "Jobsamtale booket af borgeren", {"booking_id": ID, "booked_by": "citizen"}),
    "walk_in": Kind(InterviewHeld, "Jobsamtale holdt ved fremmøde", {"initiative": "walk_in"}),
    "no_slots": Kind(NoSlotsReported, "Manglende tider meldt", {"channel": "jobnet"}),
    "guidance": Kind(GuidanceGiven, "Skriftlig vejledning givet", {"by": "jobcentre", "written": True}),
}
"""In the order of the form."""


class Typed(NamedTuple):
    """What was typed."""

    kind: str = ""
    day: str = ""
    first: str = ""
    last: str = ""
    registered: str = ""
    lines: str = ""
    without: tuple[str, ...] = ()


def errors_in(typed: Typed) -> dict[str, str]:
    """Say what must be put right, by field. What was typed is not repeated: it may name a person."""
    found = dict(_errors(typed))
    if not found and not (typed.kind or typed.lines.strip() or typed.without):
        found["kind"] = "Vælg en tænkt hændelse, tænk en hændelse bort, eller indsæt hændelser som CloudEvents."
    return found


def _errors(typed: Typed) -> Iterator[tuple[str, str]]:
    if not typed.kind:
        return
    kind = KINDS.get(typed.kind)
    if kind is None:
        yield "kind", "Vælg en af hændelserne på listen."
        return
    if _day(typed.day) is None:
        yield "day", "Skriv den dag, hændelsen skete, for eksempel 09/03/2022."
    if typed.registered and _day(typed.registered) is None:
        yield "registered", "Skriv den dag, hændelsen blev registreret, eller lad feltet stå tomt."
    if kind.spans:
        first, last = _day(typed.first), _day(typed.last)
        if first is None:
            yield "first", "Skriv den første dag i perioden."
        if last is None:
            yield "last", "Skriv den sidste dag i perioden."
        elif first is not None and last < first:
            yield "last", "Den sidste dag skal ligge på eller efter den første."


def line_of(case: str, typed: Typed) -> bytes:
    """Write the chosen fact as one CloudEvent; nothing where none is chosen. What was typed must be without errors."""
    kind, day = KINDS.get(typed.kind), _day(typed.day)
    if kind is None or day is None:
        return b""
    registered = datetime.combine(_day(typed.registered) or day, WHOLE_DAY, COPENHAGEN)
    data: dict[str, Any] = {"effective": day.isoformat(), **kind.data}
    if kind.spans:
        data |= {"from": _day(typed.first), "to": _day(typed.last)}
    if kind.event is InterviewBooked:
        data["interview_at"] = datetime.combine(day, WHOLE_DAY, COPENHAGEN).isoformat()
    return orjson.dumps(
        {
            "specversion": "1.0",
            "id": ID,
            "source": SOURCE,
            "type": f"dk.sagsspor.{kind.event.NAME}.v1",
            "subject": case,
            "time": registered.isoformat(),
            "data": data,
        }
    )


def days_of(typed: Typed) -> dict[str, date | None]:
    """Give the days that were typed, where they can be read."""
    return {name: _day(getattr(typed, name)) for name in ("day", "first", "last", "registered")}


def _day(text: str) -> date | None:
    try:
        return read_day(text.strip())
    except TimeError:
        return None
