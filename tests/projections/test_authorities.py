"""Which municipalities a case belongs to: those in whose names its events came."""

import pytest
from arrivals import take_in
from comparing import dump, live_and_rebuilt

from projections.authorities import municipality_of
from tests.contracts.event_store import line

CASE = "30000000-1111-4111-8111-111111111111"
OTHER = "40000000-1111-4111-8111-111111111111"


def visit(id_, source, case=CASE):
    return line(id_, case=case, source=source)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("urn:fagsystem:nordsag:751", "0751"),
        ("urn:fagsystem:nordsag:0751", "0751"),
        ("urn:fagsystem:nordsag:aarhus", None),
        ("urn:fagsystem:nordsag:", None),
        ("urn:fagsystem:nordsag:²", None),
        ("nordsag", None),
    ],
)
def test_a_municipality_is_the_code_that_ends_the_source(source, code):
    assert code == municipality_of(source)


@pytest.fixture
def belongs(store, projector):
    def tell(*batches):
        for batch in batches:
            assert not take_in(store, batch).set_aside
            projector.catch_up()
        live, rebuilt = live_and_rebuilt(store)
        assert rebuilt == live
        rows = [row.split(b'"') for row in dump(projector).splitlines() if row.startswith(b'["authorities"')]
        return sorted((row[3].decode(), row[5].decode()) for row in rows)

    return tell


def test_a_case_belongs_to_every_municipality_that_has_sent_something_about_it(belongs):
    first = [visit("a", "urn:fagsystem:a:751"), visit("b", "urn:fagsystem:b:0751"), visit("c", "urn:fagsystem:a:101", OTHER)]

    assert [(CASE, "0751"), (OTHER, "0101")] == belongs(first)
    assert [(CASE, "0101"), (CASE, "0751"), (OTHER, "0101")] == belongs([visit("d", "urn:fagsystem:a:101")])


def test_a_case_whose_sources_name_no_municipality_belongs_to_none(belongs):
    assert [] == belongs([visit("a", "urn:fagsystem:a:drift")])


def test_the_municipalities_of_all_cases_are_named_once(store, projector):
    take_in(store, [visit("a", "urn:fagsystem:a:751"), visit("b", "urn:fagsystem:b:101"), visit("c", "urn:fagsystem:a:751", OTHER)])
    projector.catch_up()

    assert ["0101", "0751"] == projector.views.municipalities()
