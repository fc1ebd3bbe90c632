"""`/regler`: the rule register, each rule with its law, the open questions that bear on it, and the scenarios that show it."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from domain.policy import POLICY_VALUES
from domain.register import REGISTER, Kind, Rule
from domain.register.later_law import LATER_RULES
from domain.register.laws import CHANGES, LAWS
from domain.register.sections import SECTIONS
from infra.policy_files import written
from infra.policy_texts import POLICY_TEXTS
from infra.rules_page import KINDS, RISKS, group_names, validity
from infra.web.access import Right, Who, needs
from infra.web.pages.frame import render
from infra.web.problems import NO_SUCH_RULE, ProblemError

EXAMPLES = Path(__file__).with_name("examples.json")


class Example(NamedTuple):
    """A question of a scenario, told in Danish."""

    scenario: str
    events: Sequence[tuple[str, str]]
    """Days and what happened."""
    readings: Sequence[tuple[str, str]]
    """Questions and the readings chosen, where they are not the usual ones."""
    valid_on: str
    known_at: str | None
    answers: Sequence[str]


class Question(NamedTuple):
    """An open question that bears on a rule."""

    key: str
    question: str
    readings: Sequence[str]
    """The usual one first."""


@cache
def examples() -> Mapping[str, Sequence[Example]]:
    """Give the examples of each rule, by its id."""
    document = orjson.loads(EXAMPLES.read_bytes())
    told = {id_: Example(**one) for id_, one in document["examples"].items()}
    return {rule: [told[id_] for id_ in ids] for rule, ids in document["rules"].items()}


def routes() -> APIRouter:
    """Give the routes."""
    router = APIRouter(prefix="/regler", include_in_schema=False, redirect_slashes=False, dependencies=[needs(Right.RULES)])

    @router.get("")
    def list_(request: Request, who: Who) -> Response:
        return render(
            request, who, "rules/list.html", sections=_sections(), laws=LAWS, changes=CHANGES, kinds=KINDS, later=LATER_RULES.values()
        )

    @router.get("/{rule_id}")
    def show(request: Request, who: Who, rule_id: str) -> Response:
        rule = REGISTER.get(rule_id) or LATER_RULES.get(rule_id)
        if rule is None:
            raise ProblemError(NO_SUCH_RULE)
        shown = examples().get(rule_id, [])
        return render(request, who, "rules/one.html", rule=rule, facts=_facts(rule), questions=_questions(rule_id), examples=shown)

    return router


def _sections() -> list[tuple[str, list[Rule]]]:
    return [(_named(section), list(rules)) for section, rules in groupby(REGISTER.values(), key=lambda rule: rule.section)]


def _named(section: str) -> str:
    title = SECTIONS.get(section, "Senere lov")
    return title if section == "0" or section not in SECTIONS else f"{section} {title}"


def _facts(rule: Rule) -> list[tuple[str, str]]:
    kind: Kind = rule.kind
    facts = [
        ("Retsgrundlag", rule.statute),
        ("Afsnit i vejledningen", _named(rule.section) + (f" ({rule.lines})" if rule.lines else "")),
        ("Målgruppe", group_names(rule)),
        ("Gælder", ", ".join(validity(rule))),
        ("Anvendelse", f"{KINDS[kind]}{'. ' + rule.why if rule.why else ''}"),
        ("Risiko for fejllæsning", RISKS[rule.risk]),
    ]
    return [(name, text[:1].upper() + text[1:]) for name, text in facts]


def _questions(rule_id: str) -> list[Question]:
    return [
        Question(key, text.question, [text.readings[written(value)] for value in POLICY_VALUES[key]])
        for key, text in POLICY_TEXTS.items()
        if rule_id in text.rules
    ]
