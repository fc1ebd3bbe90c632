"""Both ways of reading an event give the same, and old versions are brought up step by step."""

import json

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import data_of, line

from consumers.decoding import DECODERS, Decoders, UnknownStoredTypeError, decode_data, topic_of
from consumers.refusals import RefusedError
from consumers.written_times import effective_of, instant_of
from domain.events import EVENT_TYPES, DeadlineSet, EventCorrected, HolidayNotified, InterviewBooked
from domain.times import TimeError, parse_effective, parse_time


@pytest.mark.parametrize("optional", [True, False])
@pytest.mark.parametrize("name", EVENT_TYPES)
def test_the_trusted_and_the_strict_way_give_the_same_event(name, optional):
    data = data_of(name, optional=optional)

    assert decode_data(EVENT_TYPES[name], data) == DECODERS[topic_of(name, 1)](line(name, data))


@pytest.mark.parametrize(
    "written",
    ["2022-03-01T10:00:00Z", "2022-03-01T10:00:00.1-23:59", "2022-03-01T23:59:59.999999000+14:00", "1900-01-01T00:00:00-00:00"],
)
def test_both_ways_read_the_same_time(written):
    data = {"effective": "2022-03-01", "booking_id": "B1", "interview_at": written}

    assert decode_data(InterviewBooked, data) == DECODERS["interview-booked.v1"](line("interview-booked", data))


def test_digits_below_the_microsecond_are_refused_where_decoders_would_round_them():
    with pytest.raises(RefusedError):
        decode_data(InterviewBooked, {"effective": "2022-03-01", "booking_id": "B1", "interview_at": "2022-03-01T10:00:00.1234567Z"})


def test_data_of_a_correction_is_checked_as_at_the_door_and_never_repeated():
    with pytest.raises(ValueError, match="Feltet due") as refused:
        decode_data(DeadlineSet, data_of("deadline-set") | {"due": "HEMMELIG"})

    assert "HEMMELIG" not in str(refused.value)


@pytest.mark.parametrize("data", [{}, {"effective": "2022-02-30"}, {"effective": 1}, {"effective": "2022-03-01", "x": 10**30}, {1: 2}])
def test_data_that_does_not_fit_is_a_value_error(data):
    with pytest.raises(ValueError, match=r"."):
        decode_data(EVENT_TYPES["jobnet-visited"], data)


def test_from_is_a_field_on_the_wire():
    data = {"effective": "2022-03-01", "from": "2022-03-02", "to": "2022-03-03"}
    event = decode_data(HolidayNotified, data)

    assert ("2022-03-02", "2022-03-03") == (str(event.from_), str(event.to))


def two_channels_become_one_field(data):
    """Version 1 said `published` as two flags."""
    jobnet, letter = data.pop("on_jobnet"), data.pop("by_letter")
    return data | {"published": {(True, True): "both", (True, False): "jobnet"}.get((jobnet, letter), "letter")}


def test_an_event_stored_in_an_older_version_is_read_as_the_current_one():
    now = data_of("deadline-set") | {"published": "both"}
    then = {key: value for key, value in now.items() if key != "published"} | {"on_jobnet": True, "by_letter": True}
    decoders = Decoders({("deadline-set", 1): two_channels_become_one_field})

    current = decoders["deadline-set.v2"](line(data=now, type="dk.sagsspor.deadline-set.v2"))

    assert decode_data(DeadlineSet, now) == decoders["deadline-set.v1"](line(data=then)) == current


def test_several_steps_are_taken_one_after_the_other():
    steps = {
        ("hearing-answered", 1): lambda data: data | {"note": "to"},
        ("hearing-answered", 2): lambda data: data | {"note": data["note"] + " tre"},
    }

    assert "to tre" == Decoders(steps)["hearing-answered.v1"](line("hearing-answered")).note


@pytest.mark.parametrize("topic", ["deadline-set.v2", "deadline-set.v0", "deadline-set", "deadline-sat.v1", "", "deadline-set.v-1"])
def test_a_type_that_the_program_does_not_know_stops_the_replay(topic):
    with pytest.raises(UnknownStoredTypeError, match="Run the version that wrote it"):
        DECODERS[topic]


def test_the_data_of_a_stored_correction_is_kept_as_it_was_written():
    data = data_of("event-corrected")
    event = DECODERS["event-corrected.v1"](json.dumps({"data": data}).encode())

    assert isinstance(event, EventCorrected)
    assert data["data"] == orjson.loads(orjson.dumps(event.data))


OFFSETS = st.sampled_from(["Z", "+01:00", "+02:00", "-23:59", "+14:00", "-00:30"])
FRACTIONS = st.sampled_from(["", ".5", ".123456", ".0000001", ".123456789"])


@given(st.datetimes(), FRACTIONS, OFFSETS)
def test_times_are_read_as_the_domain_reads_them(moment, fraction, offset):
    text = f"{moment.replace(year=1900 + moment.year % 300, day=min(moment.day, 28)):%Y-%m-%dT%H:%M:%S}{fraction}{offset}"

    assert parse_time(text) == instant_of(text)
    assert parse_effective(text) == effective_of(text)
    assert parse_effective(text[:10]) == effective_of(text[:10])


@pytest.mark.parametrize("text", ["2022-02-30", "2022-02-30T10:00:00Z"])
def test_a_day_outside_the_calendar_is_no_time(text):
    with pytest.raises(TimeError):
        effective_of(text)
