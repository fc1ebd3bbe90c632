"""The pages beside a case's own: a day, then and now, what if, the decisions, the dossier."""

from urllib.parse import parse_qsl, urlencode

import pytest

from infra.wiring import intake_for
from tests.dossier.story import STORY
from tests.pages.case_serving import AT, auditor, client, hidden, store, under, words
from tests.pages.visiting import well_made

__all__ = ["auditor", "client", "store"]

SICKNESS = STORY[-1]
IMAGINED = SICKNESS.replace(b'"id":"10"', b'"id":"T1"').replace(b"2022-03-12", b"2022-03-10")
BETWEEN = f"{under('sammenlign', AT.replace('&by', '&known_at=2022-03-23T10:00:00%2B01:00&by'))}&and=2022-04-04T11:30:00%2B02:00"
IMAGINE = under("hvad-nu-hvis")
BANNER = "TÆNKT. Sådan ville sagen se ud. Intet er skrevet."


def test_a_day_is_explained_by_rule_and_event(auditor):
    page = auditor.page(under("dage/2022-03-09"))
    said = words(page)

    assert "Ja, der kan ske fradrag for dagen" in said
    assert "R-2.5-8 Fradrag for den dag, hvor der senest skulle være booket" in said
    assert "Vejledningen afsnit 2.5 Konsekvens af manglende selvbooking inden for fristen" in said
    assert "/regler/R-2.5-8" in page.links
    assert f"{AT}#haendelse-5" in page.links


def test_a_day_that_fell_out_tells_what_was_said_of_it_before(auditor):
    said = words(auditor.page(under("dage/2022-03-12")))
    earlier = said.partition("Hvad sagde sagen om dagen tidligere?")[2]

    assert "Nej, der kan ikke ske fradrag for dagen" in said
    assert "Dagen er med i en gældende afgørelse" in said
    assert ["udgangen af 12. marts 2022 Ja", "14. marts 2022 kl. 10.15 Ja", "4. april 2022 kl. 11.30 Nej"] == [
        row for row in ("udgangen af 12. marts 2022 Ja", "14. marts 2022 kl. 10.15 Ja", "4. april 2022 kl. 11.30 Nej") if row in earlier
    ]
    assert "Afmeldt som jobsøgende 12. marts 2022" in earlier


def test_a_rule_that_was_tried_says_why_it_does_not_apply(auditor, store):
    ground = (
        STORY[6]
        .replace(b'"id":"7"', b'"id":"12"')
        .replace(b"hearing-sent", b"ground-assessed")
        .replace(b'"reply_by":"2022-03-22"', b'"kind":"listed","from":"2022-03-09","to":"2022-03-10","accepted":false')
    )
    intake_for(store).take([ground])
    said = words(auditor.page(under("dage/2022-03-09", AT.replace("position=10", "position=11"))))

    assert "Regler, der er prøvet, men ikke gælder" in said
    assert "R-2.5-10" in said.partition("Regler, der er prøvet, men ikke gælder")[2]


def test_a_day_after_the_day_asked_is_not_judged(auditor):
    assert "Dagen ligger efter den dag, der spørges om" in words(auditor.page(under("dage/2022-05-01")))


def test_a_day_before_any_deadline_says_so(auditor):
    assert "Nej, der kan ikke ske fradrag for dagen" in words(auditor.page(under("dage/2021-06-01")))


def test_then_and_now_names_what_was_learnt_and_what_it_changed(auditor):
    said = words(auditor.page(BETWEEN))

    assert "4. april 2022 kl. 11.30 12. marts 2022 Afmeldt som jobsøgende: sygdom" in said
    assert "Bortfalder 12.–13. marts 2022 (2 dage) frist D1 Før: Fristen for selvbooking var den 9. marts 2022." in said
    assert "Skyldes: Afmeldt som jobsøgende 12. marts 2022 Regler: R-2.15-7 Automatisk afmelding ved sygdom" in said
    assert "5 dage 9.–13. marts 2022 (5 dage) 3 dage 9.–11. marts 2022 (3 dage)" in said


def test_without_a_first_moment_the_page_suggests_the_decisions(auditor):
    page = auditor.page(under("sammenlign"))
    link = next(link for link in page.links if "and=" in link)

    assert "Fra afgørelsen 23. marts 2022 til alt, hvad der er kendt" in words(page)
    assert BETWEEN == link


def test_a_moment_that_is_none_is_refused_without_being_repeated(auditor):
    answer = auditor.get(f"{BETWEEN.partition('&and')[0]}&and=010190-1234")

    assert 400 == answer.status_code
    assert "010190" not in answer.text


def test_an_imagined_fact_changes_days_and_is_marked_above_and_below(auditor, store):
    answer = auditor.post(IMAGINE, kind="sickness_ground", day="09/03/2022", first="09/03/2022", last="13/03/2022")
    said = words(well_made(answer))

    assert 2 == said.count(BANNER)
    assert "bortfalder 9.–11. marts 2022 (3 dage)" in said
    assert "Bortfalder 9.–11. marts 2022 (3 dage) frist D1" in said
    assert "no-store" == answer.headers["cache-control"]
    assert 11 >= store.last_position()


def test_an_event_that_is_thought_away_gives_its_days_back(auditor):
    said = words(well_made(auditor.post(IMAGINE, without="urn:fagsystem:test:001/10")))

    assert "Kommer til 12.–13. marts 2022 (2 dage) frist D1" in said
    assert "Var det registreret senest den 23. marts 2022 kl. 10.00, da afgørelsen blev truffet" in said


def test_events_can_be_pasted_as_they_are_sent(auditor):
    said = words(well_made(auditor.post(IMAGINE, lines=IMAGINED.decode(), without="urn:fagsystem:test:001/10")))

    assert "10. marts 2022 Afmeldt som jobsøgende: sygdom" in said


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "kind"),
        ({"kind": "andet"}, "kind"),
        ({"kind": "contact", "day": "31/02/2022"}, "day"),
        ({"kind": "contact", "day": "10/03/2022", "registered": "i går"}, "registered"),
        ({"kind": "holiday", "day": "10/03/2022", "last": "12/03/2022"}, "first"),
        ({"kind": "holiday", "day": "10/03/2022", "first": "12/03/2022", "last": "10/03/2022"}, "last"),
        ({"lines": "ikke json"}, "lines"),
        ({"lines": "\n".join(["{}"] * 21)}, "lines"),
        ({"without": "urn:fagsystem:test:001/99"}, "without-1"),
    ],
)
def test_what_cannot_be_imagined_comes_back_in_the_form_with_the_place_to_put_it_right(auditor, typed, field):
    answer = auditor.post(IMAGINE, **typed)
    page = well_made(answer)

    assert 422 == answer.status_code
    assert f"#{field}" in page.links
    assert "Der er noget at rette" in words(page)
    assert BANNER not in page.text


def test_what_was_typed_is_kept_when_something_is_wrong(auditor):
    page = well_made(
        auditor.post(IMAGINE, kind="holiday", day="10/03/2022", first="12/03/2022", last="x", without="urn:fagsystem:test:001/6")
    )

    assert 'value="10/03/2022"' in page.text
    assert 'value="12/03/2022"' in page.text
    assert '<option value="holiday" selected>' in page.text
    assert 'value="urn:fagsystem:test:001/6" checked' in page.text


def test_a_decision_is_held_against_the_file_then_and_now(auditor):
    said = words(auditor.page(under("afgoerelser")))

    assert "Afgørelsen afviger fra det, sagen viser nu." in said
    assert "Sagen viste da 9.–13. marts 2022 (5 dage) kendt 23. marts 2022 kl. 10.00 Sagen viser nu 9.–11. marts 2022 (3 dage)" in said
    assert "Afgjort, men kan ikke udledes nu" in said
    assert "Partshøring Ja Ja Personen blev hørt den 15. marts 2022." in said


def test_a_dossier_waits_for_a_seal(auditor):
    page = auditor.page(under("dossier"))
    answer = auditor.get(under("dossier.pdf"))

    assert "Sagens hændelser er ikke forseglet endnu" in words(page)
    assert 409 == answer.status_code
    assert "Dossieret kan ikke laves endnu" in words(well_made(answer))


def test_a_caseworker_has_no_right_to_a_dossier(visit):
    assert 403 == visit("caseworker").get(under("dossier")).status_code


@pytest.mark.parametrize(
    ("page", "field", "label"),
    [
        ("", "valid_on", "Dagen, der spørges om"),
        ("", "known_at", "Kendt til og med"),
        ("/sammenlign", "and", "Nu: kendt til og med"),
        ("/dage", "dato", "Dagen"),
    ],
)
def test_a_date_that_cannot_be_read_is_put_right_and_the_rest_of_the_question_stays(auditor, page, field, label):
    here, _, query = AT.partition("?")
    rest = [(name, value) for name, value in parse_qsl(query) if name != field]
    typed = urlencode([*rest, ("policy", "day_calendar:weekdays"), (field, "i morgen")])
    response = auditor.get(f"{here}{page}?{typed}")
    found = well_made(response)
    mended = auditor.get(f"{here}{page}?{urlencode([*hidden(response), (field, '30/04/2022')])}")

    assert (400, "Fejl: Noget af det skrevne kan ikke læses", [("get", f"{here}{page}")]) == (
        response.status_code,
        found.title.partition(" – ")[0],
        found.forms[-1:],
    )
    assert f"{label}: Datoen kan ikke læses. Skriv dag, måned og år, for eksempel 09/03/2022." in words(found)
    assert "morgen" not in response.text
    assert [*rest, ("policy", "day_calendar:weekdays")] == hidden(response)
    assert 200 == mended.status_code


def test_what_is_no_typed_date_is_said_to_be_unreadable_without_a_field(auditor):
    response = auditor.get(f"{AT}&policy=day_calendar:unheard-of")

    assert 400 == response.status_code
    assert "Prøv igen" not in words(well_made(response))
