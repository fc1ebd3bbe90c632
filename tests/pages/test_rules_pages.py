import pytest

from domain.register import REGISTER
from infra.policy_texts import POLICY_TEXTS
from infra.web.pages.rules import examples


def test_every_rule_is_in_the_list(visit):
    links = visit("complaint-handler").page("/regler").links

    assert set() == {f"/regler/{rule}" for rule in REGISTER} - set(links)


def test_every_rule_has_a_page(visit):
    visitor = visit("auditor")

    for rule in REGISTER.values():
        assert rule.short in visitor.page(f"/regler/{rule.id}").title


def test_a_rule_is_shown_with_its_law_its_questions_and_its_examples(visit):
    page = visit("auditor").page("/regler/R-2.9.1-4")

    for text in ("Vejledningen afsnit 2.9.1", "L121", POLICY_TEXTS["lapse_month"].question, "lapse_month", "Eksempel 1", "Det skete"):
        assert text in page.text


def test_every_rule_from_which_something_is_derived_has_an_example_but_those_that_no_scenario_cites():
    derived = {rule.id for rule in REGISTER.values() if rule.kind == "code" and rule.risk == "H"}

    assert set() == derived - examples().keys()


@pytest.mark.parametrize("rule", ["R-9.9-9", "%00", "R-2.5-8/"])
def test_a_rule_that_is_not_there_is_not_found(visit, rule):
    assert 404 == visit("auditor").get(f"/regler/{rule}").status_code
