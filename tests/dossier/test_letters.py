"""What people wrote is drawn, or stands as its code: a character that the font lacks is forbidden in PDF/A and PDF/UA."""

from datetime import date
from html import escape
from pathlib import Path

from infra.dossier.letters import DRAWN, drawable
from infra.dossier.pdf import write_pdf
from infra.dossier.style import STYLE
from tests.services.verapdf import failures

PAGE = '<!doctype html><html lang="da"><head><title>Tegn</title><style>{style}</style></head><body><h1>Tegn</h1>{text}</body></html>'


def test_every_character_that_is_drawn_has_a_picture_in_the_font(tmp_path: Path):
    file, letters = tmp_path / "letters.pdf", escape(DRAWN)
    page = PAGE.format(style=STYLE, text=f"<p>{letters}</p><p><b>{letters}</b></p>")
    file.write_bytes(write_pdf(page, {}, date(2022, 4, 30), lambda _: b"{}"))

    assert [[], []] == list(failures(file).values())


def test_what_is_not_drawn_stands_as_its_code():
    assert "Smil [U+1F600], [U+6F22] og [U+202E]æøå ½ é — §" == drawable("Smil \U0001f600, 漢 og \u202eæøå ½ é — §")


def test_what_the_program_writes_is_drawn_as_it_is():
    assert STYLE == drawable(STYLE)
