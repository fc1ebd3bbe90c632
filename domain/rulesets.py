"""Rule sets by date. The due date of a deadline chooses the set that judges it, never today (RULES: "The law has moved").

From 1 September 2016 the duty held for dagpenge alone; from 1 January 2020 (LAB 548/2019, lov 1558/2019) for all
six groups; from 1 January 2024 (lov 727/2023) the fund holds the contact course of dagpenge in the first three months.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from domain.events import Group
from domain.groups import ALL_GROUPS, DAGPENGE, NOT_COVERED


@dataclass(frozen=True, slots=True)
class InterviewPlan:
    """How many interviews a contact course holds in its first six months."""

    required: int
    joint_required: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The law as it stood from one date to another."""

    id: str
    valid_from: date
    valid_to: date | None
    """The first day on which it no longer holds."""
    covered: frozenset[Group]
    """Groups with the duty to self-book."""
    dagpenge_plan: InterviewPlan
    other_plan: InterviewPlan
    joint_interviews: bool
    """Are joint interviews with the fund held at 3, 6 and 16 months?"""
    minimum_days: int = 8
    """Days from publication to due date (R-2.2-2)."""
    window_days: int = 7
    """Days from due date to latest interview date (R-2.2-6)."""

    def plan(self, group: Group | None) -> InterviewPlan:
        """Give the interview plan of a group."""
        if group == DAGPENGE:
            return self.dagpenge_plan
        return NO_PLAN if group is None or group == NOT_COVERED else self.other_plan


NO_PLAN = InterviewPlan(0, 0, ())
_FOUR = InterviewPlan(4, 0, ("R-1.1-1",))
_SIX_WITH_JOINT = InterviewPlan(6, 2, ("R-1.1-1", "R-1.1.1-2", "R-1.1.1-9"))
_THREE_AND_THREE = InterviewPlan(6, 0, ("LOV-727-1",))

DAGPENGE_2016 = RuleSet("2016-09-01", date(2016, 9, 1), date(2020, 1, 1), frozenset({DAGPENGE}), _SIX_WITH_JOINT, NO_PLAN, True)
SELF_BOOKING_2020 = RuleSet("2020-01-01", date(2020, 1, 1), date(2024, 1, 1), ALL_GROUPS, _SIX_WITH_JOINT, _FOUR, True)
CONTACT_COURSE_2024 = RuleSet("2024-01-01", date(2024, 1, 1), None, ALL_GROUPS, _THREE_AND_THREE, _FOUR, False)
BEFORE_THE_DUTY = RuleSet("none", date.min, date(2016, 9, 1), frozenset(), NO_PLAN, NO_PLAN, False)

RULE_SETS = (CONTACT_COURSE_2024, SELF_BOOKING_2020, DAGPENGE_2016, BEFORE_THE_DUTY)
"""The newest first."""


class UnknownRuleSetError(LookupError):
    """No rule set has this id."""

    def __str__(self) -> str:
        """Say which there are."""
        return f"No rule set has the id {self.args[0]!r}. The ids are: {', '.join(one.id for one in RULE_SETS)}."


def rule_set(id_: str) -> RuleSet:
    """Give a rule set by its id. Raise `UnknownRuleSetError` when there is none."""
    try:
        return next(one for one in RULE_SETS if one.id == id_)
    except StopIteration:
        raise UnknownRuleSetError(id_) from None


@cache
def duty_from(group: Group | None) -> date:
    """Give the first day on which a group had the duty to self-book."""
    return min((rules.valid_from for rules in RULE_SETS if group in rules.covered), default=date.max)


@cache
def rule_set_for(day: date) -> RuleSet:
    """Give the rule set that held on a day."""
    for rules in RULE_SETS:
        if day >= rules.valid_from:
            return rules
    return BEFORE_THE_DUTY


@dataclass(frozen=True, slots=True)
class Law:
    """Which rule set judges a date, and since when a group has had the duty."""

    on: Callable[[date], RuleSet]
    duty_from: Callable[[Group | None], date]


LAW = Law(rule_set_for, duty_from)
"""The law as it was: each date by the rule set that held on it."""


def as_if_always(rules: RuleSet) -> Law:
    """Give the law as if one rule set had held at all times: to ask what it would change."""
    return Law(lambda _: rules, lambda group: date.min if group in rules.covered else date.max)
