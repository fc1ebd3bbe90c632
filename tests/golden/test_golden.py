"""The same question to the same events gives the same bytes, also years later."""

import pytest

from domain.policy import DEFAULT_POLICY
from domain.rulesets import RULE_SETS
from infra.dossier.question import as_bytes
from tests.golden.asking import HERE, QUESTIONS, STANDARD, goldens

SETS = [one.id for one in RULE_SETS]
GOLDEN = [one for rule_set in SETS for one in goldens(rule_set)]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda one: f"{one.rule_set}/{one.case}.{one.name}")
def test_an_answer_comes_out_as_it_did(golden):
    for path, answer in golden.files.items():
        assert path.read_text("utf-8") == answer.decode(), f"{path.name} would be another: see docs/howto/golden-files.md"


def test_every_rule_set_has_golden_files_and_no_other_has():
    assert set(SETS) == {path.parent.name for path in HERE.glob(f"*/{QUESTIONS}")}


@pytest.mark.parametrize("rule_set", SETS)
def test_a_rule_set_is_asked_by_its_own_questions(rule_set):
    answered = {golden.question.valid_on for golden in goldens(rule_set)}
    rules = next(one for one in RULE_SETS if one.id == rule_set)

    assert all(rules.valid_from <= day and (rules.valid_to is None or day < rules.valid_to) for day in answered)


@pytest.mark.parametrize("rule_set", SETS)
def test_no_answer_and_no_case_lies_about_that_nobody_asks_for(rule_set):
    asked = goldens(rule_set)
    expected = {QUESTIONS, *(f"{one.case}.ndjson" for one in asked), *(path.name for one in asked for path in one.files)}

    assert expected == {path.name for path in (HERE / rule_set).iterdir()}


def test_the_standard_readings_are_those_that_the_answers_were_made_with():
    assert STANDARD.read_text("utf-8") == as_bytes(DEFAULT_POLICY.as_dict()).decode(), "see docs/howto/golden-files.md"
