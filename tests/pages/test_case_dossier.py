"""The dossier of a sealed case, fetched over HTTP."""

from pathlib import Path

import pytest

from infra.wiring import opened_store
from tests.dossier.story import CASE, STORY
from tests.pages.case_serving import AT, serving, under, words
from tests.pages.visiting import Visitor
from tests.sealing_commands import sagsspor

__all__ = ["sagsspor"]


@pytest.fixture
def auditor(sagsspor):
    Path("events.ndjson").write_bytes(b"\n".join(STORY))
    assert 0 == sagsspor("ingest events.ndjson").code
    assert 0 == sagsspor("seal --init-key --name sagsspor/test").code
    with opened_store("sqlite:///sager.db", create=False) as store, serving(store) as client:
        yield Visitor(client, "auditor")


def test_a_sealed_case_gives_a_dossier_that_verifies(auditor, sagsspor):
    page = auditor.page(under("dossier"))
    pdf, html = auditor.get(under("dossier.pdf")), auditor.get(under("dossier.html"))
    Path("d.pdf").write_bytes(pdf.content)

    assert "Sagens hændelser er forseglet" in words(page)
    assert under("dossier.pdf", AT) in page.links
    assert f'attachment; filename="dossier-{CASE}.pdf"' == pdf.headers["content-disposition"]
    assert f'attachment; filename="dossier-{CASE}.html"' == html.headers["content-disposition"]
    assert 0 == sagsspor("dossier verify d.pdf").code
