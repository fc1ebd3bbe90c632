from hashlib import sha256

import pytest

from infra.seals.leaves import UNREADABLE, LeafRow, leaf_of, record_of
from infra.seals.merkle import leaf_hash

ROW = LeafRow(7, "11111111-1111-4111-8111-111111111111", "jobnet-visited.v1", 'urn:"å"', "e\n1", 1, "2022-03-01", 2, 3, b'{"x":1}')


def test_the_record_of_a_leaf_has_its_one_form():
    expected = (
        r'["sagsspor.leaf.v1",7,"11111111-1111-4111-8111-111111111111","jobnet-visited.v1","urn:\"å\"","e\n1",1,"2022-03-01",2,3,'
        '"c3a0d2b7ac6a58fa8e1ed8d9c1e8e6d6"]'
    ).replace("c3a0d2b7ac6a58fa8e1ed8d9c1e8e6d6", sha256(b'{"x":1}').hexdigest())

    assert expected == record_of(ROW).decode()
    assert leaf_hash(expected.encode()) == leaf_of(ROW)


def test_what_an_event_does_not_say_is_null():
    assert b'["sagsspor.leaf.v1",1,"a","t",null,null,null,null,null,null,"' == record_of(
        LeafRow(1, "a", "t", None, None, None, None, None, None, b"")
    ).removesuffix(sha256().hexdigest().encode() + b'"]')


@pytest.mark.parametrize(
    "change",
    [
        {"position": 8},
        {"case": "22222222-2222-4222-8222-222222222222"},
        {"topic": "jobnet-visited.v2"},
        {"source": 'urn:"a"'},
        {"id": "e1"},
        {"effective": 2},
        {"effective": None},
        {"day": "2022-03-02"},
        {"registered": 3},
        {"received": 4},
        {"state": b'{"x":2}'},
        {"received": 3.0},
        {"sound": False},
    ],
    ids=str,
)
def test_every_column_is_in_the_leaf(change):
    assert leaf_of(ROW) != leaf_of(ROW._replace(**change))


@pytest.mark.parametrize("change", [{"state": '{"x":1}'}, {"topic": b"jobnet-visited.v1"}, {"id": "e\udc80"}, {"sound": 0}], ids=str)
def test_a_row_with_columns_that_no_event_has_is_read_as_such(change):
    assert UNREADABLE == leaf_of(ROW._replace(**change))
