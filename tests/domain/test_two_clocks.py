"""Then and now: what a case says by each of its clocks, as a truth table.

Three times bear on an answer: the day asked about (`valid_on`), and the instant at which something was known (`known_at`), by
the clock of the authority (`registered`) or of this system (`received`). Without `known_at` everything known counts. The form is
that of the Dutch BAG's "tijdreizen": each of the two given or not, and then each at, just before and after its turns.
"""

from datetime import date
from typing import Any

import pytest
from cases import SOURCE, facts_of, opening

from consumers.decoding import decode_data
from domain.derive import derive
from domain.events import ContactRestored, DeadlineSet, Event, EventCorrected, EventRetracted
from domain.facts import Fact
from domain.history import History, KnownBy
from domain.times import parse_day, parse_known_at
from domain.view import CaseView, dates


def known(event: Event, registered: str, received: str) -> tuple[Event, str, str]:
    return event, registered, received


CONTACT = ContactRestored(effective="2022-03-11T10:15:00+01:00", channel="phone")
CORRECTION = EventCorrected(
    effective="2022-03-21",
    target_source=SOURCE,
    target_id="e06",
    reason="forkert dag",
    data={"effective": "2022-03-12T10:15:00+01:00", "channel": "phone"},
)
RETRACTION = EventRetracted(effective="2022-03-24", target_source=SOURCE, target_id="e07", reason="rettelsen var forkert")

CASE = [
    *(known(event, "2022-01-03T08:00", "2022-01-04T08:00") for event in opening()),
    # Published 24 February, due 9 March.
    known(
        DeadlineSet(effective="2022-02-24", deadline_id="D1", due=date(2022, 3, 9), published="jobnet"),
        "2022-02-24T08:00",
        "2022-02-25T08:00",
    ),
    # Contact on 11 March: 9 and 10 March count.
    known(CONTACT, "2022-03-17T09:00", "2022-03-18T08:00"),
    # Corrected to 12 March: 9, 10 and 11 March count.
    known(CORRECTION, "2022-03-21T12:00", "2022-03-23T08:00"),
    # The correction is retracted: 11 March again, and 9 and 10 March count.
    known(RETRACTION, "2022-03-24T12:00", "2022-03-28T08:00"),
]


def history() -> History:
    """Give the case; each fact has the two instants at which it was known."""
    made: list[Fact] = []
    for fact, (_, registered, received) in zip(facts_of(event for event, _, _ in CASE), CASE, strict=True):
        made.append(fact._replace(registered=parse_known_at(registered), received=parse_known_at(received)))
    return History(made, decode_data)


def march(first: int, last: int) -> list[date]:
    return [date(2022, 3, day) for day in range(first, last + 1)]


NONE: list[date] = []
R, S = "registered", "received"
EVERYTHING = None

# valid_on, known_at, by, days of deduction, the deadline's state
TABLE: list[tuple[str, str | None, str, list[date], str | None]] = [
    # Neither knowledge is limited: everything counts, by either clock, the correction and its retraction included.
    ("2022-03-31", EVERYTHING, R, march(9, 10), "ended_contact"),
    ("2022-03-31", EVERYTHING, S, march(9, 10), "ended_contact"),
    # The day asked about, with everything known. What takes effect later is not yet so.
    ("2022-02-23", EVERYTHING, R, NONE, None),  # published on the 24th
    ("2022-02-24", EVERYTHING, R, NONE, "open"),
    ("2022-03-09", EVERYTHING, R, NONE, "open"),  # on the due date itself nothing is missed
    ("2022-03-10", EVERYTHING, R, march(9, 10), "overdue"),  # 9, and 10 so far
    ("2022-03-11", EVERYTHING, R, march(9, 10), "ended_contact"),  # [9, 11)
    ("2022-03-12", EVERYTHING, R, march(9, 10), "ended_contact"),
    # What was registered, with the day fixed at the end of March: [9, contact) or, with none known, 9 to 31.
    ("2022-03-31", "2022-01-03T07:59", R, NONE, None),
    ("2022-03-31", "2022-02-24T07:59", R, NONE, None),
    ("2022-03-31", "2022-02-24T08:00", R, march(9, 31), "overdue"),  # an instant is inclusive
    ("2022-03-31", "2022-03-17T08:59", R, march(9, 31), "overdue"),
    ("2022-03-31", "2022-03-17T09:00", R, march(9, 10), "ended_contact"),  # [9, 11)
    ("2022-03-31", "2022-03-21T11:59", R, march(9, 10), "ended_contact"),
    ("2022-03-31", "2022-03-21T12:00", R, march(9, 11), "ended_contact"),  # corrected: [9, 12)
    ("2022-03-31", "2022-03-24T11:59", R, march(9, 11), "ended_contact"),
    ("2022-03-31", "2022-03-24T12:00", R, march(9, 10), "ended_contact"),  # retracted: [9, 11)
    ("2022-03-31", "2022-03-16", R, march(9, 31), "overdue"),  # a date is the end of that day
    ("2022-03-31", "2022-03-17", R, march(9, 10), "ended_contact"),
    # The same turns by reception: a day, or four, later each.
    ("2022-03-31", "2022-02-24", S, NONE, None),
    ("2022-03-31", "2022-02-25T08:00", S, march(9, 31), "overdue"),
    ("2022-03-31", "2022-03-17T09:00", S, march(9, 31), "overdue"),  # registered by then, not received
    ("2022-03-31", "2022-03-18T07:59", S, march(9, 31), "overdue"),
    ("2022-03-31", "2022-03-18T08:00", S, march(9, 10), "ended_contact"),
    ("2022-03-31", "2022-03-21T12:00", S, march(9, 10), "ended_contact"),  # the correction is on its way
    ("2022-03-31", "2022-03-23T08:00", S, march(9, 11), "ended_contact"),
    ("2022-03-31", "2022-03-24T12:00", S, march(9, 11), "ended_contact"),  # the retraction is on its way
    ("2022-03-31", "2022-03-28T08:00", S, march(9, 10), "ended_contact"),
    # Both limited: an earlier day with what was known at a later instant, and the other way round.
    ("2022-03-10", "2022-03-10", R, march(9, 10), "overdue"),  # as it stood
    ("2022-03-11", "2022-03-16", R, march(9, 11), "overdue"),  # the contact of that day was not yet known
    ("2022-03-11", "2022-03-17", R, march(9, 10), "ended_contact"),
    ("2022-03-11", "2022-03-22", R, march(9, 11), "overdue"),  # corrected to the 12th: not yet so on the 11th
    ("2022-03-12", "2022-03-22", R, march(9, 11), "ended_contact"),
    ("2022-03-11", "2022-03-22", S, march(9, 10), "ended_contact"),  # the correction was not received
    (
        "2022-04-30",
        "2022-03-10",
        R,
        [*march(9, 31), *(date(2022, 4, day) for day in range(1, 31))],
        "overdue",
    ),  # a day ahead, as known then
    ("2022-05-01", "2022-03-10", R, [*march(9, 31), *(date(2022, 4, day) for day in range(1, 31))], "lapsed"),  # through 30 April (S-12)
]


def said(view: CaseView) -> tuple[list[date], str | None]:
    return dates(view.sanctionable, view.valid_on), view.deadlines[0].state if view.deadlines else None


@pytest.mark.parametrize(("valid_on", "known_at", "by", "days", "state"), TABLE)
def test_what_a_case_says_by_its_clocks(valid_on: str, known_at: str | None, by: Any, days: list[date], state: str | None):
    view = derive(history(), parse_day(valid_on), parse_known_at(known_at) if known_at else None, known_by=by)

    assert (days, state) == said(view)
    assert (by, known_at is None) == (view.known_by, view.known_at is None)


@pytest.mark.parametrize("by", [R, S])
def test_a_microsecond_before_it_was_known_it_was_not(by: KnownBy):
    at = parse_known_at("2022-03-17T09:00" if by == R else "2022-03-18T08:00")

    before, then = (derive(history(), date(2022, 3, 31), known, known_by=by) for known in (at - 1, at))

    assert ((march(9, 31), "overdue"), (march(9, 10), "ended_contact")) == (said(before), said(then))
