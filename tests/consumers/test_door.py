"""What the door lets in, and what it says when it does not."""

import json
import re

import orjson
import pytest
from samples import CASE, SOURCE, data_of, event, line

from consumers.cloudevents import Accepted, Door
from consumers.refusals import Rejected
from domain.events import EVENT_TYPES
from domain.times import parse_effective, parse_time

DOOR = Door()
MARK = "HEMMELIG"
"""Stands in the values of bad events, and must stand in no message."""


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_an_event_of_every_type_is_accepted(name):
    accepted = DOOR.check(line(name))

    assert isinstance(accepted, Accepted), accepted
    assert (name, 1) == (accepted.type_name, accepted.version)


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_optional_fields_may_be_left_out(name):
    assert isinstance(DOOR.check(line(name, data_of(name, optional=False))), Accepted)


def test_the_bytes_are_kept_as_they_came():
    raw = json.dumps(event(), indent=2, ensure_ascii=True).encode()

    assert raw == DOOR.check(raw).state


@pytest.mark.parametrize("effective", ["2022-03-01", "2022-06-30T23:30:00Z", "2022-03-01T10:00:00.1234567+01:00", "2199-12-31"])
def test_times_are_read_as_the_domain_reads_them(effective):
    accepted = DOOR.check(line(data=data_of("deadline-set") | {"effective": effective}))

    assert (*parse_effective(effective), parse_time("2022-03-01T09:12:13.123456+01:00")) == (
        accepted.effective,
        accepted.day,
        accepted.registered,
    )


@pytest.mark.parametrize(
    "attributes",
    [
        {"datacontenttype": "application/json"},
        {"traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
        {"partitionkey": "7", "sampledrate": 3, "final": True, "dataschema": None},
    ],
)
def test_known_optional_attributes_and_plain_extensions_pass(attributes):
    assert isinstance(DOOR.check(line(**attributes)), Accepted)


def deadline(**changes):
    return data_of("deadline-set") | changes


NESTED = b'{"a":' * 2000 + b"1" + b"}" * 2000
BAD = {
    "empty object": (b"{}", "missing_field"),
    "list": (b"[]", "not_an_object"),
    "text": (b'"HEMMELIG"', "not_an_object"),
    "cut": (line()[:-7], "not_json"),
    "two in one": (line() + line(), "not_json"),
    "not a number": (line().replace(b'"e1"', b"NaN"), "not_json"),
    "infinity": (line().replace(b'"e1"', b"-Infinity"), "not_json"),
    "byte order mark": (b"\xef\xbb\xbf" + line(), "not_json"),
    "latin 1": (line(data=deadline(deadline_id="æ")).replace("æ".encode(), b"\xe6"), "not_utf8"),
    "utf-16": (line().decode().encode("utf-16"), "not_utf8"),
    "lone surrogate": (line().replace(b'"e1"', rb'"\ud800"'), "not_json"),
    "raw NUL": (line().replace(b'"e1"', b'"e\x001"'), "not_json"),
    "NUL": (line("hearing-answered", {"effective": "2022-03-01", "note": "\0"}), "nul_character"),
    "NUL in a correction": (line("event-corrected", data_of("event-corrected") | {"data": {"a\0": 1}}), "nul_character"),
    "large": (line("hearing-answered", {"effective": "2022-03-01", "note": MARK * 40_000}), "too_large"),
    "deep": (NESTED, "too_deep"),
    "deep correction": (line("event-corrected", data_of("event-corrected") | {"data": json.loads(b"[" * 40 + b"]" * 40)}), "too_deep"),
    "deep data of a correction": (
        line("event-corrected", data_of("event-corrected") | {"data": {"a": json.loads(b"[" * 40 + b"]" * 40)}}),
        "too_deep",
    ),
    "huge number in a correction": (line("event-corrected").replace(b'"data":{"eff', b'"data":{"x":1e400,"eff'), "not_json"),
    "inexact number in a correction": (
        line("event-corrected", data_of("event-corrected") | {"data": {"a": 12345678901234567890}}),
        "not_exact",
    ),
    "same name twice": (line().replace(b'"id":"e1"', b'"id":"e1","id":"e1"'), "duplicate_key"),
    "same name twice, blanks": (line().replace(b'"id":"e1"', b'"id":"e1","id"  :"e1"'), "duplicate_key"),
    "same name twice, tab": (line().replace(b'"id":"e1"', b'"id":"e1","id"\t:"e1"'), "duplicate_key"),
    "same name twice, escaped": (line().replace(b'"id":"e1"', rb'"id":"e1","\u0069d":"e1"'), "duplicate_key"),
    "same name twice in data": (line().replace(b'"due"', b'"due":"2022-03-15","due"'), "duplicate_key"),
    "same name twice in a correction": (line("event-corrected").replace(b'"data":{"eff', b'"data":{"effective" :1,"eff'), "duplicate_key"),
    "no id": (line(id=...), "missing_field"),
    "no subject": (line(subject=...), "missing_field"),
    "no data": (line(data=...), "missing_field"),
    "empty id": (line(id=""), "invalid_key"),
    "long id": (line(id="x" * 201), "invalid_key"),
    "id with a line break": (line(id="HEMMELIG\n"), "invalid_key"),
    "id is a number": (line(id=7), "invalid_key"),
    "source is a list": (line(source=[MARK]), "invalid_key"),
    "id is a CPR number": (line(id="0101901234"), "cpr_number"),
    "source is a CPR number": (line(source="010190-1234"), "cpr_number"),
    "subject is a CPR number": (line(subject="010190-1234"), "cpr_number"),
    "id is a CPR number between blanks": (line(id=" 010190-1234 "), "cpr_number"),
    "subject in capitals": (line(subject=CASE.upper()), "invalid_subject"),
    "subject without hyphens": (line(subject=CASE.replace("-", "")), "invalid_subject"),
    "subject with a line break": (line(subject=CASE + "\n"), "invalid_subject"),
    "a citizen's event about jobnet": (line(subject="jobnet"), "invalid_subject"),
    "an outage about a citizen": (line("outage-recorded", subject=CASE), "invalid_subject"),
    "specversion": (line(specversion="0.3"), "unsupported_specversion"),
    "content type": (line(datacontenttype="text/xml"), "unsupported_content_type"),
    "type is a number": (line(type=7), "unknown_type"),
    "type of another system": (line(type="dk.hemmelig.deadline-set.v1"), "unknown_type"),
    "unknown event": (line(type="dk.sagsspor.deadline-sat.v1"), "unknown_type"),
    "version 2": (line(type="dk.sagsspor.deadline-set.v2"), "unknown_version"),
    "version 0": (line(type="dk.sagsspor.deadline-set.v0"), "unknown_type"),
    "time without offset": (line(time="2022-03-01T09:00:00"), "invalid_time"),
    "time is a date": (line(time="2022-03-01"), "invalid_time"),
    "time of the year 1": (line(time="0001-01-01T00:00:00Z"), "invalid_time"),
    "time of the year 9999": (line(time="9999-12-31T23:59:59Z"), "invalid_time"),
    "time on 30 February": (line(time="2022-02-30T09:00:00Z"), "invalid_time"),
    "time is a number": (line(time=1646122333), "invalid_time"),
    "time in Arabic digits": (line(time="٢٠٢٢-03-01T09:00:00Z"), "invalid_time"),
    "effective of the year 1": (line(data=deadline(effective="0001-01-01")), "invalid_time"),
    "effective of the year 9999": (line(data=deadline(effective="9999-12-31")), "invalid_time"),
    "effective on 31 April": (line(data=deadline(effective="2022-04-31")), "invalid_time"),
    "effective without offset": (line(data=deadline(effective="2022-03-01T10:00:00")), "invalid_time"),
    "effective as a week date": (line(data=deadline(effective="2022-W09-2")), "invalid_time"),
    "no effective": (line(data={"deadline_id": MARK}), "missing_field"),
    "due is a number in a text": (line(data=deadline(due="1646092800")), "invalid_time"),
    "due is a number": (line(data=deadline(due=1646092800)), "wrong_kind"),
    "due on 31 June": (line(data=deadline(due="2022-06-31")), "invalid_time"),
    "due with a time": (line(data=deadline(due="2022-06-30T00:00:00Z")), "invalid_time"),
    "interview without offset": (
        line("interview-rebooked", data_of("interview-rebooked") | {"interview_at": "2022-03-01T10:00:00"}),
        "invalid_time",
    ),
    "unknown value": (line(data=deadline(published=MARK)), "unknown_value"),
    "unknown field": (line(data=deadline(HEMMELIG=1)), "unknown_field"),
    "Python's name of a field": (
        line("holiday-notified", {"effective": "2022-03-01", "from_": "2022-03-01", "to": "2022-03-01"}),
        "missing_field",
    ),
    "unknown attribute": (line(HEMMELIG_navn=1), "unknown_field"),
    "extension with an object": (line(hemmelig={"a": 1}), "wrong_kind"),
    "extension with a large number": (line(hemmelig=2**31), "wrong_kind"),
    "extension with a decimal number": (line(hemmelig=0.5), "wrong_kind"),
    "data is a list": (line(data=[MARK]), "wrong_kind"),
    "data is null": (orjson.dumps(event() | {"data": None}), "wrong_kind"),
    "bool as a text": (line("guidance-given", data_of("guidance-given") | {"written": "true"}), "wrong_kind"),
    "bool as a number": (line("guidance-given", data_of("guidance-given") | {"written": 1}), "wrong_kind"),
    "too many slots": (
        line("immediate-booking-demanded", data_of("immediate-booking-demanded") | {"slots_offered": 10**15}),
        "out_of_range",
    ),
    "slots as a decimal number": (
        line("immediate-booking-demanded", data_of("immediate-booking-demanded") | {"slots_offered": 3.0}),
        "wrong_kind",
    ),
    "long note": (line("hearing-answered", {"effective": "2022-03-01", "note": MARK * 2000}), "out_of_range"),
    "empty deadline id": (line(data=deadline(deadline_id="")), "out_of_range"),
}


@pytest.mark.parametrize("raw_and_code", BAD.values(), ids=BAD)
def test_what_breaks_the_contract_is_refused_with_its_reason(raw_and_code):
    raw, code = raw_and_code
    refused = DOOR.check(raw)

    assert isinstance(refused, Rejected), refused
    assert code == refused.code, refused.message
    assert raw == refused.raw


@pytest.mark.parametrize("raw_and_code", BAD.values(), ids=BAD)
def test_a_refusal_never_repeats_what_was_sent(raw_and_code):
    refused = DOOR.check(raw_and_code[0])

    assert not re.search(r"hemmelig|0101-?90|010190|1646|\b9999|٢", refused.message, re.IGNORECASE)
    assert "pydantic" not in refused.message.lower()


def test_a_refusal_says_where_what_was_expected_and_what_to_do():
    assert (
        "Feltet data.published skal være 'jobnet', 'letter' eller 'both', men er en anden tekst på 8 tegn. Ret det, og send hændelsen igen."
        == DOOR.check(line(data=deadline(published=MARK))).message
    )


def test_source_and_id_are_shown_only_when_they_hold_no_personal_data():
    assert (SOURCE, "e1", CASE) == DOOR.check(line(time="x"))[3:]
    assert (SOURCE, None, CASE) == DOOR.check(line(id="010190-1234"))[3:]
    assert (SOURCE, "e1", None) == DOOR.check(line(subject="010190-1234"))[3:]
    assert (None, None, None) == DOOR.check(b"{")[3:]


def test_a_superseded_version_has_its_own_reason():
    door = Door({("deadline-set", 1): dict})

    assert "older_version" == door.check(line()).code
    assert isinstance(door.check(line(type="dk.sagsspor.deadline-set.v2")), Accepted)
