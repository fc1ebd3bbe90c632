from datetime import date, timedelta
from typing import get_args

import pytest

from domain.alerts import ALERT_RULES
from domain.completeness import REQUIREMENTS, Status
from domain.times import end_of, start_of
from domain.uncounted import Kind
from domain.view import DeadlineState, DecisionState, ObligationKind, RegistrationState, SelfBooking
from infra.cli.console import shown
from infra.danish_dates import danish_time, span
from infra.labels import (
    DEADLINE_STATES,
    DECISIONS,
    OBLIGATIONS,
    REGISTRATIONS,
    REQUIREMENT_STATUSES,
    SELF_BOOKINGS,
    UNCOUNTED,
    WORKLISTS,
)
from infra.labels import REQUIREMENTS as REQUIREMENT_LABELS


def days(first: str, number: int) -> tuple[date, ...]:
    return tuple(date.fromisoformat(first) + timedelta(n) for n in range(number))


@pytest.mark.parametrize(
    ("first", "number", "written"),
    [
        ("2022-03-09", 1, "9. marts 2022"),
        ("2022-03-09", 3, "9.–11. marts 2022 (3 dage)"),
        ("2022-03-30", 3, "30. marts – 1. april 2022 (3 dage)"),
        ("2022-12-31", 2, "31. december 2022 – 1. januar 2023 (2 dage)"),
    ],
)
def test_a_run_of_days_is_written_as_people_do(first: str, number: int, written: str):
    assert written == span(days(first, number))


def test_the_end_of_a_day_is_called_that():
    day = date(2022, 3, 9)

    assert "udgangen af 9. marts 2022" == danish_time(end_of(day))
    assert "9. marts 2022 kl. 00.00" == danish_time(start_of(day))


@pytest.mark.parametrize(
    ("codes", "labels"),
    [
        (get_args(DeadlineState), DEADLINE_STATES),
        (get_args(RegistrationState), REGISTRATIONS),
        (get_args(SelfBooking), SELF_BOOKINGS),
        (get_args(ObligationKind), OBLIGATIONS),
        (get_args(DecisionState), DECISIONS),
        (ALERT_RULES, WORKLISTS),
        (REQUIREMENTS, REQUIREMENT_LABELS),
        (get_args(Status), REQUIREMENT_STATUSES),
        (get_args(Kind), UNCOUNTED),
    ],
)
def test_every_code_has_its_words(codes: tuple[str, ...], labels: dict[str, str]):
    assert list(codes) == list(labels)


def test_a_text_cannot_steer_the_terminal():
    assert "a�[31mb�c" == shown("a\x1b[31mb\x9bc")
