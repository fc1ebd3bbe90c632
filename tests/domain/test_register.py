"""The rule register holds every row of the list, once, whole, and in Danish."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.groups import ALL_GROUPS, GROUP_LABELS
from domain.policy import POLICY_VALUES
from domain.register import ALL_RULES, REGISTER, Rule, UnknownRuleError, rule
from domain.register.laws import CHANGES, LAWS
from domain.register.rule import ALL, EVERYONE, NON_DP, REG4, REG5
from domain.register.sections import SECTIONS
from infra.policy_page import written
from infra.policy_texts import POLICY_TEXTS

FROZEN_IDS = (Path(__file__).parent / "rule_ids.txt").read_text(encoding="utf-8").split()
LIST = Path(__file__).parents[2].parent / "shared" / "law" / "RULES.md"

GROUPS_IN_LIST = {
    "all persons": EVERYONE,
    "ALL": ALL,
    "ALL in tilbud": ALL,
    "ALL in such municipalities": ALL,
    "DP / NON-DP": ALL,
    "NON-DP": NON_DP,
    "REG4": REG4,
    "REG5": REG5,
    "REG5 not in løntilskud": REG5,
    "OJ, OU": {"overgangsydelse_jobparat", "overgangsydelse_aabenlyst"},
    "DP": {"dagpenge"},
    "JA": {"jobafklaring"},
}

EVIDENCE = {
    *("R-1.1-3", "R-1.1-5", "R-1.1.1-5", "R-1.1.1-7", "R-2.2-4", "R-2.3-1", "R-2.4-2", "R-2.5-3", "R-2.5-11", "R-2.5-13", "R-2.6-6"),
    *("R-2.7.1-2", "R-2.9.2-2", "R-2.11.1-2", "R-2.11.1-3", "R-2.11.1-4", "R-2.11.2-2", "R-2.12-1", "R-2.12.1-3", "R-2.13.1-3"),
    *("R-2.14-2", "R-2.16-1"),
}

every_rule = pytest.mark.parametrize("row", ALL_RULES, ids=lambda row: row.id)


def list_rows() -> list[list[str]]:
    """Read the table of RULES.md: id, place, rule, groups, events, derives, risk. Empty where the folder is not beside the project."""
    if not LIST.is_file():
        return []
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| R-")]


def test_the_register_holds_the_frozen_ids_in_order_and_no_other():
    assert len(FROZEN_IDS) == 136
    assert list(REGISTER) == FROZEN_IDS


def test_no_id_is_used_twice():
    assert len(REGISTER) == len(ALL_RULES)


def test_the_frozen_ids_are_those_of_the_list():
    rows = list_rows()
    assert [row[0] for row in rows] == (FROZEN_IDS if LIST.is_file() else [])


def test_risk_lines_section_and_groups_are_those_of_the_list():
    for rule_id, place, _, groups, *_, risk in list_rows():
        row = REGISTER[rule_id]
        assert risk[0] == row.risk, rule_id
        assert place.split()[0] == row.section, rule_id
        assert set(re.findall(r"L\d+(?:-\d+)?", place)) <= set(row.lines.split(", ")), rule_id
        assert GROUPS_IN_LIST[groups] == row.groups, rule_id


@every_rule
def test_a_rule_says_what_it_is(row: Rule):
    assert row.text.endswith(".")
    assert "  " not in row.text
    assert row.short
    assert not row.short.endswith(".")
    assert row.section in SECTIONS
    assert row.id == f"R-{row.section}-{row.id.rpartition('-')[2]}"
    assert row.groups <= ALL_GROUPS


@every_rule
def test_a_rule_cites_known_sources_only(row: Rule):
    for citation in row.statute.split("; "):
        assert citation.removesuffix("s indledning").split()[0] in LAWS, citation


@every_rule
def test_a_rule_that_derives_nothing_says_why(row: Rule):
    assert (row.kind == "code") == (row.why == "")


def test_evidence_and_out_of_scope_are_the_agreed_ones():
    assert {row.id for row in ALL_RULES if row.kind == "evidence"} == EVIDENCE
    assert [row.id for row in ALL_RULES if row.kind == "out_of_scope"] == ["R-0-5"]


@every_rule
def test_another_rule_named_in_a_reason_exists(row: Rule):
    for named in re.findall(r"R-[\d.]+-\d+", row.why):
        assert rule(named).kind == "code"


@every_rule
def test_a_text_sent_to_a_citizen_names_no_rule_id_and_no_code(row: Rule):
    assert not re.search(r"R-\d|S-\d|\b(DP|KJ|OJ|JA|REG4)\b", row.text)


def test_the_sections_stand_in_the_guidances_order():
    assert list(SECTIONS) == list(dict.fromkeys(row.section for row in ALL_RULES))


def test_an_unknown_id_is_refused_with_its_name():
    with pytest.raises(UnknownRuleError, match="R-9-9"):
        rule("R-9-9")


@pytest.mark.parametrize(
    ("rule_id", "group", "first", "last"),
    [
        ("R-2.2-2", "dagpenge", date(2016, 9, 1), None),
        ("R-2.2-2", "jobafklaring", date(2020, 1, 1), None),
        ("R-2.5-6", "kontanthjaelp_jobparat", date(2020, 1, 1), None),
        ("R-1.1-1", "dagpenge", date(2016, 9, 1), date(2023, 12, 31)),
        ("R-1.1-1", "jobafklaring", date(2020, 1, 1), None),
        ("R-1.1.1-9", "dagpenge", date(2016, 9, 1), date(2023, 12, 31)),
    ],
)
def test_a_rule_holds_for_a_group_from_its_first_day_to_its_last(rule_id, group, first, last):
    row = rule(rule_id)
    assert not row.holds(first - timedelta(days=1), group)
    assert row.holds(first, group)
    if last is None:
        assert row.holds(date(2025, 1, 1), group)
    else:
        assert row.holds(last, group)
        assert not row.holds(last + timedelta(days=1), group)


def test_a_rule_does_not_hold_for_a_group_it_does_not_name():
    assert not rule("R-2.5-6").holds(date(2022, 1, 3), "dagpenge")
    assert rule("R-2.5-6").holds(date(2022, 1, 3))
    assert rule("R-0-1").holds(date(2022, 1, 3), "ikke_omfattet")


def test_only_the_contact_course_of_dagpenge_has_ended():
    ended = {row.id for row in ALL_RULES if row.valid_to is not None or row.ends_for}
    assert {"R-1.1-1", *(f"R-1.1.1-{n}" for n in range(1, 10))} == ended


def test_the_changes_of_the_law_stand_oldest_first():
    days = [change.day for change in CHANGES]
    assert sorted(days) == days


def test_every_policy_question_has_a_danish_text_for_each_value_and_names_rules():
    assert list(POLICY_VALUES) == list(POLICY_TEXTS)
    for key, values in POLICY_VALUES.items():
        assert [written(value) for value in values] == list(POLICY_TEXTS[key].readings), key
        assert POLICY_TEXTS[key].rules, key
        assert set(REGISTER) >= set(POLICY_TEXTS[key].rules), key


def test_every_group_a_rule_names_has_a_danish_name():
    assert set(GROUP_LABELS) >= {group for row in ALL_RULES for group in row.groups}
