"""Which days of a case change under another reading of the law: another policy, or another rule set.

Both readings look at the same day with the same knowledge. Only the days asked about are compared, but facts of any day count:
a ground that is assessed in April bears on days in March, and a case is reopened on what its file shows now, not on what it
showed when the period ended.

A date has one status however many deadlines it belongs to, since it is deducted once (S-19): a day of deduction, else a blocked
day, else neither.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal, NamedTuple

from domain.derive import Look, day_lists, look_at
from domain.facts import Fact
from domain.policy import DEFAULT_POLICY, Policy
from domain.rulesets import LAW, Law, as_if_always, rule_set
from domain.trace import DayRun
from domain.uncounted import Verdict, verdict_on
from domain.view import DayLists, days

DayStatus = Literal["sanctionable", "blocked", "neither"]
RULES = "rules"
"""What the rule set is called among the values of a reading."""


class Reading(NamedTuple):
    """A way to read the law."""

    policy: Policy = DEFAULT_POLICY
    rules: str | None = None
    """The rule set that judges every date as if it had always held; None is the one that held on the date."""

    @property
    def law(self) -> Law:
        """Give the law. Raise `UnknownRuleSetError` for a rule set that does not exist."""
        return LAW if self.rules is None else as_if_always(rule_set(self.rules))

    def values(self) -> dict[str, str | bool | None]:
        """Give every value that a reading has."""
        return {**self.policy.as_dict(), RULES: self.rules}

    def with_value(self, name: str, value: Any) -> "Reading":
        """Give the reading with one value changed."""
        return self._replace(rules=value) if name == RULES else self._replace(policy=replace(self.policy, **{name: value}))


class Comparing(NamedTuple):
    """What is compared: the days of a period, as two readings have them at the end of a day."""

    first: date
    last: date
    """The last day of the period, included."""
    valid_on: date
    before: Reading
    after: Reading

    @property
    def differing(self) -> tuple[str, ...]:
        """Name the values in which the readings differ."""
        after = self.after.values()
        return tuple(name for name, value in self.before.values().items() if after[name] != value)


class Side(NamedTuple):
    """What a day is under one reading, for which deadline, and why."""

    status: DayStatus
    deadline_id: str
    verdict: Verdict


class ChangedDay(NamedTuple):
    """A day with another status under the other reading."""

    date: date
    before: Side
    after: Side


class DaysChanged(NamedTuple):
    """How a case's days change."""

    before: tuple[date, ...]
    """The days of deduction in the period under the one reading."""
    after: tuple[date, ...]
    days: tuple[ChangedDay, ...]
    behind: tuple[str, ...]
    """The differing values behind the change: those that make one alone, or without which there is another."""


def compare_days(facts: Sequence[Fact], asked: Comparing) -> DaysChanged | None:
    """Say how a case's days change between two readings; None when they do not. `facts` must be in order (History.facts)."""
    before, after = _lists(facts, asked, asked.before), _lists(facts, asked, asked.after)
    if _bounds(before, asked) == _bounds(after, asked):
        return None
    was, is_ = _statuses(before, asked), _statuses(after, asked)
    if _only(was) == _only(is_):
        return None
    return DaysChanged(_counted(was), _counted(is_), _changed(facts, asked, was, is_), _behind(facts, asked, was, is_))


_Statuses = dict[date, tuple[DayStatus, str]]
"""The status of each day that has one, and whose it is."""


def _lists(facts: Sequence[Fact], asked: Comparing, reading: Reading) -> DayLists:
    return day_lists(facts, asked.valid_on, reading.policy, reading.law)


def _bounds(lists: DayLists, asked: Comparing) -> list[list[tuple[date, date, bool]]]:
    """Cut the runs to the period: equal bounds are equal days, and most cases need no more."""
    first, last = asked.first, min(asked.last, asked.valid_on)
    return [[(max(run.first, first), min(run.last, last), run.weekdays) for run in _within(runs, first, last)] for runs in lists]


def _within(runs: tuple[DayRun, ...], first: date, last: date) -> list[DayRun]:
    return [run for run in runs if run.first <= last and run.last >= first]


def _statuses(lists: DayLists, asked: Comparing) -> _Statuses:
    """Spell the days out. A day of deduction and a blocked one at a time is a day of deduction."""
    last = min(asked.last, asked.valid_on)
    found: _Statuses = {}
    statuses: tuple[DayStatus, ...] = ("blocked", "sanctionable")
    for status, runs in zip(statuses, (lists.blocked, lists.sanctionable), strict=True):
        found |= {day.date: (status, day.deadline_id or "") for day in days(runs, last) if day.date >= asked.first}
    return found


def _only(statuses: _Statuses) -> dict[date, DayStatus]:
    return {day: status for day, (status, _) in statuses.items()}


def _counted(statuses: _Statuses) -> tuple[date, ...]:
    return tuple(sorted(day for day, (status, _) in statuses.items() if status == "sanctionable"))


def _changed(facts: Sequence[Fact], asked: Comparing, was: _Statuses, is_: _Statuses) -> tuple[ChangedDay, ...]:
    """Explain every day with another status. A day that is in no list of one side is asked about for the other side's deadline."""
    before, after = (look_at(facts, asked.valid_on, reading.policy, reading.law) for reading in (asked.before, asked.after))
    changed = []
    for day in sorted({*was, *is_}):
        old, new = was.get(day), is_.get(day)
        if (old and old[0]) != (new and new[0]):
            known = old or new or ("neither", "")
            changed.append(
                ChangedDay(day, _side(before, day, old or ("neither", known[1])), _side(after, day, new or ("neither", known[1])))
            )
    return tuple(changed)


def _side(seen: Look, day: date, stood: tuple[DayStatus, str]) -> Side:
    status, deadline_id = stood
    return Side(status, deadline_id, verdict_on(seen, deadline_id, day))


def _behind(facts: Sequence[Fact], asked: Comparing, was: _Statuses, is_: _Statuses) -> tuple[str, ...]:
    names, before, after = asked.differing, asked.before.values(), asked.after.values()
    if len(names) == 1:
        return names

    def moves(reading: Reading, from_: _Statuses) -> bool:
        return _only(_statuses(_lists(facts, asked, reading), asked)) != _only(from_)

    found = tuple(
        name
        for name in names
        if moves(asked.before.with_value(name, after[name]), was) or moves(asked.after.with_value(name, before[name]), is_)
    )
    return found or names
