import pytest

from tests.pages.visiting import well_made


def search(visit, role="auditor", **typed):
    return visit(role).post("/", **typed)


def test_a_case_is_found_by_its_uuid(visit, case):
    response = search(visit, case=f" {case.upper()} ")

    assert (303, f"/sager/{case}") == (response.status_code, response.headers["location"])


def test_a_case_is_found_by_one_of_its_events(visit, case, source):
    assert f"/sager/{case}" == search(visit, source=source, id="e1").headers["location"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"case": "22222222-2222-4222-8222-222222222222"}, "Der er ingen sag"),
        ({"case": "sag 17"}, "Skriv sagens UUID"),
        ({"case": ""}, "Skriv sagens UUID"),
        ({"source": "urn:a", "id": "e1"}, "Der er ingen sag"),
        ({"source": "urn:a"}, "Skriv både hændelsens source og dens id"),
        ({"source": "urn:a", "id": "x" * 201}, "Skriv både hændelsens source og dens id"),
    ],
)
def test_what_is_not_found_is_told_with_what_to_do(visit, typed, said):
    response = search(visit, **typed)

    assert 422 == response.status_code
    assert said in well_made(response).text


def test_a_case_of_others_is_answered_as_one_that_is_not_there(visit, case, source):
    unknown = search(visit, "complaint-handler", case="22222222-2222-4222-8222-222222222222").text

    assert unknown == search(visit, "complaint-handler", case=case).text
    by_event = search(visit, "complaint-handler", source="urn:a", id="e1").text
    assert by_event == search(visit, "complaint-handler", source=source, id="e1").text


@pytest.mark.parametrize("cpr", ["0101011234", "010101-1234", "010101 1234", "borger 0101011234"])
def test_a_cpr_number_is_refused_and_not_repeated(visit, cpr):
    for typed in ({"case": cpr}, {"source": "urn:a", "id": cpr}, {"source": cpr}):
        response = search(visit, **typed)
        assert 422 == response.status_code
        assert "ligner et CPR-nummer" in well_made(response).text
        assert cpr not in response.text


def test_nothing_that_is_typed_comes_into_an_address(visit):
    assert {("post", "/")} == {form for form in visit("auditor").page("/").forms if form != ("post", "/log-ud")}


def test_who_may_read_no_case_is_not_asked_for_one(visit, case):
    assert "Find en sag" not in visit("administrator").page("/").text
    assert 403 == search(visit, "administrator", case=case).status_code
