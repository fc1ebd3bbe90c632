"""What a rule of the register is: the norm, its law, whom it concerns, when it holds and what follows from it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.events import Group
from domain.groups import ALL_GROUPS, DAGPENGE, DEDUCTION_GROUPS, REGISTERED_GROUPS

Kind = Literal["code", "evidence", "out_of_scope"]
Risk = Literal["H", "M", "L"]

ALL = ALL_GROUPS
REG4 = REGISTERED_GROUPS
NON_DP = DEDUCTION_GROUPS
DP: frozenset[Group] = frozenset({DAGPENGE})
REG5: frozenset[Group] = REG4 | DP
JA: frozenset[Group] = NON_DP - REG4
EVERYONE: frozenset[Group] = frozenset()
"""The rule speaks of all persons, the ones without the duty included."""

DAGPENGE_COVERED_FROM = date(2016, 9, 1)
OTHERS_COVERED_FROM = date(2020, 1, 1)
"""LAB, lov nr. 548 af 7. maj 2019, and lov nr. 1558 of 2019 (R-0-2)."""
CONTACT_COURSE_MOVED = date(2024, 1, 1)
"""Lov nr. 727 of 2023: the fund holds the contact course of dagpenge in the first three months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One norm of the guidance."""

    id: str
    section: str
    """The section of the guidance; "0" is its introduction."""
    lines: str
    """Where the norm stands in the guidance's text, line by line: "L84-85"."""
    statute: str
    """The Danish citation, or the guidance's own section where no provision is known."""
    groups: frozenset[Group]
    """Whom the norm concerns; empty where it concerns all persons."""
    valid_from: date
    valid_to: date | None
    """The first day on which the norm no longer holds."""
    ends_for: tuple[tuple[Group, date], ...]
    """Groups for which the norm ends before it ends for the others."""
    text: str
    """The norm in Danish, fit to be sent to a citizen."""
    short: str
    """Its Danish title."""
    kind: Kind
    why: str
    """Why nothing is derived from it, in Danish; empty when something is."""
    risk: Risk
    """How easily the norm is misread."""

    def holds(self, day: date, group: Group | None = None) -> bool:
        """Tell whether the norm held on a day, for everyone it names or for one group."""
        if day < self.valid_from or (self.valid_to is not None and day >= self.valid_to):
            return False
        if group is None:
            return True
        if self.groups and group not in self.groups:
            return False
        if group in NON_DP and day < OTHERS_COVERED_FROM:
            return False
        return all(day < end for ended, end in self.ends_for if ended == group)


def norm(
    rule_id: str,
    *,
    lines: str,
    groups: frozenset[Group],
    risk: Risk,
    short: str,
    text: str,
    statute: str = "",
    evidence: str = "",
    out_of_scope: str = "",
    valid_to: date | None = None,
    ends_for: tuple[tuple[Group, date], ...] = (),
) -> Rule:
    """Write one row. The section follows from the id, the first day from the groups, the kind from which reason is given."""
    section = rule_id.removeprefix("R-").rpartition("-")[0]
    kind: Kind = "evidence" if evidence else "out_of_scope" if out_of_scope else "code"
    return Rule(
        id=rule_id,
        section=section,
        lines=lines,
        statute=statute or cite_guidance(section),
        groups=groups,
        valid_from=DAGPENGE_COVERED_FROM if not groups or DAGPENGE in groups else OTHERS_COVERED_FROM,
        valid_to=valid_to,
        ends_for=ends_for,
        text=text,
        short=short,
        kind=kind,
        why=evidence or out_of_scope,
        risk=risk,
    )


def cite_guidance(section: str) -> str:
    """Cite the guidance itself."""
    return "Vejledningens indledning" if section == "0" else f"Vejledningen afsnit {section}"
