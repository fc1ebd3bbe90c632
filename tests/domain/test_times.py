"""Times of the law: what can be read, where a day begins, and how months are added."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from domain.times import (
    COPENHAGEN,
    TimeError,
    add_months,
    day_of,
    end_of,
    end_of_month,
    instant,
    is_weekend,
    local_day,
    moment,
    next_weekday,
    parse_day,
    parse_effective,
    parse_known_at,
    parse_time,
    start_of,
)

SECOND = 1_000_000
HOUR = 3600 * SECOND


def utc(*parts: int) -> int:
    """Give the instant of a time in UTC, by another road than the code's."""
    return round(datetime(*parts, tzinfo=UTC).timestamp()) * SECOND


READ = [
    ("2022-03-01T00:00:00Z", utc(2022, 3, 1)),
    ("2022-03-01T00:00Z", utc(2022, 3, 1)),  # seconds may be left out: 17 characters are enough
    ("2022-03-01T00:00:00+01:00", utc(2022, 2, 28, 23)),
    ("2022-03-01T12:30:00.000001-05:30", utc(2022, 3, 1, 18) + 1),
    ("1900-01-01T00:00:00Z", utc(1900, 1, 1)),
    ("2199-12-31T23:59:59Z", utc(2199, 12, 31, 23, 59, 59)),
]


@pytest.mark.parametrize(("text", "at"), READ)
def test_a_time_with_offset_is_an_instant(text, at):
    found = parse_time(text)

    assert at == found
    assert int is type(found)


UNREADABLE = [
    *("", "i går", "2022-03-01", "2022-03-01T00:00:00", "2022-02-30T00:00:00Z", "2022-03-01T25:00:00Z"),
    *("1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "20220301T000000Z", "20220301T00Z", "2022-03-01T12"),
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_anything_else_is_no_time(text):
    with pytest.raises(TimeError):
        parse_time(text)


@pytest.mark.parametrize("text", ["1900-01-01", "2022-02-28", "2024-02-29", "2199-12-31"])
def test_a_day_is_written_with_hyphens(text):
    assert text == parse_day(text).isoformat()


NO_DAY = [
    *("", "20220301", "2022-2-28", "2023-02-29", "1899-12-31", "2200-01-01", "2022-03-01T00:00"),
    "2022-W09-2",
]


@pytest.mark.parametrize("text", NO_DAY)
def test_anything_else_is_no_day(text):
    with pytest.raises(TimeError):
        parse_day(text)


def test_the_error_says_the_rule_and_never_the_value():
    with pytest.raises(TimeError) as caught:
        parse_time("0101901234")

    assert str(caught.value).startswith("Not a time that the event contract knows. Write RFC 3339 with an offset")
    assert "0101901234" not in str(caught.value)


EFFECTIVE = [
    ("2022-03-01", utc(2022, 2, 28, 23), date(2022, 3, 1)),  # winter: the day begins at 23:00Z of the day before
    ("2022-07-01", utc(2022, 6, 30, 22), date(2022, 7, 1)),  # summer: at 22:00Z
    ("2022-03-01T22:59:59Z", utc(2022, 3, 1, 22, 59, 59), date(2022, 3, 1)),
    ("2022-03-01T23:00:00Z", utc(2022, 3, 1, 23), date(2022, 3, 2)),
    ("2022-07-01T22:00:00Z", utc(2022, 7, 1, 22), date(2022, 7, 2)),
    ("2022-03-01T00:30:00+05:00", utc(2022, 2, 28, 19, 30), date(2022, 2, 28)),
]


@pytest.mark.parametrize(("text", "at", "day"), EFFECTIVE)
def test_an_effective_time_has_an_instant_and_a_legal_day_in_copenhagen(text, at, day):
    assert (at, day) == parse_effective(text)


KNOWN_AT = [
    ("2022-03-01", utc(2022, 3, 1, 23) - 1),  # a date alone means the end of that day
    ("2022-07-01", utc(2022, 7, 1, 22) - 1),
    ("2022-03-01T12:00", utc(2022, 3, 1, 11)),  # without offset: Europe/Copenhagen
    ("2022-07-01T12:00:00", utc(2022, 7, 1, 10)),
    ("2022-07-01T12:00:00Z", utc(2022, 7, 1, 12)),
    ("2022-07-01T12:00:00-03:00", utc(2022, 7, 1, 15)),
    ("1900-01-01T12:00:00Z", utc(1900, 1, 1, 12)),
    ("2199-01-01T12:00:00Z", utc(2199, 1, 1, 12)),
]


@pytest.mark.parametrize(("text", "at"), KNOWN_AT)
def test_a_known_at_may_leave_out_offset_and_clock(text, at):
    assert at == parse_known_at(text)


@pytest.mark.parametrize("text", ["", "nu", "2022-13-01", "2022-03-01T24:30", "1899-12-31T00:00:00Z", "2200-01-01T00:00:00Z"])
def test_anything_else_is_no_known_at(text):
    with pytest.raises(TimeError):
        parse_known_at(text)


HOURS = [
    (date(2022, 3, 26), 24),
    (date(2022, 3, 27), 23),  # clocks go forward at 02:00
    (date(2022, 10, 30), 25),  # and back at 03:00
    (date(2022, 10, 31), 24),
    (date(2024, 2, 29), 24),
]


@pytest.mark.parametrize(("day", "hours"), HOURS)
def test_a_legal_day_runs_from_midnight_to_midnight_in_copenhagen(day, hours):
    assert hours * HOUR == end_of(day) + 1 - start_of(day)
    assert (day, day) == (day_of(start_of(day)), day_of(end_of(day)))
    assert (day - timedelta(days=1), day + timedelta(days=1)) == (day_of(start_of(day) - 1), day_of(end_of(day) + 1))


def test_the_hour_that_comes_twice_is_told_apart_by_its_offset():
    first, second = parse_time("2022-10-30T02:30:00+02:00"), parse_time("2022-10-30T02:30:00+01:00")

    assert HOUR == second - first
    assert ["2022-10-30T02:30:00+02:00", "2022-10-30T02:30:00+01:00"] == [moment(first).isoformat(), moment(second).isoformat()]


def test_an_instant_and_a_moment_are_each_others_reverse():
    when = datetime(2022, 3, 1, 12, 0, 0, 1, tzinfo=COPENHAGEN)

    assert when == moment(instant(when))
    assert COPENHAGEN == moment(0).tzinfo


def test_a_local_day_is_the_one_in_copenhagen():
    assert date(2022, 3, 2) == local_day(datetime(2022, 3, 1, 23, tzinfo=UTC))
    assert date(2022, 3, 1) == local_day(datetime(2022, 3, 2, 4, tzinfo=timezone(timedelta(hours=9))))


MONTHS = [
    (date(2022, 1, 15), 3, date(2022, 4, 15), date(2022, 4, 15)),
    (date(2022, 1, 31), 1, date(2022, 2, 28), date(2022, 3, 1)),  # February has no 31st
    (date(2024, 1, 31), 1, date(2024, 2, 29), date(2024, 3, 1)),
    (date(2022, 11, 30), 3, date(2023, 2, 28), date(2023, 3, 1)),
    (date(2022, 10, 31), 1, date(2022, 11, 30), date(2022, 12, 1)),
    (date(2022, 10, 31), 2, date(2022, 12, 31), date(2022, 12, 31)),
    (date(2022, 12, 1), 1, date(2023, 1, 1), date(2023, 1, 1)),
    (date(2022, 9, 30), 16, date(2024, 1, 30), date(2024, 1, 30)),  # 9 + 16 = 25 = 2 years and January
    (date(2022, 3, 31), -1, date(2022, 2, 28), date(2022, 3, 1)),
]


@pytest.mark.parametrize(("day", "months", "last_day", "next_first"), MONTHS)
def test_a_day_that_the_month_lacks_becomes_its_last_or_the_first_of_the_next(day, months, last_day, next_first):
    """S-13: never a guess, a policy."""
    assert (last_day, next_first) == (add_months(day, months, "last_day"), add_months(day, months, "next_first"))
    assert last_day == add_months(day, months)


ENDS = [
    (date(2022, 2, 1), 0, date(2022, 2, 28)),
    (date(2024, 2, 29), 0, date(2024, 2, 29)),
    (date(2022, 3, 9), 1, date(2022, 4, 30)),  # "ultimo måneden efter fristdatoen"
    (date(2022, 1, 31), 1, date(2022, 2, 28)),
    (date(2022, 11, 30), 3, date(2023, 2, 28)),
    (date(2022, 12, 31), 0, date(2022, 12, 31)),
]


@pytest.mark.parametrize(("day", "later", "end"), ENDS)
def test_a_month_ends_on_its_last_day(day, later, end):
    assert end == end_of_month(day, later)
    assert end_of_month(day) == end_of_month(day, 0)


WEEK = [  # 7 March 2022 is a Monday
    (date(2022, 3, 7), False, date(2022, 3, 8)),
    (date(2022, 3, 10), False, date(2022, 3, 11)),
    (date(2022, 3, 11), False, date(2022, 3, 14)),
    (date(2022, 3, 12), True, date(2022, 3, 14)),
    (date(2022, 3, 13), True, date(2022, 3, 14)),
    (date(2022, 4, 14), False, date(2022, 4, 15)),  # Good Friday: public holidays are weekdays here
]


@pytest.mark.parametrize(("day", "weekend", "following"), WEEK)
def test_monday_to_friday_are_weekdays(day, weekend, following):
    assert (weekend, following) == (is_weekend(day), next_weekday(day))
