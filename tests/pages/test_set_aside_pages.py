import pytest

from tests.pages.visiting import well_made
from tests.web.serving import CASE, SOURCE, event

PERSON = "Karla Jensen"


def numbers(page):
    return [int(one.rpartition("/")[2]) for one in page.links if one.startswith("/lagt-til-side/")]


def test_what_waits_is_listed_with_its_reason(visit):
    page = visit("auditor").page("/lagt-til-side")

    assert [1, 2, 3] == numbers(page)
    assert all(code in page.text for code in ("invalid_time", "not_json", "conflict"))


@pytest.mark.parametrize(
    ("asked", "found"),
    [("code=not_json", 1), (f"source={SOURCE}", 2), ("status=resent", 0), ("status=", 3), ("after=2", 1), ("code=findes-ikke", 0)],
)
def test_the_list_can_be_narrowed(visit, asked, found):
    assert found == len(numbers(visit("auditor").page(f"/lagt-til-side?{asked}")))


def test_the_content_is_never_in_the_list(visit):
    assert PERSON not in visit("administrator").page("/lagt-til-side").text


def test_only_who_may_mend_an_event_sees_its_content(visit):
    texts = {
        role: "".join(visit(role).page(f"/lagt-til-side/{number}").text for number in (1, 2, 3)) for role in ("auditor", "administrator")
    }

    assert (False, True) == (PERSON in texts["auditor"], PERSON in texts["administrator"])


def test_that_the_content_was_seen_is_noted(visit):
    before = visit("auditor").page(f"/adgangslog/{CASE}").text.count("hændelser, der er lagt til side")
    visit("auditor").page("/lagt-til-side/3")
    visit("administrator").page("/lagt-til-side/3")

    assert before + 1 == visit("auditor").page(f"/adgangslog/{CASE}").text.count("hændelser, der er lagt til side")


def test_only_who_may_mend_can_send(visit):
    assert 403 == visit("auditor").post("/lagt-til-side/1", mended="{}").status_code


def test_what_still_cannot_be_taken_is_told_and_what_was_typed_is_kept(visit):
    response = visit("administrator").post("/lagt-til-side/1", mended='{"specversion": "1.0"}')

    assert 422 == response.status_code
    page = well_made(response)
    assert "Hændelsen kunne stadig ikke tages ind" in page.text
    assert "Feltet" in page.text
    assert "{&#34;specversion&#34;: &#34;1.0&#34;}" in page.text


def test_what_is_sent_again_as_it_is_is_told_of_too(visit):
    assert 422 == visit("administrator").post("/lagt-til-side/3").status_code


@pytest.mark.parametrize("number", ["99", "0", "-1", "9" * 30])
def test_a_number_that_is_not_there_is_not_found(visit, number):
    response = visit("administrator").get(f"/lagt-til-side/{number}")

    assert 404 == response.status_code
    assert "Intet er lagt til side under det nummer" in well_made(response).title


def test_a_mended_event_is_taken_in_and_both_forms_are_kept(visit, store):
    mended = event("e2").replace(b",", b",\n").decode()
    response = visit("administrator").post("/lagt-til-side/1", mended=mended)

    assert (303, "/lagt-til-side/1") == (response.status_code, response.headers["location"])
    page = visit("administrator").page("/lagt-til-side/1")
    assert "Hændelsen er taget ind siden" in page.text
    assert ("i dag" in page.text, "2022-03-01T09:00:00+01:00" in page.text) == (True, True)
    assert store.find(SOURCE, "e2") is not None
    assert 303 == visit("administrator").post("/lagt-til-side/1", mended=mended).status_code
