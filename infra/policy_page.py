"""The open questions and their readings as a page for lawyers (docs/policy.md)."""

from collections.abc import Iterator

from domain.policy import POLICY_VALUES
from infra.policy_texts import POLICY_TEXTS

_INTRODUCTION = """\
# Fortolkningsvalg

Hvor loven og vejledningen er åbne, er læsningen et navngivet valg. Ethvert resultat oplyser de valg, det er beregnet med, så en sag kan
regnes om efter den anden læsning. Standardvalget står først og er fremhævet. Siden skrives af `./dev docs`; ret `domain/policy.py` og
`infra/policy_texts.py` og ikke siden.

| Spørgsmål | Nøgle | Værdi | Læsning | Regler |
| --- | --- | --- | --- | --- |"""


def render() -> str:
    """Write the whole page."""
    return "\n".join([_INTRODUCTION, *(row for key in POLICY_VALUES for row in _rows(key))]) + "\n"


def written(value: str | bool) -> str:
    """Write a policy value as JSON and the command line do, without quotes."""
    return str(value).lower() if isinstance(value, bool) else value


def _rows(key: str) -> Iterator[str]:
    text = POLICY_TEXTS[key]
    rules = ", ".join(f"[{rule_id}](regler.md#{rule_id})" for rule_id in text.rules)
    default, *others = (written(value) for value in POLICY_VALUES[key])
    yield f"| {text.question} | `{key}` | **`{default}`** (standard) | {text.readings[default]} | {rules} |"
    for value in others:
        yield f"| | | `{value}` | {text.readings[value]} | |"
