from tests.pages.visiting import well_made


def test_a_case_leads_to_who_has_read_it(visit, case):
    response = visit("administrator").post("/adgangslog", case=case)

    assert (303, f"/adgangslog/{case}") == (response.status_code, response.headers["location"])


def test_that_somebody_looked_is_noted_too(visit, case):
    visit("administrator").page(f"/adgangslog/{case}")
    page = visit("auditor").page(f"/adgangslog/{case}")

    for text in ("demo-administrator", "Administrator", "hvem der har læst sagen", "drift"):
        assert text in page.text


def test_what_is_no_uuid_is_not_repeated(visit):
    response = visit("auditor").post("/adgangslog", case="0101011234")

    assert 422 == response.status_code
    assert "0101011234" not in well_made(response).text


def test_a_case_that_nobody_has_read_says_so(visit):
    assert "Ingen har læst" in visit("auditor").page("/adgangslog/44444444-4444-4444-8444-444444444444").text
