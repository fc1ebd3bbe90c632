"""The golden cases asked again: each question's answer in the bytes that a program and a person get."""

from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import orjson
from rich.console import RenderableType
from rich.text import Text

from consumers.decoding import DECODERS
from domain.events import SYSTEM_CASE
from domain.facts import Fact
from domain.policy import Policy, policy_from
from domain.times import parse_day, parse_effective, parse_known_at, parse_time
from infra.cases import Case
from infra.cli.console import out
from infra.cli.showing import timeline as shown_timeline
from infra.cli.showing.case_view import case_view
from infra.cli.showing.decisions import decisions
from infra.cli.showing.tables import heading, table
from infra.dossier.derivation import Derived, cited, derivation_document, derived
from infra.dossier.question import Question, as_bytes
from infra.timeline import timeline

HERE = Path(__file__).resolve().parent
STANDARD = HERE / "policy.json"
QUESTIONS = "questions.json"


class Golden(NamedTuple):
    """A question to one of the cases of a rule set."""

    rule_set: str
    case: str
    name: str
    question: Question

    @property
    def files(self) -> dict[Path, bytes]:
        """Answer: as a document, and as a person reads it."""
        found = derived(self.question, _case(self.rule_set, self.case))
        document = {**derivation_document(found), "cited": [one.id for one in cited(found)]}
        beside = HERE / self.rule_set / f"{self.case}.{self.name}"
        return {beside.with_name(beside.name + ".json"): as_bytes(document), beside.with_name(beside.name + ".txt"): _read_by_people(found)}


def goldens(rule_set: str) -> list[Golden]:
    """Read the questions of a rule set."""
    asked = orjson.loads((HERE / rule_set / QUESTIONS).read_bytes())
    return [Golden(rule_set, one["case"], one["name"], _question(rule_set, one)) for one in asked]


def standard_policy(**other: str | bool) -> Policy:
    """Give the readings that the answers were made with, every one written down."""
    return policy_from({**orjson.loads(STANDARD.read_bytes()), **other})


def _question(rule_set: str, asked: Mapping[str, object]) -> Question:
    known_at = parse_known_at(str(asked["known_at"])) if "known_at" in asked else None
    policy = standard_policy(**asked.get("policy", {}))
    case = _case(rule_set, str(asked["case"])).id
    return Question(case, parse_day(str(asked["valid_on"])), known_at, asked.get("by", "registered"), policy, (), "sagsspor")


def _case(rule_set: str, name: str) -> Case:
    """Read a case as the log holds it: what is stored is decoded and not checked again."""
    lines = (HERE / rule_set / f"{name}.ndjson").read_bytes().splitlines()
    subjects = [(str(orjson.loads(line)["subject"]), _fact(line)) for line in lines]
    own = tuple(fact for subject, fact in subjects if subject != SYSTEM_CASE)
    ids = {subject for subject, _ in subjects} - {SYSTEM_CASE}
    return Case(ids.pop(), own, tuple(fact for subject, fact in subjects if subject == SYSTEM_CASE))


def _fact(line: bytes) -> Fact:
    stored = orjson.loads(line)
    event = DECODERS[stored["type"].removeprefix("dk.sagsspor.")](line)
    effective, day = parse_effective(event.effective)
    return Fact(event, effective, day, parse_time(stored["time"]), parse_time(stored["receivedat"]), stored["source"], stored["id"])


def _read_by_people(found: Derived) -> bytes:
    """Give what the commands `case show`, `case timeline` and `case decisions` print of the case itself."""
    printed = StringIO()
    with redirect_stdout(printed):
        out().print(*_shown(found), sep="\n")
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines()).encode()


def _shown(found: Derived) -> Iterator[RenderableType]:
    question = found.question
    entries = timeline(found.case.as_known(question.known_at, question.known_by), question.valid_on, question.policy)
    yield from case_view(found.seen.view, found.case.id)
    yield heading("Forløbet")
    yield table(shown_timeline.HEADINGS, shown_timeline.rows(entries))
    yield from [*decisions(found.checks)] or [Text()]
