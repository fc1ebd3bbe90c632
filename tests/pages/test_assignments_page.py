import re
from uuid import uuid4

import pytest

from consumers.intake import Intake
from infra import clock
from infra.assignments import Assignment
from infra.wiring import assignments_for
from tests.pages.visiting import well_made
from tests.web.serving import checking, event

MISSING = "44444444-4444-4444-8444-444444444444"


@pytest.fixture
def case(store):
    """Give a case that nobody has."""
    case = str(uuid4())
    Intake(store, clock.now, checking()).take([event(case, subject=case)])
    return case


@pytest.fixture
def admin(visit):
    return visit("administrator")


def rows(page):
    """Give who is named in each row, and whether they have the case."""
    handlers = re.findall(r'data-title="Klagesagsbehandler">(.*?)</td>', page.text)
    held = re.findall(r'data-title="Gælder nu">(.*?)(?:<form|</td>)', page.text, re.DOTALL)
    return [(handler, re.sub("<.*?>", "", holds).strip()) for handler, holds in zip(handlers, held, strict=True)]


def held(page):
    """Give the numbers that can be taken back."""
    return re.findall(r'name="take_back" value="(\d+)"', page.text)


def test_a_case_leads_to_who_has_it(admin, case):
    response = admin.post("/tildelinger", case=f" {case.upper()} ")

    assert (303, f"/tildelinger/{case}") == (response.status_code, response.headers["location"])


def test_what_is_no_uuid_is_not_repeated(admin):
    response = admin.post("/tildelinger", case="0101011234")

    assert (422, False) == (response.status_code, "0101011234" in response.text)
    assert "Skriv sagens UUID" in well_made(response).text


def test_a_case_that_nobody_has_says_so(admin, case):
    assert "Ingen har fået sagen tildelt" in admin.page(f"/tildelinger/{case}").text


def test_who_is_given_a_case_has_it_and_no_longer_once_it_is_taken_back(admin, visit, case):
    path, handler, seen = f"/tildelinger/{case}", visit("complaint-handler"), []
    for typed in ({"handler": " demo-complaint-handler "}, {"handler": "ea"}, None):
        response = admin.post(path, **(typed or {"take_back": held(admin.page(path))[0]}))
        assert (303, path) == (response.status_code, response.headers["location"])
        read = handler.client.get(f"/sager/{case}", headers=handler.headers, follow_redirects=True)
        seen.append((read.status_code, [name for name, holds in rows(admin.page(path)) if "Ja" == holds]))

    assert [(200, ["demo-complaint-handler"]), (200, ["demo-complaint-handler", "ea"]), (404, ["ea"])] == seen


def test_every_assignment_stays_with_why_it_no_longer_holds(admin, case):
    path = f"/tildelinger/{case}"
    admin.post(path, handler="bo")
    first = held(admin.page(path))[0]
    admin.post(path, take_back=first)
    admin.post(path, handler="bo")

    page = admin.page(path)
    second = int(first) + 1
    assert [("bo", f"Nej, afløst af nr. {second}"), ("bo", "Nej, sagen blev taget tilbage"), ("bo", "Ja")] == rows(page)
    assert 3 == page.text.count(">demo-administrator<")


def test_an_assignment_holds_until_its_end(admin, store, case):
    now = clock.now()
    for handler, until in (("bo", now - 1), ("ea", now + 3_600_000_000)):
        assignments_for(store).assign(Assignment(case, handler, now - 2, until, "chef"), now)

    assert [("bo", "Nej, tiden er udløbet"), ("ea", "Ja")] == rows(admin.page(f"/tildelinger/{case}"))


def test_what_no_longer_holds_is_not_taken_back_again(admin, case):
    path = f"/tildelinger/{case}"
    admin.post(path, handler="bo")
    number = held(admin.page(path))[0]
    responses = [admin.post(path, take_back=one) for one in (number, number, "999999")]

    assert [303, 303, 303] == [one.status_code for one in responses]
    assert 2 == len(rows(admin.page(path)))


def test_an_assignment_of_another_case_is_not_taken_back_from_here(admin, case):
    admin.post(f"/tildelinger/{case}", handler="bo")
    (number,) = held(admin.page(f"/tildelinger/{case}"))
    admin.post("/tildelinger/11111111-1111-4111-8111-111111111111", take_back=number)

    assert [number] == held(admin.page(f"/tildelinger/{case}"))


@pytest.mark.parametrize("name", ["", "  ", "010190-1234", "0101901234", "010190 1234", " 010190-1234 ", "x" * 201])
def test_what_names_nobody_is_refused_and_not_repeated(admin, case, name):
    response = admin.post(f"/tildelinger/{case}", handler=name)
    page = well_made(response)

    assert (422, []) == (response.status_code, rows(page))
    assert "Skriv det faste navn" in page.text
    assert not name.strip() or name.strip() not in page.text


@pytest.mark.parametrize("typed", [None, {"handler": "bo"}, {"handler": ""}, {"take_back": "1"}], ids=str)
def test_a_case_that_is_not_there_is_given_to_nobody(admin, typed):
    path = f"/tildelinger/{MISSING}"
    response = admin.get(path) if typed is None else admin.post(path, **typed)

    assert 404 == response.status_code
    assert "Ingen sag at vise" in well_made(response).text


def test_that_somebody_saw_who_has_a_case_is_noted(admin, visit, case):
    admin.page(f"/tildelinger/{case}")
    admin.post(f"/tildelinger/{case}", handler="")

    assert 2 == visit("auditor").page(f"/adgangslog/{case}").text.count(">hvem der har sagen<")


def test_an_auditor_sees_who_has_a_case_and_cannot_change_it(admin, visit, case):
    path = f"/tildelinger/{case}"
    admin.post(path, handler="bo")
    page = visit("auditor").page(path)

    assert [("bo", "Ja")] == rows(page)
    assert ([("post", "/log-ud")], False) == (page.forms, "/tildelinger" in page.links)
    assert 403 == visit("auditor").get("/tildelinger").status_code
    assert 403 == visit("auditor").post(path, handler="ea").status_code


@pytest.mark.parametrize("role", ["caseworker", "complaint-handler", "fagsystem"])
def test_nobody_else_sees_or_gives(visit, case, role):
    visitor, path = visit(role), f"/tildelinger/{case}"
    answers = [visitor.get("/tildelinger"), visitor.post("/tildelinger", case=case), visitor.get(path), visitor.post(path, handler="bo")]

    assert [403] * 4 == [one.status_code for one in answers]
    assert rows(visit("auditor").page(path)) == []
