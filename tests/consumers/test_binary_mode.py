"""Attributes and data become one structured event, and neither can pass for the other."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import CASE, SOURCE, event

from consumers.binary_mode import structured
from consumers.cloudevents import Accepted, Door

ENVELOPE = {name: value for name, value in event().items() if name != "data"}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def test_the_data_keeps_its_own_bytes():
    data = b'{ "effective" : "2022-03-01", "note": "\\u00e6" }\n'

    assert b'{"id":"e1","data":' + data + b"}" == structured({"id": "e1"}, data)


def test_the_door_takes_what_is_put_together():
    checked = Door().check(structured(ENVELOPE, orjson.dumps(event()["data"])))

    assert (Accepted, CASE, SOURCE, "e1") == (type(checked), *checked[:3])


@pytest.mark.parametrize(
    "data",
    [b'{},"subject":"x"', b'{}}{"', b'"', b"nej", b"\xff", b"{}//", b"NaN", b" "],
    ids=["another member", "an end", "an open text", "text", "no UTF-8", "a comment", "no number", "a blank"],
)
def test_data_that_is_no_json_cannot_reach_into_the_envelope(data):
    made = orjson.loads(structured({"id": "e1"}, data))

    assert ["id", "data_base64"] == list(made)
    assert "missing_field" == Door().check(structured(ENVELOPE, data)).code


@pytest.mark.parametrize("data", [b"null", b"0", b'"tekst"', b"[]", b"{}"])
def test_any_json_value_is_data(data):
    assert {"id": "e1", "data": orjson.loads(data)} == orjson.loads(structured({"id": "e1"}, data))


def test_no_data_is_none():
    assert (b"{}", b'{"id":"e1"}', b'{"data":1}') == (structured({}, b""), structured({"id": "e1"}, b""), structured({}, b"1"))


def test_an_attribute_by_the_name_of_the_data_does_not_replace_it():
    assert "duplicate_key" == Door().check(structured({**ENVELOPE, "data": "x"}, orjson.dumps(event()["data"]))).code


@given(st.dictionaries(TEXTS, TEXTS), st.binary())
def test_attributes_come_back_as_they_were(attributes, data):
    made = orjson.loads(structured(attributes, data))

    assert attributes == {name: value for name, value in made.items() if name in attributes} or {"data", "data_base64"} & attributes.keys()
