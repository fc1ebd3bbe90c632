"""Histories for property tests: a believable case with anything else that the contract lets in among it.

Days lie close and names are few, so that facts meet: two deadlines of one id, a booking cancelled before it was made, a
correction of a retraction, an outage on the due date.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, time, timedelta
from itertools import product
from math import prod
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from cases import opening
from hypothesis import strategies as st

from consumers.decoding import decode_data
from domain.events import (
    EVENT_TYPES,
    BookingCancelled,
    ContactRestored,
    DeadlineSet,
    Deregistered,
    Event,
    EventCorrected,
    EventRetracted,
    GroundAssessed,
    Group,
    HolidayNotified,
    InterviewBooked,
    InterviewHeld,
    InterviewMissed,
    NoSlotsReported,
    OutageRecorded,
    RecoveryReported,
    Registered,
)
from domain.facts import EventRef, Fact
from domain.history import History
from domain.policy import POLICY_VALUES, Policy
from domain.times import COPENHAGEN, FIRST_DAY, LAST_DAY, Instant, parse_effective

GROUPS: tuple[Group, ...] = get_args(Group)
SOURCES = ("urn:fagsystem:kss:0101", "urn:fagsystem:ydelse:0101")
REVISIONS = (EventRetracted, EventCorrected)
PLAIN = [cls for cls in EVENT_TYPES.values() if cls not in REVISIONS]
OFTEN: list[type[Event]] = [
    *(BookingCancelled, ContactRestored, ContactRestored, DeadlineSet, DeadlineSet, Deregistered, GroundAssessed, HolidayNotified),
    *(InterviewBooked, InterviewBooked, InterviewBooked, InterviewHeld, InterviewMissed, NoSlotsReported, OutageRecorded),
    *(RecoveryReported, Registered),
]

STARTS = [date(2022, 1, 3)] * 6 + [
    date(2019, 12, 9),
    date(2023, 12, 1),
    date(2016, 8, 15),
    date(2015, 3, 2),
    date(2021, 12, 31),
    date(2023, 3, 6),
]
FIRST_DEADLINE = 14
"""Days from the start to the first deadline."""
DAYS = [
    FIRST_DEADLINE + 8,
    *range(FIRST_DEADLINE, FIRST_DEADLINE + 22),
    *range(60),
    *range(FIRST_DEADLINE, FIRST_DEADLINE + 22),
    75,
    95,
    110,
    130,
    190,
]
"""Days from the start to anything else: most of them near the first due date."""

HOUR = 3_600_000_000
DAY = 24 * HOUR
KNOWN_LATER = [0, 0, 0, 0, HOUR, 3 * DAY, 7 * DAY + 1, 9 * DAY, 40 * DAY, -2 * DAY]
TAKEN_IN_LATER = [0, 0, HOUR, 5 * DAY]
REVISED_LATER = [-DAY, 0, HOUR, 2 * DAY, 30 * DAY]

MORNING = "T00:00:00+01:00"
HOW_KNOWN = st.sampled_from([*product(SOURCES[:1], [0], [0, HOUR])] * 6 + [*product(SOURCES, KNOWN_LATER, TAKEN_IN_LATER)])
"""By whom a fact was told, how late, and how much later it was taken in."""

CLOCKS = ["", "", "", "", MORNING, "T10:15:00+01:00", "T10:15:00+01:00", "T23:59:59.999999+01:00", "T22:30:00Z", "T23:30:00Z"]

WHEN = st.sampled_from(DAYS)
KINDS = st.sampled_from([*PLAIN, *OFTEN])

NAMES = {"deadline_id": ["D1", "D2", "D3"], "booking_id": ["B1", "B2"], "interview_id": ["I1", "I2"], "text_version": ["1"]}
AFTER = {
    "due": [8, 8, 9, 10, 11, 12, 13, 14, 16, 20, 28, 7, 6, -3],
    "interview_by": [15, 16, 18, 22, 8, 0, -10],
    "from_": [0, 0, 3, 14, 15, 20, -1, -8, -30],
    "to": [0, 1, 5, 10, 20, 30, 45, -2],
    "reply_by": [14, 0],
    "book_by": [8],
}
"""Days from the effective date to each date of an event."""

FREELY = ["", " ", "§ 37 a", "LAS § 69 n, stk. 4", "tekst"]


class Told(NamedTuple):
    """What has been told of one citizen, and of the systems."""

    own: tuple[Fact, ...]
    system: tuple[Fact, ...] = ()

    @property
    def history(self) -> History:
        """Give what the domain folds."""
        return History(self.own, decode_data, self.system)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Give everything, in the order told."""
        return (*self.own, *self.system)

    def only(self, facts: Iterable[Fact]) -> "Told":
        """Keep these facts alone."""
        kept = {fact.ref for fact in facts}
        return Told(tuple(f for f in self.own if f.ref in kept), tuple(f for f in self.system if f.ref in kept))

    def without(self, *refs: EventRef) -> "Told":
        """Leave facts out."""
        return self.only(fact for fact in self.facts if fact.ref not in refs)

    def __repr__(self) -> str:
        """Write a line for each fact, as short as it can be read."""
        return "\n".join(["", *(_line(fact) for fact in self.own), *("SYSTEM " + _line(fact) for fact in self.system)])


def _line(fact: Fact) -> str:
    later = "" if fact.registered == fact.effective else f" registered {(fact.registered - fact.effective) / DAY:+g} days"
    received = "" if fact.received == fact.registered else f" received {(fact.received - fact.registered) / DAY:+g} days"
    return f"  {fact.source[-9:]} {fact.id}: {fact.event!r}{later}{received}"


class _Days(NamedTuple):
    """Days after the effective date."""

    count: int


class _Moment(NamedTuple):
    """A clock so many days after the effective date."""

    days: int
    hour: int


def _values(name: str, annotation: Any) -> Sequence[Any]:
    """Give the values of a field, by its name where the name says more than its type."""
    if name == "interview_type":
        return ["job_interview"] * 2 * len(get_args(annotation)) + list(get_args(annotation))
    if name in NAMES:
        return NAMES[name] if get_origin(annotation) is Annotated else [None, *NAMES[name]]
    if name == "days":
        return [tuple(_Days(first + n) for n in range(count)) for first in (-8, -4, 0) for count in (1, 3, 5, 0)]
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _values(name, parts[0])
    if origin is Literal:
        return parts
    if type(None) in parts:
        return [None, *_values(name, next(part for part in parts if part is not type(None)))]
    if annotation is date:
        return [_Days(count) for count in AFTER[name]]
    if annotation is datetime:
        return [_Moment(days, hour) for days in (-1, 0, 0, 1, 8, 8, 9, 14, 20) for hour in (8, 0, 16, 23)]
    return {bool: [False, True], int: [0, 3], str: FREELY}[annotation]


def _fields_of(cls: type[Event]) -> dict[str, Sequence[Any]]:
    hints = get_type_hints(cls, include_extras=True)
    return {field.name: _values(field.name, hints[field.name]) for field in fields(cls) if field.name != "effective"}


FIELDS = {cls: _fields_of(cls) for cls in PLAIN}
"""What each field of each type may hold."""

WAYS = {cls: prod(map(len, choices.values())) for cls, choices in FIELDS.items()}
"""In how many ways an event of a type can be filled in: one number drawn fills in the whole, which is quicker than a draw a field."""


def _filled(cls: type[Event], number: int) -> dict[str, Any]:
    """Fill in an event by number."""
    filled = {}
    for name, choices in FIELDS[cls].items():
        number, chosen = divmod(number, len(choices))
        filled[name] = choices[chosen]
    return filled


def _placed(value: Any, day: date) -> Any:
    """Place what was counted from the effective date."""
    if isinstance(value, _Days):
        return day + timedelta(days=value.count)
    if isinstance(value, _Moment):
        return datetime.combine(day + timedelta(days=value.days), time(value.hour), COPENHAGEN)
    if type(value) is tuple:
        return tuple(_placed(part, day) for part in value)
    return value


def wire_data(event: Event) -> dict[str, Any]:
    """Write an event's `data` as the contract has it."""
    return {field.name.rstrip("_"): _written(getattr(event, field.name)) for field in fields(event)}


def _written(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return [_written(part) for part in value] if isinstance(value, tuple) else value


def fact_of(
    event: Event, id_: str, *, source: str = SOURCES[0], registered: Instant | None = None, received: Instant | None = None
) -> Fact:
    """Make a fact, registered and received when it was so if nothing else is said."""
    effective, day = parse_effective(event.effective)
    known = effective if registered is None else registered
    return Fact(event, effective, day, known, known if received is None else received, source, id_)


class _Teller:
    """Draws a history fact by fact."""

    def __init__(self, draw: st.DrawFn, start: date, groups: tuple[Group, ...]) -> None:
        self._draw = draw
        self._start = start
        self._groups = groups
        self.facts: list[Fact] = []

    def tell(self, event: Event, registered: Instant | None = None) -> Fact:
        """Add a fact."""
        draw = self._draw
        at, _ = parse_effective(event.effective)
        source, later, taken_in = draw(HOW_KNOWN)
        known = at + later if registered is None else registered
        fact = fact_of(event, f"e{len(self.facts) + 1:02}", source=source, registered=known, received=known + taken_in)
        self.facts.append(fact)
        return fact

    def event(self, cls: type[Event] | None = None) -> Event:
        """Draw an event of the type, or of any."""
        draw = self._draw
        kind = draw(KINDS) if cls is None else cls
        filled = _filled(kind, draw(st.integers(0, WAYS[kind] - 1)))
        if "group" in filled:
            filled["group"] = draw(st.sampled_from(self._groups))
        day, clock = self._start + timedelta(days=draw(WHEN)), draw(st.sampled_from(CLOCKS))
        return kind(effective=day.isoformat() + clock, **{name: _placed(value, day) for name, value in filled.items()})

    def revise(self) -> None:
        """Retract or correct a fact, a revision or something that never was."""
        draw = self._draw
        target = draw(st.sampled_from([None, *self.facts]))
        source, id_ = (SOURCES[0], "none") if target is None else target.ref
        known = (parse_effective(self._start.isoformat())[0] if target is None else target.registered) + draw(
            st.sampled_from(REVISED_LATER)
        )
        effective = self._start.isoformat()
        if draw(st.booleans()):
            self.tell(EventRetracted(effective=effective, target_source=source, target_id=id_, reason="fejl"), known)
        else:
            data = self._corrected(target)
            self.tell(EventCorrected(effective=effective, target_source=source, target_id=id_, reason="fejl", data=data), known)

    def _corrected(self, target: Fact | None) -> Mapping[str, Any]:
        draw = self._draw
        if target is None or draw(st.integers(0, 9)) == 0:
            return draw(st.sampled_from([{}, {"effective": "i går"}, {"effective": "2022-03-01"}]))
        if isinstance(target.event, EventCorrected):
            other = next((f for f in self.facts if f.ref == (target.event.target_source, target.event.target_id)), None)
            if other is not None and not isinstance(other.event, REVISIONS):
                return wire_data(target.event) | {"data": wire_data(self.event(type(other.event)))}
        if isinstance(target.event, REVISIONS):
            other = draw(st.sampled_from(self.facts))
            return wire_data(target.event) | {"target_source": other.source, "target_id": other.id}
        return wire_data(self.event(type(target.event)))


@st.composite
def told(draw: st.DrawFn, groups: tuple[Group, ...] = GROUPS, revisions: int = 3) -> Told:
    """Draw a history of a citizen of these groups, with so many retractions and corrections at most."""
    start = draw(st.sampled_from(STARTS))
    teller = _Teller(draw, start, groups)
    if draw(st.integers(0, 7)):
        group = draw(st.sampled_from(groups))
        for event in opening("kontanthjaelp_jobparat" if group == "ikke_omfattet" else group, start.isoformat()):
            teller.facts.append(
                fact_of(event if "group" not in wire_data(event) else _of_group(event, group), f"e{len(teller.facts) + 1:02}")
            )
        published = start + timedelta(days=FIRST_DEADLINE)
        due = published + timedelta(days=draw(st.integers(8, 14)))
        deadline = DeadlineSet(
            effective=published.isoformat(), deadline_id="D1", due=due, interview_by=due + timedelta(days=7), published="jobnet"
        )
        teller.tell(deadline)
    for _ in range(draw(st.sampled_from([6, *range(13), *range(4, 13)]))):
        teller.tell(teller.event())
    if teller.facts and revisions:
        for _ in range(draw(st.sampled_from([0, 0, *range(revisions + 1)]))):
            teller.revise()
    return Told(*map(tuple, _parted(teller.facts, draw(st.integers(0, 9)) == 0)))


def _of_group(event: Event, group: Group) -> Event:
    return type(event)(**{field.name: getattr(event, field.name) for field in fields(event)} | {"group": group})


def _parted(facts: list[Fact], astray: bool) -> tuple[Iterator[Fact], Iterator[Fact]]:
    """Put outages and what revises them into the system's part; a revision gone astray stays with the citizen."""
    system = {fact.ref for fact in facts if isinstance(fact.event, OutageRecorded)}
    for fact in facts:
        if isinstance(fact.event, REVISIONS) and not astray and (fact.event.target_source, fact.event.target_id) in system:
            system.add(fact.ref)
    return (fact for fact in facts if fact.ref not in system), (fact for fact in facts if fact.ref in system)


def _policy(number: int) -> Policy:
    chosen = {}
    for name, values in POLICY_VALUES.items():
        number, value = divmod(number, len(values))
        chosen[name] = values[value]
    return Policy(**chosen)


policies = st.integers(0, prod(map(len, POLICY_VALUES.values())) - 1).map(_policy)
"""Any reading of every open question."""


@st.composite
def days_of(draw: st.DrawFn, told_: Told) -> date:
    """Draw a day on which something can show: near a fact or a due date, or some months on."""
    near = [fact.day for fact in told_.facts] + [fact.event.due for fact in told_.facts if isinstance(fact.event, DeadlineSet)]
    day = draw(st.sampled_from(near or [STARTS[0]])) + timedelta(days=draw(st.sampled_from([0, 0, 1, 1, 2, 5, 30, 95, 200])))
    return min(max(day, FIRST_DAY), LAST_DAY)


@st.composite
def instants_of(draw: st.DrawFn, told_: Told) -> Instant:
    """Draw an instant at, or just before, that at which something became known."""
    times = sorted({at for fact in told_.facts for at in (fact.registered, fact.received)}) or [0]
    return draw(st.sampled_from(times)) - draw(st.sampled_from([0, 0, 1]))
