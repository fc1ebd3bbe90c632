"""The page of a case, as a complaint handler meets it: the story of the late sickness."""

from urllib.parse import parse_qs, urldefrag, urlsplit

import pytest

from infra import clock
from infra.wiring import intake_for, opened_store, sqlite_url
from tests.dossier.story import CASE, STORY
from tests.pages.case_serving import AT, NOW, THEN, auditor, client, main_of, places, serving, store, under, words
from tests.pages.markup import Page
from tests.pages.visiting import Visitor, well_made

__all__ = ["auditor", "client", "store"]

PAGES = tuple(map(under, ("sammenlign", "afgoerelser", "hvad-nu-hvis", "dossier", "dage/2022-03-12", "dage/2022-03-09", "dage/2021-01-01")))
MISSING = "00000000-0000-4000-8000-00000000dead"
SICKNESS_OF_ANOTHER = STORY[-1].replace(b'"id":"10"', b'"id":"11"').replace(CASE.encode(), b"00000000-0000-4000-8000-000000000009")


def test_a_question_without_its_clocks_leads_to_the_one_that_names_them(auditor):
    asked = parse_qs(urlsplit(str(auditor.get(f"/sager/{CASE}").url)).query)

    assert {"valid_on": [clock.today().isoformat()], "by": ["registered"], "position": ["10"]} == asked


def test_what_is_known_now_leaves_three_days(auditor):
    said = words(auditor.page(AT))

    assert "Dage, som der kan ske fradrag for: 3 dage" in said
    assert "9.–11. marts 2022 (3 dage)" in said
    assert "Andre dage efter en frist, som ikke tæller med: 2 dage" in said
    assert "12.–13. marts 2022 (2 dage)" in said


def test_what_was_known_then_gave_five_days(auditor):
    said = words(auditor.page(THEN))

    assert "Dage, som der kan ske fradrag for: 5 dage" in said
    assert "9 hændelser er med. 1 hændelse blev først kendt senere og er skjult." in said


def test_the_control_steps_from_registration_to_registration(auditor):
    page = auditor.page(AT)
    back = next(link for link in page.links if "known_at" in link)
    before = auditor.page(back)

    assert "Forrige registrering: 31. marts 2022 kl. 06.00" in words(page)
    assert "Dage, som der kan ske fradrag for: 5 dage" in words(before)
    assert "Næste registrering: 4. april 2022 kl. 11.30" in words(before)


def test_a_late_event_says_so_with_its_three_times(auditor):
    said = words(auditor.page(AT))

    assert "Skete 12. marts 2022 Registreret 4. april 2022 kl. 11.30 23 dage efter Modtaget" in said


def test_a_permanent_link_gives_the_same_bytes_after_more_events_came(auditor, store):
    before = {path: main_of(auditor.get(path)) for path in (AT, THEN, *PAGES)}
    intake_for(store).take([SICKNESS_OF_ANOTHER])

    assert before == {path: main_of(auditor.get(path)) for path in before}


@pytest.mark.parametrize("path", [AT, THEN, *PAGES])
def test_every_link_and_every_fragment_leads_somewhere(auditor, path):
    links = set(Page(main_of(auditor.get(path))).links)
    pages = {url: auditor.get(url) for url in {urldefrag(link).url or path for link in links}}
    found = {url: places(response) for url, response in pages.items() if "dossier." not in url}
    fragments = [(urldefrag(link).url or path, urldefrag(link).fragment) for link in links if urldefrag(link).fragment]

    assert {} == {url: response.status_code for url, response in pages.items() if response.status_code not in {200, 409}}
    assert [] == [(url, fragment) for url, fragment in fragments if fragment not in found[url]]


@pytest.mark.parametrize("role", ["caseworker", "complaint-handler"])
@pytest.mark.parametrize(
    "path", [AT, under("dage/2022-03-12"), under("dage"), under("sammenlign"), under("afgoerelser"), under("hvad-nu-hvis")]
)
def test_a_case_that_is_not_for_the_reader_is_as_one_that_does_not_exist(visit, role, path):
    answers = [visit(role).get(path), visit("auditor").get(path.replace(CASE, MISSING))]

    assert [404, 404] == [answer.status_code for answer in answers]


def test_the_control_takes_days_as_people_write_them(auditor):
    form = "valid_on=30/04/2022&known_at=31/03/2022&by=registered&policy=&policy=&position=10"
    answer = auditor.get(f"/sager/{CASE}?{form}")

    assert parse_qs(urlsplit(THEN).query) == parse_qs(urlsplit(str(answer.url)).query)


def test_another_reading_of_the_law_is_part_of_the_question_and_of_the_answer(auditor):
    said = words(auditor.page(AT.replace("&position", "&policy=day_calendar:weekdays&position")))

    assert "Fortolkninger, der afviger fra standarden: Tæller lørdage og søndage med blandt dagene med fradrag? Nej" in said


def test_a_day_is_looked_up_by_its_date(auditor):
    answer = auditor.get(f"{under('dage')}&dato=12/03/2022")

    assert f"/sager/{CASE}/dage/2022-03-12" == answer.url.path
    assert "Lørdag den 12. marts 2022" in well_made(answer).title


def test_a_date_that_is_none_is_refused(auditor):
    assert [400, 400] == [auditor.get(f"{under('dage')}&dato=31/02/2022").status_code, auditor.get(under("dage/0000-00-00")).status_code]


def test_what_waits_aside_is_told_on_the_page(tmp_path):
    broken = STORY[4].replace(b'"due":"2022-03-09"', b'"due":"2022-13-09"').replace(b'"id":"5"', b'"id":"50"')
    with opened_store(sqlite_url(tmp_path / "s.db"), create=True) as store:
        intake_for(store).take([*STORY, broken])
        with serving(store) as client:
            said = words(Visitor(client, "auditor").page(AT))

    assert "1 hændelse om sagen er lagt til side Den kunne ikke tages ind og indgår ikke i svaret, som derfor kan ændre sig: nr. 1." in said


def test_a_case_with_nothing_known_is_a_page_all_the_same(auditor):
    said = words(auditor.page(f"/sager/{CASE}?valid_on={NOW}&known_at=2020-01-01T12:00:00%2B01:00&by=registered&position=10"))

    assert "Der er intet at tegne: intet var kendt om sagen." in said


def test_what_people_wrote_is_shown_as_they_wrote_it_and_never_read_as_a_page(tmp_path):
    written = b'"channel":"phone","note":"<script>alert(1)</script> & <b>ringede</b>"'
    with opened_store(sqlite_url(tmp_path / "s.db"), create=True) as store, serving(store) as client:
        intake_for(store).take([line.replace(b'"channel":"phone"', written) for line in STORY])
        page = Visitor(client, "auditor").get(f"/sager/{CASE}?valid_on={NOW}")

    assert "<script>alert(1)" not in page.text
    assert "<script>alert(1)</script> & <b>ringede</b>" in words(page)


def test_events_after_the_day_asked_are_folded_together(auditor):
    before, folded, after = words(auditor.page(AT.replace(NOW, "2022-03-14"))).partition("3 hændelser efter dagen, som ikke tæller med her")

    assert folded
    assert "Partshøring sendt" not in before
    assert "Partshøring sendt" in after
    assert "efter dagen, som ikke" not in words(auditor.page(AT))
