"""The rule register as a page for lawyers (docs/regler.md)."""

from collections.abc import Iterator
from itertools import groupby

from domain.groups import ALL_GROUPS, DEDUCTION_GROUPS, GROUP_LABELS, REGISTERED_GROUPS
from domain.register import REGISTER, Kind, Risk, Rule
from domain.register.laws import CHANGES, LAWS
from domain.register.rule import DP, OTHERS_COVERED_FROM, REG5
from domain.register.sections import SECTIONS
from domain.texts import danish_date
from domain.times import ONE_DAY

KINDS: dict[Kind, str] = {
    "code": "udledes af de registrerede hændelser",
    "evidence": "kun bevis",
    "out_of_scope": "uden for systemets område",
}
RISKS: dict[Risk, str] = {"H": "høj", "M": "middel", "L": "lav"}
_UNIONS = {
    frozenset[str](): "alle personer",
    ALL_GROUPS: "alle målgrupper",
    DEDUCTION_GROUPS: "alle målgrupper undtagen dagpengemodtagere",
    REGISTERED_GROUPS: "jobparate og åbenlyst uddannelsesparate (kontanthjælp, uddannelseshjælp og overgangsydelse)",
    REG5: "alle målgrupper undtagen personer i jobafklaringsforløb",
}

_INTRODUCTION = """\
# Reglerne om obligatorisk selvbooking

Siden gengiver regelregisteret i `domain/register`. Den skrives af `./dev docs`; ret registeret og ikke siden.

Teksterne er projektets egen gengivelse af vejledningen. De træder ikke i stedet for loven eller vejledningen. Hvor retsgrundlaget er åbent,
er læsningen et navngivet valg: se [Fortolkningsvalg](policy.md).

- **Afsnit og linjer** viser, hvor normen står i vejledningen (L = linje i teksten).
- **Gælder** er den periode, reglen gælder for. En frist bedømmes efter de regler, der gælder på fristens dato.
- **Anvendelse** viser, om systemet udleder noget af reglen. Ellers er grunden nævnt.
- **Risiko** er risikoen for, at reglen læses forkert."""


def render() -> str:
    """Write the whole page."""
    parts = [_INTRODUCTION, _laws(), _changes(), _overview()]
    for section, rules in groupby(REGISTER.values(), key=lambda rule: rule.section):
        parts.append(f"## {_section_name(section)}")
        parts.extend(_entry(rule) for rule in rules)
    return "\n\n".join(parts) + "\n"


def _laws() -> str:
    rows = [f"| {short} | {title} |" for short, title in LAWS.items()]
    return "\n".join(["## Retskilder", "", "| Forkortelse | Titel |", "| --- | --- |", *rows])


def _changes() -> str:
    rows = [f"| {danish_date(change.day)} | {change.law} | {change.effect} |" for change in CHANGES]
    return "\n".join(["## Ændringer i reglerne", "", "| Fra | Lov | Betydning |", "| --- | --- | --- |", *rows])


def _overview() -> str:
    rows = [f"| {name} | {sum(rule.kind == kind for rule in REGISTER.values())} |" for kind, name in KINDS.items()]
    return "\n".join(["## Oversigt", "", "| Anvendelse | Antal regler |", "| --- | ---: |", *rows, f"| i alt | {len(REGISTER)} |"])


def _section_name(section: str) -> str:
    return SECTIONS[section] if section == "0" else f"{section} {SECTIONS[section]}"


def _entry(rule: Rule) -> str:
    return "\n".join(
        [
            f'### <a id="{rule.id}"></a>{rule.id} {rule.short}',
            "",
            rule.text,
            "",
            f"- Afsnit og linjer: {'indledningen' if rule.section == '0' else rule.section} ({rule.lines})",
            f"- Retsgrundlag: {rule.statute}",
            f"- Målgruppe: {group_names(rule)}",
            f"- Gælder: {', '.join(validity(rule))}",
            f"- Anvendelse: {KINDS[rule.kind]}{'. ' + rule.why if rule.why else ''}",
            f"- Risiko: {RISKS[rule.risk]}",
        ]
    )


def group_names(rule: Rule) -> str:
    """Name in Danish whom a rule concerns."""
    return _UNIONS.get(rule.groups) or "; ".join(label for group, label in GROUP_LABELS.items() if group in rule.groups)


def validity(rule: Rule) -> Iterator[str]:
    """Say from when and until when a rule holds, in parts."""
    until = f" til og med {danish_date(rule.valid_to - ONE_DAY)}" if rule.valid_to else ""
    yield f"fra {danish_date(rule.valid_from)}{until}"
    if rule.groups & DP and rule.groups - DP:
        yield f"for andre end dagpengemodtagere fra {danish_date(OTHERS_COVERED_FROM)}"
    for group, end in rule.ends_for:
        yield f"for {GROUP_LABELS[group]} til og med {danish_date(end - ONE_DAY)}"
