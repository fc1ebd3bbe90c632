"""The dossier as a PDF, made and checked by the commands."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from infra.dossier.embedded import read_pdf
from infra.dossier.parts import GIVEN, MADE, MANIFEST, PAGE
from tests.dossier.story import CASE, MAKE
from tests.services.verapdf import failures

EVERY = (*GIVEN, *MADE, MANIFEST)


@pytest.fixture
def made(folder, sagsspor, tmp_path):
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    return sagsspor


@pytest.fixture
def pdf(made):
    with pikepdf.open("dossier.pdf") as opened:
        yield opened


def test_a_dossier_verifies_without_the_store(made):
    Path("sager.db").unlink()
    outcome = made("dossier verify dossier.pdf --public-key seal.key.pub")

    assert (0, "") == (outcome.code, outcome.err)
    assert "Dossieret holder: 10 hændelser af 10 i loggen sagsspor/test" in outcome.out


def test_who_gives_no_key_is_told_whose_word_was_taken(made):
    outcome = made("dossier verify dossier.pdf --json")

    assert (True, True, []) == tuple(outcome.json[name] for name in ("holds", "key_from_dossier", "wrong"))
    assert "Nøglen er taget fra dossieret selv: sagsspor/test+" in made("dossier verify dossier.pdf").err


def test_equal_input_gives_equal_bytes(made):
    before = Path("dossier.pdf").read_bytes()
    assert 0 == made(MAKE).code

    assert before == Path("dossier.pdf").read_bytes()


def test_the_page_beside_it_is_the_page_inside_it(made):
    files, _ = read_pdf(Path("dossier.pdf").read_bytes())

    assert files[PAGE] == Path("dossier.html").read_bytes()


def test_it_is_tagged_in_danish_with_bookmarks_and_a_title(pdf):
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert "da" == str(pdf.Root.Lang)
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert f"Sagsdossier for sag {CASE}" == str(pdf.docinfo["/Title"])
    with pdf.open_outline() as outline:
        titles = [item.title for top in outline.root for item in (top, *top.children)]
    assert {"1. Person og målgruppe", "13. Da og nu", "14. Bevis for, at intet er ændret"} <= set(titles)


def test_it_says_that_it_is_pdf_a_3_and_names_what_is_embedded(pdf):
    with pdf.open_metadata() as metadata:
        assert ("3", "A") == (metadata["pdfaid:part"], metadata["pdfaid:conformance"])
    assert set(EVERY) == set(pdf.attachments)
    associated = [str(one.AFRelationship) for one in pdf.Root.AF]
    assert ["/Source"] * len(EVERY) == associated


def test_its_structure_is_sound(made):
    qpdf = shutil.which("qpdf")
    assert qpdf, "qpdf is missing. ./dev test installs it; by hand: apt-get install qpdf"
    said = subprocess.run([qpdf, "--check", "dossier.pdf"], capture_output=True, text=True, check=True)

    assert ("", True) == (said.stderr, "No syntax or stream encoding errors found" in said.stdout)


def test_it_is_pdf_a_3a_and_pdf_ua_1(made):
    assert {"PDF/A-3A validation profile": [], "PDF/UA-1 validation profile": []} == failures(Path("dossier.pdf"))


def test_a_claim_that_does_not_hold_is_found(made):
    with pikepdf.open("dossier.pdf") as opened:
        del opened.Root.MarkInfo
        opened.save("untagged.pdf")

    assert all(failures(Path("untagged.pdf")).values())


@pytest.mark.parametrize("name", EVERY)
def test_a_flipped_byte_in_an_embedded_file_is_found_and_its_part_named(made, name):
    """The file is replaced within the PDF by one with another byte."""
    with pikepdf.open("dossier.pdf") as opened:
        data = bytearray(opened.attachments[name].get_file().read_bytes())
        data[len(data) // 2] ^= 1
        opened.attachments[name] = pikepdf.AttachedFileSpec(opened, bytes(data), filename=name)
        opened.save("flipped.pdf")
    outcome = made("dossier verify flipped.pdf --public-key seal.key.pub")

    assert 3 == outcome.code
    assert name in outcome.out


def test_a_flipped_byte_in_a_stored_stream_is_found_and_its_part_named(made):
    data = bytearray(Path("dossier.pdf").read_bytes())
    with pikepdf.open(BytesIO(data)) as opened:
        raw = opened.attachments["derivation.json"].obj.EF.F.read_raw_bytes()
    data[data.index(raw) + len(raw) // 2] ^= 1
    Path("flipped.pdf").write_bytes(data)
    outcome = made("dossier verify flipped.pdf --public-key seal.key.pub")

    assert (3, True) == (outcome.code, "derivation.json" in outcome.out)


def test_pages_that_say_something_else_are_found(made):
    with pikepdf.open("dossier.pdf") as opened:
        opened.pages[0].contents_add(b" ")
        opened.save("redrawn.pdf")
    outcome = made("dossier verify redrawn.pdf --public-key seal.key.pub")

    assert (3, True) == (outcome.code, outcome.out.startswith("siderne"))


def test_a_case_that_is_not_sealed_is_refused(story):
    outcome = story(MAKE)

    assert (1, False) == (outcome.code, Path("dossier.pdf").exists())
    assert "Kør sagsspor seal" in outcome.err


def test_an_event_that_was_altered_in_the_store_is_not_put_into_a_dossier(sealed):
    import sqlite3  # noqa: PLC0415 - somebody's hands in the store

    with sqlite3.connect("sager.db") as connection:
        connection.execute("UPDATE events SET received = received + 1 WHERE notification_id = 7")
    connection.close()
    outcome = sealed(MAKE)

    assert (1, False) == (outcome.code, Path("dossier.pdf").exists())
    assert "Hændelse nr. 7 er ikke, som den blev forseglet" in outcome.err


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("dossier verify none.pdf", 4, "intet dossier"),
        ("dossier verify events.ndjson", 1, "er ikke et dossier"),
        ("dossier verify dossier.pdf --public-key none.pub", 1, "ingen offentlig nøgle"),
        (f"dossier {CASE} -o none/dossier.pdf", 1, "Mappen none findes ikke"),
        ("dossier 00000000-0000-4000-8000-000000000009 -o x.pdf", 4, "ingen sag"),
    ],
)
def test_what_cannot_be_done_is_said_in_plain_words(sealed, line, code, words):
    outcome = sealed(line)

    assert code == outcome.code
    assert words in outcome.err
