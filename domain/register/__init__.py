"""The rule register: every norm of the guidance by its id, in the guidance's order, one module for each part of it."""

from itertools import chain

from domain.register import (
    contact_course,
    exemption,
    group_and_joint,
    guidance,
    holiday_and_sickness,
    lapse,
    missed_booking,
    missing_slots,
    other_activities,
    outages,
    re_registration,
    scope,
    self_booking,
    walk_in,
    within_deadline,
)
from domain.register.later_law import LATER_RULES
from domain.register.rule import Kind, Risk, Rule

__all__ = ["REGISTER", "Kind", "Risk", "Rule", "UnknownRuleError", "rule"]

_PARTS = (
    scope,
    contact_course,
    self_booking,
    within_deadline,
    missed_booking,
    walk_in,
    re_registration,
    lapse,
    exemption,
    missing_slots,
    group_and_joint,
    outages,
    holiday_and_sickness,
    other_activities,
    guidance,
)

ALL_RULES: tuple[Rule, ...] = tuple(chain.from_iterable(part.RULES for part in _PARTS))
"""Every row as written; an id used twice shows here."""

REGISTER: dict[str, Rule] = {row.id: row for row in ALL_RULES}
"""Every rule by its id, in the order of the list."""


class UnknownRuleError(LookupError):
    """A rule id that the register does not hold."""


def rule(rule_id: str) -> Rule:
    """Give the rule with this id. Raise `UnknownRuleError` when there is none."""
    found = REGISTER.get(rule_id) or LATER_RULES.get(rule_id)
    if found is None:
        raise UnknownRuleError(f"No rule has the id {rule_id!r}. The ids are those of docs/regler.md, such as R-2.5-8.")
    return found
