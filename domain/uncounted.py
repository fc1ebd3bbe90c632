"""Why a day is not among the days of deduction of a deadline: the question a decision raises that counts it all the same."""

from datetime import date
from typing import Literal, NamedTuple

from domain.course.records import Deadline
from domain.course.state import Course
from domain.derive import Look
from domain.facts import Fact, distinct
from domain.judgement.missed_deadline import DAY_RULES, Judgement
from domain.states import STATE_RULES
from domain.times import is_weekend
from domain.trace import DayRun, Reason, Ruling

Kind = Literal["blocked", "ended", "never_counted"]
"""It would count were it not for a lack or a protection; the count had ended; it never was among the days."""


class Verdict(NamedTuple):
    """What a day is for a deadline, and why."""

    kind: Literal[Kind, "counted"]
    ruling: Ruling


class Uncounted(NamedTuple):
    """Why a day does not count."""

    kind: Kind
    ruling: Ruling


def why_uncounted(seen: Look, deadline_id: str, day: date) -> Uncounted | None:
    """Say why a day is not among the days of deduction of a deadline; None when it is."""
    kind, ruling = verdict_on(seen, deadline_id, day)
    return None if kind == "counted" else Uncounted(kind, ruling)


def verdict_on(seen: Look, deadline_id: str, day: date) -> Verdict:
    """Say what a day is for a deadline, and why: a day of deduction, or why it is none."""
    mine = [deadline for deadline in seen.course.deadlines if deadline.id == deadline_id]
    if not mine:
        return Verdict("never_counted", Ruling(Reason("no_such_deadline"), ("R-2.2-1",), ()))
    verdicts = [_verdict(seen, deadline, day) for deadline in mine]
    counted = [verdict for verdict in verdicts if verdict.kind == "counted"]
    # Of several deadlines of one id, the newest that was due by then is the one that speaks.
    due = [verdict for deadline, verdict in zip(mine, verdicts, strict=True) if deadline.due <= day]
    return (counted or due or verdicts)[-1]


def _verdict(seen: Look, deadline: Deadline, day: date) -> Verdict:
    judgement = seen.judged.get(deadline)
    base = distinct((*deadline.facts, seen.course.group_fact_on(deadline.due)))
    if day < deadline.due:
        return Verdict("never_counted", Ruling(Reason("before_due_date", (deadline.due,)), DAY_RULES, base))
    if judgement is None:
        return Verdict("never_counted", _not_missed(deadline, base))
    if judgement.interval is None:
        return Verdict("never_counted", _no_days(judgement, base))
    counted, blocked = _ruling(judgement.sanctionable, day), _ruling(judgement.blocked, day)
    if counted is not None:
        return Verdict("counted", counted)
    if blocked is not None:
        return Verdict("blocked", blocked)
    if day > judgement.interval.last:
        return Verdict("ended", _ended(judgement.interval))
    return Verdict("never_counted", _taken_out(seen.course, judgement.interval, day))


def _ruling(runs: tuple[DayRun, ...], day: date) -> Ruling | None:
    covering = (run for run in runs if run.first <= day <= run.last and not (run.weekdays and is_weekend(day)))
    return next((run.ruling for run in covering), None)


def _not_missed(deadline: Deadline, base: tuple[Fact, ...]) -> Ruling:
    rules = STATE_RULES[deadline.state]
    if deadline.state == "met":
        return Ruling(Reason("met_in_time", (deadline.due, deadline.since)), rules, distinct((*base, deadline.met_by)))
    if deadline.state == "open":
        return Ruling(Reason("not_yet_due", (deadline.due,)), rules, base)
    return Ruling(Reason("gone_before_due", (deadline.due, deadline.since)), rules, distinct((*base, deadline.ended_by)))


def _no_days(judgement: Judgement, base: tuple[Fact, ...]) -> Ruling:
    """Give what stood in the way of any day at all: it is the first of what was tried."""
    first, *others = judgement.considered
    return Ruling(first.reason, (first.rule,), base, tuple(others))


def _ended(interval: DayRun) -> Ruling:
    counted = interval.ruling
    how = counted.reason.code.removeprefix("days_until_")
    return counted._replace(reason=Reason("ended_" + how, counted.reason.values))


def _taken_out(course: Course, interval: DayRun, day: date) -> Ruling:
    """Give why a day inside the interval is in neither list: the day calendar, or sickness with deregistration."""
    sick = course.sick_on(day)
    if sick is not None:
        return Ruling(Reason("sick_that_day", (sick.first,)), ("R-2.15-7",), distinct((*interval.ruling.facts, sick.fact)))
    return interval.ruling._replace(reason=Reason("weekend_not_counted"), rules=DAY_RULES)
