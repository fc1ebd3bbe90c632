"""Who may read which case."""

import pytest

from infra.cases import read_case
from infra.web.access import ALL_CASES, Role, may_read
from infra.web.access.demo import demo_principal
from tests.access.test_tokens import event

CASE = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def case(parts):
    parts.intake.take([event("urn:fagsystem:kss:0101"), event("urn:fagsystem:ydelse:751")])
    return read_case(parts.store, CASE)


def reads(who, case, assigned=()):
    return may_read(who, case, lambda handler, one: (handler, one) in assigned)


@pytest.mark.parametrize(("municipality", "expected"), [("0101", True), ("101", True), ("751", True), ("0751", True), ("0461", False)])
def test_a_caseworker_reads_the_cases_that_the_own_municipality_sent_something_about(case, municipality, expected):
    assert expected == reads(demo_principal(Role.caseworker, municipality), case)


def test_a_caseworker_without_a_municipality_reads_none(case):
    assert not reads(demo_principal(Role.caseworker)._replace(municipality=None), case)


@pytest.mark.parametrize(
    ("named", "assigned", "expected"),
    [
        ((), (), False),
        ((CASE,), (), True),
        ((ALL_CASES,), (), True),
        (("22222222-2222-4222-8222-222222222222",), (), False),
        ((), (("demo-complaint-handler", CASE),), True),
        ((), (("another", CASE),), False),
    ],
)
def test_a_complaint_handler_reads_what_is_assigned(case, named, assigned, expected):
    assert expected == reads(demo_principal(Role.complaint_handler, cases=frozenset(named)), case, assigned)


@pytest.mark.parametrize(("role", "expected"), [(Role.auditor, True), (Role.administrator, False), (Role.fagsystem, False)])
def test_an_auditor_reads_all_and_who_runs_the_service_none(case, role, expected):
    assert expected == reads(demo_principal(role, cases=frozenset({ALL_CASES})), case)
