"""The dossier over the interface is the dossier: proven, or not made."""

from infra.dossier.embedded import read_pdf
from infra.dossier.verifying import verify
from infra.seals.keys import public_key
from infra.seals.trust import ValidKey
from tests.api.town import CASE, DAY, HANDLER, KEY, event
from tests.web.serving import problem_of


def test_a_sealed_case_gives_a_dossier_that_proves_itself(town):
    answer = town.ask(f"/cases/{CASE}/dossier", HANDLER, valid_on=DAY)
    files, pages = read_pdf(answer.content)
    verdict = verify(files, pages, [ValidKey(public_key(KEY))])

    assert (200, "application/pdf") == (answer.status_code, answer.headers["content-type"])
    assert ((), 10) == (verdict.wrong, verdict.events)
    assert f'attachment; filename="dossier-{CASE}.pdf"' == answer.headers["content-disposition"]


def test_its_page_is_the_page_within_it(town):
    page = town.ask(f"/cases/{CASE}/dossier.html", HANDLER, valid_on=DAY)
    files, _ = read_pdf(town.ask(f"/cases/{CASE}/dossier", HANDLER, valid_on=DAY).content)

    assert page.content in files.values()


def test_what_is_not_sealed_yet_is_not_proven(own_town):
    own_town.take([event("13", "jobnet-visited")])
    answer = own_town.ask(f"/cases/{CASE}/dossier", HANDLER, valid_on=DAY)

    assert (409, "not-proven") == problem_of(answer)
    assert "ikke forseglet endnu" in answer.json()["detail"]
    own_town.seal()
    assert 200 == own_town.ask(f"/cases/{CASE}/dossier", HANDLER, valid_on=DAY).status_code
