"""The dossier of the story, point by point."""

import re
from pathlib import Path

import pytest

from infra.dossier.chapters import NO_OTHER_CIRCUMSTANCES, content
from infra.dossier.content import Heading, Paragraph, Table
from infra.dossier.parts import PAGE, parts
from tests.dossier.making import QUESTION, files, found, gathered
from tests.dossier.story import CASE, DECIDED, STORY


@pytest.fixture
def dossier(sealed):
    return gathered()


@pytest.fixture
def chapters(dossier):
    return {chapter.key: chapter for chapter in content(dossier, found(dossier)).chapters}


def words(chapter):
    """Give everything that a chapter says."""
    return "\n".join(text for block in chapter.blocks for text in _texts(block))


def _texts(block):
    match block:
        case Paragraph(text) | Heading(text):
            return [text]
        case Table(caption, head, rows):
            return [caption, *head, *(cell for row in rows for cell in row)]


def table(chapter, caption):
    return next(block for block in chapter.blocks if isinstance(block, Table) and block.caption == caption)


def test_the_fourteen_points_stand_in_their_order(chapters):
    titles = [chapter.title for chapter in chapters.values()]

    assert [f"{number}." for number in range(1, 15)] == [title.split()[0] for title in titles[:14]]
    assert ["regler", "forloeb"] == list(chapters)[14:]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("person", "jobparat kontanthjælpsmodtager"),
        ("frister", "fristdag 9. marts 2022"),
        ("vejledning", "Vejledning om selvbooking givet: af jobcenteret, skriftligt"),
        ("breve", "Der er ikke registreret påmindelser eller breve."),
        ("jobnet", "Der er ikke registreret besøg eller bookinger."),
        ("drift", "Ingen, der berører sagens frister."),
        ("kontakt", "Kontakt genoprettet: pr. telefon"),
        ("grunde", NO_OTHER_CIRCUMSTANCES),
        ("hoering", "svar senest 22. marts 2022"),
        ("laesning", "lapse_month: next"),
        ("afgoerelse", "LAS § 37 a"),
        ("da-og-nu", "Afgørelsen afviger fra det, sagen viser nu."),
        ("bevis", "sagsspor/test"),
        ("regler", "R-2.5-8"),
        ("forloeb", "Fradrag gennemført"),
    ],
)
def test_each_point_says_what_the_file_holds(chapters, key, said):
    assert said in words(chapters[key])


def test_every_day_is_told_with_its_reason_rules_law_and_events(chapters):
    days = table(chapters["dage"], "Dagene for frist D1").rows

    assert len(DECIDED) <= len(days)
    assert all(all(row) for row in days)
    assert ["ja"] * 3 == [row[1] for row in days[:3]]
    assert all(row[1].startswith("nej") for row in days[3:])
    assert ["ja"] * 5 == [row[2] for row in days]


def test_then_there_were_five_days_and_now_there_are_three(chapters):
    rows = table(chapters["da-og-nu"], "Da og nu").rows

    assert ["5 dage", "5 dage", "3 dage"] == [row[1] for row in rows]
    assert "Afmeldt som jobsøgende: sygdom" in words(chapters["da-og-nu"])
    fallen = table(chapters["da-og-nu"], "Afgjort, men kan ikke udledes nu").rows
    assert ["12. marts 2022", "13. marts 2022"] == [row[0] for row in fallen]


def test_what_was_known_then_is_a_dossier_of_its_own(sealed):
    asked = QUESTION._replace(known_at=found(gathered()).checks[0].decision.registered)
    then = gathered(asked)

    assert len(STORY) - 2 == len(then.events)
    assert 5 == sum(day.kind == "counted" for one in found(then).days for day in one.days)


def test_every_event_stands_in_the_course_with_its_place_in_the_log(chapters):
    rows = table(chapters["forloeb"], "Alle hændelser").rows

    assert {str(number) for number in range(1, len(STORY) + 1)} == {row[-1] for row in rows}


def test_equal_dossiers_give_equal_bytes_also_when_the_log_has_grown(sealed):
    before = files(gathered())
    Path("more.ndjson").write_bytes(STORY[0].replace(CASE.encode(), CASE.replace("2", "3").encode()).replace(b'"id":"1"', b'"id":"99"'))
    assert 0 == sealed("ingest more.ndjson").code
    assert 0 == sealed("seal").code

    assert before == files(gathered())


def test_the_page_fetches_nothing_and_runs_nothing(dossier):
    page = parts(dossier)[PAGE].decode()

    assert [] == re.findall(r"<(?:script|link|img|iframe|object|base)\b|\bsrc=|url\(|@import|javascript:", page)
    assert all(target.startswith("#") for target in re.findall(r'href="([^"]*)"', page))
    assert '<html lang="da">' in page


def test_the_headings_of_every_table_say_what_they_are_headings_of(dossier):
    page = parts(dossier)[PAGE].decode()

    assert [] == re.findall(r"<th>", page)
    assert page.count("<table>") == page.count("<caption>") > 10


def test_what_people_wrote_is_text_and_nothing_else(sealed):
    note = (
        STORY[5]
        .replace(b'"channel":"phone"', rb'"channel":"phone","note":"<script>alert(1)</script>\u0007 & mere"')
        .replace(b'"6"', b'"66"')
    )
    Path("note.ndjson").write_bytes(note)
    assert 0 == sealed("ingest note.ndjson").code
    assert 0 == sealed("seal").code

    page = parts(gathered())[PAGE].decode()

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; mere" in page
